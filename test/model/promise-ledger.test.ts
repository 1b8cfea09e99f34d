import { describe, expect, test } from 'vitest';
import { keptOf, settledPromises, settledSince } from '../../src/model/promise-ledger.ts';
import { world } from '../worlds.ts';

const epoch = (text: string): number => Date.parse(text);
const { incidents } = world('open').site;
const [outage] = incidents;
const outcomes = (now: string): readonly string[] =>
  outage === undefined ? [] : settledPromises(outage, epoch(now)).map(({ outcome }) => outcome);

// The updates of this world: 4:50 (next by 5:30), 5:25 (by 6:30), 6:20 (by 7:45), 7:40 (by 9:15), 9:10 (by 10:30).
describe('promised updates', () => {
  test('four came in time; the fifth, due at 10:30, counts neither way until then', () => {
    expect(outcomes('2026-12-01T10:00-04:00')).toEqual(['kept', 'kept', 'kept', 'kept']);
    expect(outcomes('2026-12-01T10:30-04:00')).toHaveLength(4);
  });

  test('once its time and the five minutes of grace are over, it is missed', () => {
    expect(outcomes('2026-12-01T10:36-04:00')).toEqual(['kept', 'kept', 'kept', 'kept', 'missed']);
  });

  test('are counted: those that were kept of all', () => {
    const settled = outage === undefined ? [] : settledPromises(outage, epoch('2026-12-01T10:36-04:00'));
    expect([keptOf(settled), settled.length]).toEqual([4, 5]);
  });

  test('of several incidents, those that fell due after a moment', () => {
    const now = epoch('2026-12-01T10:00-04:00');
    expect(settledSince(incidents, epoch('2026-12-01T00:00-04:00'), now)).toHaveLength(4);
    expect(settledSince(incidents, epoch('2026-12-01T07:00-04:00'), now)).toHaveLength(2);
    expect(settledSince(incidents, now, now)).toEqual([]);
  });
});
