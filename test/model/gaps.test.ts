import { describe, expect, test } from 'vitest';
import { instantAt } from '../../src/language/format/zones.ts';
import { longestGap, timeToFirstWord } from '../../src/model/gaps.ts';
import { startOf } from '../../src/model/values.ts';
import { at, entry, incident } from '../sites.ts';

const hour = 3_600_000;
const later = at('2024-03-20 00:00');

describe('time to the first word', () => {
  test.each([
    [
      'from the start to the first entry',
      '2024-03-02 04:30',
      '2024-03-02 06:40',
      { kind: 'time', ms: 130 * 60_000 },
    ],
    ['in days where only days are known', '2024-03-02', '2024-03-04', { kind: 'days', days: 2 }],
    ['not within a day of which no hour is known', '2024-03-02', '2024-03-02 06:40', undefined],
    ['not where the first entry is the start', '2024-03-02 06:40', '2024-03-02 06:40', undefined],
  ] as const)('%s', (_, started, first, expected) => {
    const one = incident([entry(first, 'investigating')], { started: at(started) });
    expect(timeToFirstWord(one)).toEqual(expected);
  });
});

describe('the longest silence', () => {
  test('is the longest wait between two entries', () => {
    const one = incident([
      entry('2024-03-02 06:00', 'investigating'),
      entry('2024-03-02 07:00', 'identified'),
      entry('2024-03-02 12:00', 'monitoring'),
      entry('2024-03-02 13:00', 'resolved'),
    ]);
    expect(longestGap(one, later)).toEqual({
      from: at('2024-03-02 07:00'),
      until: at('2024-03-02 12:00'),
      duration: { kind: 'time', ms: 5 * hour },
    });
  });

  test('is none while the first word is less than a minute old', () => {
    const one = incident([entry('2024-03-02 06:00', 'investigating')]);
    const from = startOf(at('2024-03-02 06:00'));
    const since = (ms: number) => longestGap(one, instantAt(from + ms, 'America/Halifax', true));
    expect(since(59_000)).toBeUndefined();
    expect(since(60_000)?.duration).toEqual({ kind: 'time', ms: 60_000 });
  });

  test('does not count while all was well', () => {
    const one = incident([
      entry('2024-03-02 06:00', 'investigating'),
      entry('2024-03-02 07:00', 'resolved'),
      entry('2024-03-09 07:00', 'investigating'),
    ]);
    expect(longestGap(one, at('2024-03-09 07:30'))?.duration).toEqual({ kind: 'time', ms: hour });
  });

  test('is none with one entry, nor between entries of one day without hours', () => {
    const begun = incident([entry('2024-03-02 06:00', 'investigating')]);
    expect(longestGap(begun, at('2024-03-02 06:00'))).toBeUndefined();
    const sameDay = incident([entry('2024-03-02', 'investigating'), entry('2024-03-02', 'identified')]);
    expect(longestGap(sameDay, at('2024-03-02 20:00'))).toBeUndefined();
  });

  test('runs on to the hour of the page while the incident is open', () => {
    const one = incident([
      entry('2024-03-02 06:00', 'investigating'),
      entry('2024-03-02 07:00', 'identified'),
    ]);
    expect(longestGap(one, at('2024-03-02 07:30'))?.duration).toEqual({ kind: 'time', ms: hour });
    expect(longestGap(one, at('2024-03-02 16:00'))).toEqual({
      from: at('2024-03-02 07:00'),
      until: at('2024-03-02 16:00'),
      duration: { kind: 'time', ms: 9 * hour },
    });
  });

  test('runs on with a single entry, and in days where only its day is known', () => {
    const one = incident([entry('2024-03-02 06:00', 'investigating')]);
    expect(longestGap(one, at('2024-03-02 08:00'))?.duration).toEqual({ kind: 'time', ms: 2 * hour });
    const days = incident([entry('2024-03-02', 'investigating')]);
    expect(longestGap(days, at('2024-03-05 08:00'))?.duration).toEqual({ kind: 'days', days: 3 });
  });

  test('ends with the last entry once it is over or no longer followed, and is never below nothing', () => {
    const timeline = [
      entry('2024-03-02 06:00', 'investigating'),
      entry('2024-03-02 07:00', 'identified'),
    ] as const;
    const closed = incident(timeline, { closed: at('2024-03-10') });
    expect(longestGap(closed, later)?.duration).toEqual({ kind: 'time', ms: hour });
    const ahead = incident([entry('2024-03-02 06:00', 'investigating')]);
    expect(longestGap(ahead, at('2024-03-02 05:30'))).toBeUndefined();
  });

  // Clocks go forward in the night of March 10, 2024: from midnight to 6 a.m. are five hours.
  test('is measured across a change of clocks', () => {
    const one = incident([entry('2024-03-10 00:00', 'investigating'), entry('2024-03-10 06:00', 'resolved')]);
    expect(longestGap(one, later)?.duration).toEqual({ kind: 'time', ms: 5 * hour });
  });
});
