import { describe, expect, test } from 'vitest';
import {
  dayAfter,
  isTimed,
  stateIntervalsOf,
  timeByState,
  worstByDay,
} from '../../src/model/state-intervals.ts';
import { at, entry, epoch, incident } from '../sites.ts';

const now = epoch('2024-03-05 12:00');
const told = (one: ReturnType<typeof incident>) =>
  stateIntervalsOf(one, now).map(({ service, state, from, until }) => [service, state, from, until]);

describe('the stretches of an incident', () => {
  test('run from the start to the end, equal neighbours joined', () => {
    const one = incident(
      [
        entry('2024-03-02 06:40', 'investigating'),
        entry('2024-03-02 08:00', 'identified'),
        entry('2024-03-02 10:00', 'monitoring', { services: { email: 'degraded_performance' } }),
        entry('2024-03-02 12:00', 'resolved'),
      ],
      { started: at('2024-03-02 04:30') },
    );
    expect(told(one)).toEqual([
      ['email', 'major_outage', epoch('2024-03-02 04:30'), epoch('2024-03-02 10:00')],
      ['email', 'degraded_performance', epoch('2024-03-02 10:00'), epoch('2024-03-02 12:00')],
    ]);
    expect(timeByState(stateIntervalsOf(one, now))).toEqual([
      ['major_outage', 5.5 * 3_600_000],
      ['degraded_performance', 2 * 3_600_000],
    ]);
  });

  test('end when it ended, not when that was told', () => {
    const one = incident([
      entry('2024-03-02 06:00', 'investigating'),
      entry('2024-03-02 09:00', 'resolved', { ended: '2024-03-02 07:15' }),
      entry('2024-03-02 10:00', 'investigating'),
      entry('2024-03-02 12:00', 'resolved', { ended: '2024-03-02' }),
    ]);
    expect(told(one)[0]?.slice(2)).toEqual([epoch('2024-03-02 06:00'), epoch('2024-03-02 07:15')]);
    expect(isTimed(one)).toBe(false);
  });

  test('leave out the time between an end and a reopening', () => {
    const one = incident([
      entry('2024-03-02 06:00', 'investigating'),
      entry('2024-03-02 07:00', 'resolved'),
      entry('2024-03-03 06:00', 'investigating'),
      entry('2024-03-03 08:00', 'resolved'),
    ]);
    expect(told(one).map(([, , from, until]) => [from, until])).toEqual([
      [epoch('2024-03-02 06:00'), epoch('2024-03-02 07:00')],
      [epoch('2024-03-03 06:00'), epoch('2024-03-03 08:00')],
    ]);
  });

  test('last until now while it is open', () => {
    expect(told(incident([entry('2024-03-05 06:00', 'investigating')]))).toEqual([
      ['email', 'major_outage', epoch('2024-03-05 06:00'), now],
    ]);
  });

  test('end with the last word where the end is not known, and share a day without hours', () => {
    const one = incident(
      [
        entry('2024-03-01', 'investigating'),
        entry('2024-03-01', 'identified', { services: { email: 'partial_outage' } }),
      ],
      {
        closed: at('2024-03-20'),
      },
    );
    expect(told(one)).toEqual([
      ['email', 'major_outage', epoch('2024-03-01'), epoch('2024-03-01 12:00')],
      ['email', 'partial_outage', epoch('2024-03-01 12:00'), epoch('2024-03-02')],
    ]);
    expect(isTimed(one)).toBe(false);
  });
});

test('the worst state of each civil day', () => {
  const dateOf = (time: number) => new Date(time - 4 * 3_600_000).toISOString().slice(0, 10);
  const days = worstByDay(
    [
      {
        service: 'email',
        state: 'degraded_performance',
        from: epoch('2024-02-28 22:00'),
        until: epoch('2024-03-01 00:00'),
      },
      {
        service: 'email',
        state: 'major_outage',
        from: epoch('2024-02-29 09:00'),
        until: epoch('2024-02-29 10:00'),
      },
    ],
    dateOf,
  );
  expect([...days]).toEqual([
    ['2024-02-28', 'degraded_performance'],
    ['2024-02-29', 'major_outage'],
  ]);
  expect(dayAfter('2024-12-31')).toBe('2025-01-01');
});
