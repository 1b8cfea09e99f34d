import { expect, test } from 'vitest';
import { heard, measured, mutations, pairsIn } from '../parity.ts';

// The floors of `npm run parity`, as counts. Each fault is named where one is broken.
test('every contradiction of the pairs is found, and nothing else is told', () => {
  const { real, found, told, right, faults } = measured(pairsIn('pairs.txt'));
  expect(faults).toEqual([]);
  expect([found, right]).toEqual([real, told]);
  expect(real).toBeGreaterThanOrEqual(42);
});

test('of the facts changed in one text of a sound pair, 98 of 100 are heard', () => {
  const all = mutations(pairsIn('pairs.txt'));
  const { silent } = heard(all);
  expect(all.length).toBeGreaterThanOrEqual(500);
  expect(silent.length).toBeLessThanOrEqual(all.length / 50);
});
