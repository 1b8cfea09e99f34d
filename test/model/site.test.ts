import { describe, expect, test } from 'vitest';
import { isAhead, isUnderWay, type Maintenance, phaseOf } from '../../src/model/maintenance.ts';
import { serviceStates } from '../../src/model/site.ts';
import { at, entry, epoch, incident, maintenance, site } from '../sites.ts';

const planned = (more: Partial<Maintenance> = {}): Maintenance =>
  maintenance({ services: ['email'], from: at('2024-03-03 01:00'), until: at('2024-03-03 04:00'), ...more });
const told = (time: string, phase: Maintenance['timeline'][number]['phase']) => ({
  at: at(time),
  phase,
  anchor: '',
  sources: [],
});

describe('maintenance by the clock, then by its timeline', () => {
  test.each<[string, Maintenance, now: string, phase: string, underWay: boolean, ahead: boolean]>([
    ['before its window', planned(), '2024-03-03 00:59', 'scheduled', false, true],
    ['as it opens', planned(), '2024-03-03 01:00', 'in_progress', true, false],
    ['within', planned(), '2024-03-03 03:59', 'in_progress', true, false],
    ['as it ends', planned(), '2024-03-03 04:00', 'completed', false, false],
    [
      'cancelled',
      planned({ cancelled: at('2024-03-02 09:00') }),
      '2024-03-03 02:00',
      'cancelled',
      false,
      false,
    ],
    [
      'begun early, but the window is not open',
      planned({ timeline: [told('2024-03-03 00:30', 'in_progress')] }),
      '2024-03-03 00:45',
      'in_progress',
      false,
      true,
    ],
    [
      'still at it after the window',
      planned({ timeline: [told('2024-03-03 01:10', 'in_progress')] }),
      '2024-03-03 05:00',
      'in_progress',
      true,
      false,
    ],
    [
      'verifying',
      planned({ timeline: [told('2024-03-03 03:10', 'verifying')] }),
      '2024-03-03 03:30',
      'verifying',
      true,
      false,
    ],
    [
      'completed early',
      planned({ timeline: [told('2024-03-03 02:10', 'completed')] }),
      '2024-03-03 03:00',
      'completed',
      false,
      false,
    ],
    [
      'announced, and nothing said since',
      planned({ timeline: [told('2024-03-01 09:00', 'scheduled')] }),
      '2024-03-03 02:00',
      'scheduled',
      true,
      false,
    ],
  ])('%s', (_, one, now, phase, underWay, ahead) => {
    expect(phaseOf(one, epoch(now))).toBe(phase);
    expect(isUnderWay(one, epoch(now))).toBe(underWay);
    expect(isAhead(one, epoch(now))).toBe(ahead);
  });
});

describe('the state of a service', () => {
  const now = epoch('2024-03-03 02:00');
  const slow = incident([entry('2024-03-03 00:10', 'investigating')], {
    id: 'slow',
    impact: 'minor',
    services: ['email'],
  });
  const down = incident([entry('2024-03-03 00:20', 'investigating')], {
    id: 'down',
    impact: 'critical',
    services: ['email'],
  });
  const over = incident([entry('2024-03-03 00:20', 'investigating'), entry('2024-03-03 00:50', 'resolved')], {
    id: 'over',
    impact: 'critical',
    services: ['email'],
  });
  test.each([
    ['nothing open', [over], [], 'operational'],
    ['the worst wins', [slow, down], [], 'major_outage'],
    ['whatever the order', [down, slow], [], 'major_outage'],
    ['maintenance', [], [planned()], 'under_maintenance'],
    ['maintenance masks no outage', [slow], [planned()], 'degraded_performance'],
  ] as const)('%s', (_, incidents, all, state) => {
    expect(serviceStates(site({ incidents, maintenance: all }), now).get('email')).toBe(state);
  });
});
