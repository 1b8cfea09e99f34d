import { expect, test } from 'vitest';
import { nextChanges } from '../../src/model/next-change.ts';
import { at, entry, epoch, incident, maintenance, site } from '../sites.ts';

/** `2024-03-03 01:00 begins upgrade`, of every change of the next instant. */
const after = (now: string, facts: Parameters<typeof site>[0]) =>
  nextChanges(site(facts), epoch(now)).map(({ at: when, kind, notice, part }) =>
    [new Date(when).toISOString().slice(0, 16), kind, notice, part].filter(Boolean).join(' '),
  );

// Halifax is four hours behind UTC until March 10, 2024.
test('a window begins, and then ends, by the clock', () => {
  const planned = { maintenance: [maintenance()] };
  expect(after('2024-03-02 12:00', planned)).toEqual(['2024-03-03T05:00 begins upgrade']);
  expect(after('2024-03-03 01:00', planned)).toEqual(['2024-03-03T08:00 ends upgrade']);
  expect(after('2024-03-03 04:00', planned)).toEqual([]);
});

test('where a timeline says the phase, or it is called off, the clock changes no more than that', () => {
  const entryOf = (phase: 'in_progress' | 'completed') => ({
    at: at('2024-03-03 01:10'),
    anchor: 't',
    phase,
    sources: [],
  });
  const during = { maintenance: [maintenance({ timeline: [entryOf('completed')] })] };
  expect(after('2024-03-03 02:00', during)).toEqual([]);
  // Under way by its word until that says otherwise: only that its window has passed is news.
  const begun = { maintenance: [maintenance({ timeline: [entryOf('in_progress')] })] };
  expect(after('2024-03-03 02:00', begun)).toEqual(['2024-03-03T08:00 ends upgrade']);
  expect(after('2024-03-03 04:01', begun)).toEqual([]);
  const cancelled = { maintenance: [maintenance({ cancelled: at('2024-03-02 09:00') })] };
  expect(after('2024-03-02 12:00', cancelled)).toEqual([]);
});

test('a promise, an expected end, a commitment and a credit come due; a day to its end', () => {
  const open = incident([
    entry('2024-03-02 06:40', 'investigating', { next: '2024-03-02 09:00', expected: '2024-03-02 18:00' }),
  ]);
  expect(after('2024-03-02 07:00', { incidents: [open] })).toEqual(['2024-03-02T13:00 promise mail']);
  expect(after('2024-03-02 09:30', { incidents: [open] })).toEqual(['2024-03-02T22:00 expected mail']);
  const day = at('2024-03-05');
  const end = day.kind === 'day' ? day.end : 0;
  const over = incident([entry('2024-03-02 06:40', 'resolved')], {
    commitments: [{ id: 'copy', due: '2024-03-05', dueEnd: end }],
    credits: [
      {
        id: 'bill',
        for: { en: 'all', fr: 'tous' },
        amounts: [],
        automatic: false,
        claimBy: '2024-03-05',
        claimEnd: end,
      },
    ],
  });
  expect(after('2024-03-04 07:00', { incidents: [over] })).toEqual([
    '2024-03-06T04:00 commitment mail copy',
    '2024-03-06T04:00 claim mail bill',
  ]);
  expect(after('2024-03-06 00:00', { incidents: [over] })).toEqual([]);
});

test('nothing is to come for what is settled', () => {
  const kept = incident([
    entry('2024-03-02 06:40', 'investigating', { next: '2024-03-02 09:00' }),
    entry('2024-03-02 08:00', 'resolved'),
  ]);
  expect(after('2024-03-02 08:30', { incidents: [kept] })).toEqual([]);
});
