import { expect, test } from 'vitest';
import { eventsOf, factsSpan } from '../../src/model/events.ts';
import type { Correction } from '../../src/model/notice.ts';
import { at, entry, epoch, incident, maintenance } from '../sites.ts';

const told = (events: ReturnType<typeof eventsOf>) =>
  events.map(({ kind, anchor, time }) => `${new Date(time).toISOString().slice(0, 19)} ${kind} ${anchor}`);

const correction = (time: string, anchor: string): Correction => ({
  at: at(time),
  anchor,
  to: { kind: 'summary' },
});

test('an incident: each update, the apology and each correction, by the hour of its own', () => {
  const apology = {
    at: at('2024-03-04 13:00'),
    signer: { name: 'Marie Roy', title: { en: 'President', fr: 'Présidente' } },
    reported: false,
  };
  const one = incident([entry('2024-03-02 06:40', 'investigating'), entry('2024-03-03 10:00', 'resolved')], {
    apology,
    corrections: [correction('2024-03-03 12:00', 'c-1')],
  });
  expect(told(eventsOf(one, 0))).toEqual([
    '2024-03-02T10:40:00 update t-20240302T0640-0400',
    '2024-03-03T14:00:00 update t-20240303T1000-0400',
    '2024-03-03T16:00:00 correction c-1',
    '2024-03-04T17:00:00 apology apology',
  ]);
});

test('a day alone counts from its beginning, in the order of the list, and never lies in the future', () => {
  const second = { ...entry('2024-03-02', 'identified'), anchor: 't-20240302-2' };
  const one = incident(
    [entry('2024-03-02', 'investigating'), second, entry('2024-03-02 08:00', 'monitoring')],
    {
      closed: at('2024-03-02'),
    },
  );
  expect(told(eventsOf(one, 0))).toEqual([
    '2024-03-02T04:00:00 update t-20240302',
    '2024-03-02T04:00:01 update t-20240302-2',
    '2024-03-02T04:30:00 closed closed',
    '2024-03-02T12:00:00 update t-20240302T0800-0400',
  ]);
});

test('a day alone after an hour of the same day follows it', () => {
  const one = incident([entry('2024-03-02 08:00', 'investigating'), entry('2024-03-02', 'resolved')]);
  expect(told(eventsOf(one, 0))).toEqual([
    '2024-03-02T12:00:00 update t-20240302T0800-0400',
    '2024-03-02T12:00:01 update t-20240302',
  ]);
});

test('maintenance is dated by its announcement, then by what became of it', () => {
  const planned = maintenance({
    announced: at('2024-02-20 09:00'),
    moved: [{ at: at('2024-02-25 09:00'), from: at('2024-03-01 01:00'), until: at('2024-03-01 04:00') }],
  });
  const announced = ['2024-02-20T13:00:00 announced announced', '2024-02-25T13:00:00 moved moved'];
  expect(told(eventsOf(planned, epoch('2024-03-01 12:00')))).toEqual(announced);
  expect(told(eventsOf(planned, epoch('2024-03-03 02:00')))).toEqual([
    ...announced,
    '2024-03-03T05:00:00 begun begun',
  ]);
  expect(told(eventsOf(planned, epoch('2024-03-03 04:00')))).toEqual([
    ...announced,
    '2024-03-03T05:00:00 begun begun',
    '2024-03-03T08:00:00 completed completed',
  ]);
});

test('a timeline says what the clock would, and its entry `scheduled` is the announcement', () => {
  const step = (time: string, phase: 'scheduled' | 'in_progress') => ({
    ...entry(time, 'resolved'),
    phase,
  });
  const planned = maintenance({
    timeline: [step('2024-02-20 09:00', 'scheduled'), step('2024-03-03 01:10', 'in_progress')],
  });
  expect(told(eventsOf(planned, epoch('2024-03-04 00:00')))).toEqual([
    '2024-02-20T13:00:00 update t-20240220T0900-0400',
    '2024-03-03T05:10:00 update t-20240303T0110-0400',
  ]);
});

test('of work that nobody said was announced, a week before its window is known, and nothing before that', () => {
  expect(told(eventsOf(maintenance(), epoch('2024-02-25 00:59')))).toEqual([]);
  expect(told(eventsOf(maintenance(), epoch('2024-02-25 01:00')))).toEqual([
    '2024-02-25T05:00:00 announced announced',
  ]);
  const called = maintenance({ cancelled: at('2024-02-20 09:00') });
  expect(told(eventsOf(called, epoch('2024-03-04 00:00')))).toEqual([
    '2024-02-20T12:59:59 announced announced',
    '2024-02-20T13:00:00 cancelled cancelled',
  ]);
});

test('what a clock adds changes no fact', () => {
  const planned = maintenance({ announced: at('2024-02-20 09:00') });
  expect(factsSpan(planned)).toEqual({ first: epoch('2024-02-20 09:00'), last: epoch('2024-02-20 09:00') });
});
