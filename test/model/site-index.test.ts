import { expect, test } from 'vitest';
import { siteIndexOf } from '../../src/model/site-index.ts';
import { at, entry, incident, instant, maintenance, site } from '../sites.ts';

const now = instant('2025-01-01 12:00');

test('the twenty newest notices have a card, and whatever is open', () => {
  const day = (number: number) => `2024-${String(1 + (number % 12)).padStart(2, '0')}-01 06:00`;
  const over = Array.from({ length: 30 }, (_none, index) =>
    incident([entry(day(index), 'resolved')], { id: `over-${index}` }),
  );
  const open = incident([entry('2019-08-15 06:00', 'investigating')], { id: 'old-and-open' });
  const { withCard, notices } = siteIndexOf(site({ incidents: [...over, open] }), now);
  expect(withCard.size).toBe(21);
  expect(withCard.has('old-and-open')).toBe(true);
  expect(withCard.has(notices[19]?.id ?? '')).toBe(true);
  expect(withCard.has(notices[20]?.id ?? '')).toBe(false);
});

test('a notice stands in every year in which it began, was told of or ended', () => {
  const overNewYear = incident(
    [entry('2023-12-30 22:00', 'investigating'), entry('2024-01-03 08:00', 'resolved')],
    {
      id: 'over-new-year',
    },
  );
  const stillOpen = incident([entry('2024-12-31 22:00', 'investigating')], { id: 'still-open' });
  const endedBefore = incident(
    [
      entry('2022-12-31 20:00', 'investigating'),
      entry('2023-01-01 09:00', 'resolved', { ended: '2022-12-31 23:00' }),
    ],
    { id: 'ended-before' },
  );
  // A slip of the pen makes no thousand pages.
  const slip = incident([entry('2022-06-01 09:00', 'resolved')], {
    id: 'slip',
    started: at('1022-06-01 09:00'),
  });
  const work = maintenance({ from: at('2023-12-31 23:00'), until: at('2024-01-01 02:00') });
  const { byYear } = siteIndexOf(
    site({ incidents: [stillOpen, overNewYear, endedBefore, slip], maintenance: [work] }),
    now,
  );
  expect([...byYear].map(([year, { notices }]) => [year, notices.map(({ id }) => id)])).toEqual([
    ['2025', ['still-open']],
    ['2024', ['still-open', 'upgrade', 'over-new-year']],
    ['2023', ['upgrade', 'over-new-year']],
    ['2022', ['ended-before', 'slip']],
    ['1022', ['slip']],
  ]);
});

test('a region has the notices that named it at any time, and the state of what holds there now', () => {
  const regions = ['ns', 'nb', 'iles'].map((id) => ({
    id,
    name: { en: id, fr: id },
    slug: { en: id, fr: id },
  }));
  const narrowed = incident(
    [
      entry('2024-12-31 22:00', 'investigating'),
      entry('2024-12-31 23:00', 'monitoring', { regions: ['iles'] }),
    ],
    { id: 'narrowed', regions: ['ns', 'nb'] },
  );
  const { byRegion, regionStates } = siteIndexOf(site({ regions, incidents: [narrowed] }), now);
  expect([...byRegion].map(([id, { notices }]) => [id, notices.length])).toEqual([
    ['ns', 1],
    ['nb', 1],
    ['iles', 1],
  ]);
  expect([...regionStates]).toEqual([
    ['ns', 'operational'],
    ['nb', 'operational'],
    ['iles', 'major_outage'],
  ]);
});
