import { describe, expect, test } from 'vitest';
import { promiseOf } from '../../src/model/incident.ts';
import { announcementsOf } from '../../src/model/promise.ts';
import { at, entry, epoch, incident } from '../sites.ts';

const now = epoch('2024-03-02 12:00');

describe('the promise of the next update', () => {
  const promised = '2024-03-02 09:00';
  const first = entry('2024-03-02 06:40', 'investigating', { next: promised });
  test.each([
    ['in time', entry('2024-03-02 08:55', 'identified'), 'kept'],
    ['to the minute', entry('2024-03-02 09:00', 'identified'), 'kept'],
    ['five minutes late', entry('2024-03-02 09:05', 'identified'), 'kept'],
    ['more than five minutes late', entry('2024-03-02 09:06', 'identified'), 'missed'],
    ['late', entry('2024-03-02 09:40', 'identified'), 'missed'],
    [
      'by the end, told in time though it ended before',
      entry('2024-03-02 09:03', 'resolved', { ended: '2024-03-02 08:10' }),
      'kept',
    ],
    [
      'by the end, told late though it ended in time',
      entry('2024-03-02 09:30', 'resolved', { ended: '2024-03-02 08:10' }),
      'missed',
    ],
    ['by the end itself', entry('2024-03-02 08:00', 'resolved'), 'kept'],
    ['on the day, at no known hour', entry('2024-03-02', 'identified'), 'kept'],
    ['on the next day', entry('2024-03-03', 'identified'), 'missed'],
  ] as const)('%s', (_, second, outcome) => {
    const { next } = announcementsOf(incident([first, second]), now).get(first.anchor) ?? {};
    expect(next).toEqual({ at: at(promised), outcome, settledBy: second.at });
  });

  test.each([
    ['before its time', '2024-03-02 08:59', 'pending'],
    ['at its time', '2024-03-02 09:00', 'pending'],
    ['past its time', '2024-03-02 09:01', 'missed'],
  ])('without an update, %s', (_, time, outcome) => {
    const { next } = announcementsOf(incident([first]), epoch(time)).get(first.anchor) ?? {};
    expect(next).toEqual({ at: at(promised), outcome });
  });

  test('a day alone runs to its end', () => {
    const day = entry('2024-03-02 06:40', 'investigating', { next: '2024-03-02' });
    const outcome = (time: string) =>
      announcementsOf(incident([day]), epoch(time)).get(day.anchor)?.next?.outcome;
    expect(outcome('2024-03-02 23:59')).toBe('pending');
    expect(outcome('2024-03-03 00:01')).toBe('missed');
  });

  test.each([
    ['pending', [], '2024-03-02 11:59', 'pending'],
    ['past its time', [], '2024-03-02 12:06', 'missed'],
    ['kept by a word after the end', [entry('2024-03-02 12:04', 'resolved')], '2024-03-02 13:00', 'kept'],
  ] as const)('a promise made at the end counts too: %s', (_, others, time, outcome) => {
    const end = entry('2024-03-02 09:00', 'resolved', { next: '2024-03-02 12:00' });
    const one = incident([entry('2024-03-02 06:40', 'investigating'), end, ...others]);
    expect(announcementsOf(one, epoch(time)).get(end.anchor)?.next?.outcome).toBe(outcome);
    expect(promiseOf(one)).toEqual(others.length === 0 ? end.next : undefined);
  });

  test('none is counted once the incident is closed', () => {
    const closed = incident([first], { closed: at('2024-03-20') });
    expect(announcementsOf(closed, now).get(first.anchor)).toBeUndefined();
  });
});

describe('an expected end', () => {
  const first = entry('2024-03-02 06:40', 'investigating', { expected: '2024-03-02 10:00' });
  test.each([
    ['it came in time', [entry('2024-03-02 09:00', 'resolved')], 'kept', '2024-03-02 09:00'],
    ['it came later', [entry('2024-03-02 11:00', 'resolved')], 'missed', '2024-03-02 11:00'],
    ['trouble was reported after it', [entry('2024-03-02 11:00', 'monitoring')], 'missed', undefined],
    ['nobody said anything since', [], 'missed', undefined],
    [
      'it ended in time and was told later',
      [entry('2024-03-02 11:00', 'resolved', { ended: '2024-03-02 09:50' })],
      'kept',
      '2024-03-02 09:50',
    ],
    [
      'the first end counts, whatever came after it',
      [entry('2024-03-02 09:00', 'resolved'), entry('2024-03-02 11:00', 'investigating')],
      'kept',
      '2024-03-02 09:00',
    ],
  ] as const)('%s', (_, others, outcome, ended) => {
    const { expected } = announcementsOf(incident([first, ...others]), now).get(first.anchor) ?? {};
    expect(expected).toEqual({
      at: at('2024-03-02 10:00'),
      outcome,
      ...(ended === undefined ? {} : { settledBy: at(ended) }),
    });
  });

  test('it is pending before its time', () => {
    const { expected } =
      announcementsOf(incident([first]), epoch('2024-03-02 09:00')).get(first.anchor) ?? {};
    expect(expected?.outcome).toBe('pending');
  });

  // The founding case: restoration expected on August 16, trouble on August 17, no end reported.
  test('a closed incident misses what its own entries disprove', () => {
    const said = entry('2019-08-15', 'investigating', { expected: '2019-08-16' });
    const closed = incident([said, entry('2019-08-17', 'identified')], { closed: at('2019-08-31') });
    expect(announcementsOf(closed, now).get(said.anchor)?.expected?.outcome).toBe('missed');
  });

  test('of a closed incident nothing is said where nothing is known', () => {
    const closed = incident([first], { closed: at('2024-03-20') });
    expect(announcementsOf(closed, now).get(first.anchor)).toBeUndefined();
  });
});
