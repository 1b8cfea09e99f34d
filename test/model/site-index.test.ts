import { expect, test } from 'vitest';
import { siteIndexOf } from '../../src/model/site-index.ts';
import { entry, epoch, incident, site } from '../sites.ts';

test('the hundred newest notices have a card, and whatever is open', () => {
  const day = (number: number) => `2024-${String(1 + (number % 12)).padStart(2, '0')}-01 06:00`;
  const over = Array.from({ length: 150 }, (_none, index) =>
    incident([entry(day(index), 'resolved')], { id: `over-${index}` }),
  );
  const open = incident([entry('2019-08-15 06:00', 'investigating')], { id: 'old-and-open' });
  const { withCard, notices } = siteIndexOf(
    site({ incidents: [...over, open] }),
    epoch('2025-01-01 12:00'),
    '2025-01-01',
  );
  expect(withCard.size).toBe(101);
  expect(withCard.has('old-and-open')).toBe(true);
  expect(withCard.has(notices[99]?.id ?? '')).toBe(true);
  expect(withCard.has(notices[100]?.id ?? '')).toBe(false);
});
