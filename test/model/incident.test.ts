import { describe, expect, test } from 'vitest';
import {
  durationOf,
  type Entry,
  type Incident,
  isClosedUnresolved,
  isOpen,
  statesNow,
  timelineStatesOf,
} from '../../src/model/incident.ts';
import type { Impact } from '../../src/model/status.ts';
import { at, entry, incident } from '../sites.ts';

type FormattedProblem = readonly [time: string, phase: Entry['phase'], services?: Entry['services']];

const made = (
  impact: Impact,
  told: readonly [FormattedProblem, ...FormattedProblem[]],
  more: Partial<Incident> = {},
): Incident => {
  const [first, ...rest] = told;
  const entryOf = ([time, phase, services = {}]: FormattedProblem): Entry => ({
    ...entry(time, phase),
    services,
  });
  return incident([entryOf(first), ...rest.map(entryOf)], { impact, services: ['email', 'web'], ...more });
};

const stateWords = {
  operational: 'up',
  degraded_performance: 'slow',
  partial_outage: 'part',
  major_outage: 'down',
};
const shown = (one: Incident) =>
  timelineStatesOf(one).map(({ states, relapse, reopens }) => {
    const words = [...states].map(([service, state]) => `${service} ${stateWords[state]}`).join(', ');
    return `${words}${reopens ? ' (reopens)' : relapse ? ' (relapse)' : ''}`;
  });

describe('the state of each service at each entry', () => {
  test.each<[what: string, Incident, readonly string[]]>([
    [
      'by impact at first, kept after',
      made('major', [
        ['2024-03-02 06:00', 'investigating'],
        ['2024-03-02 07:00', 'identified'],
      ]),
      ['email part, web part', 'email part, web part'],
    ],
    ['minor is slow', made('minor', [['2024-03-02 06:00', 'investigating']]), ['email slow, web slow']],
    ['none is up', made('none', [['2024-03-02 06:00', 'investigating']]), ['email up, web up']],
    [
      'as written where it is written, for that service alone',
      made('critical', [
        ['2024-03-02 06:00', 'investigating', { web: 'operational' }],
        ['2024-03-02 07:00', 'identified', { email: 'partial_outage' }],
      ]),
      ['email down, web up', 'email part, web up'],
    ],
    [
      'resolved puts every service back',
      made('critical', [
        ['2024-03-02 06:00', 'investigating'],
        ['2024-03-02 08:00', 'resolved'],
      ]),
      ['email down, web down', 'email up, web up'],
    ],
    [
      'a worse state is a relapse',
      made('critical', [
        ['2024-03-02 06:00', 'investigating', { email: 'partial_outage', web: 'operational' }],
        ['2024-03-02 07:00', 'identified', { web: 'degraded_performance' }],
      ]),
      ['email part, web up', 'email part, web slow (relapse)'],
    ],
    [
      'an earlier phase is a relapse',
      made('minor', [
        ['2024-03-02 06:00', 'monitoring'],
        ['2024-03-02 07:00', 'investigating'],
      ]),
      ['email slow, web slow', 'email slow, web slow (relapse)'],
    ],
    [
      'after resolved it reopens, by impact again',
      made('major', [
        ['2024-03-02 06:00', 'investigating', { web: 'operational' }],
        ['2024-03-02 08:00', 'resolved'],
        ['2024-03-02 09:00', 'investigating'],
      ]),
      ['email part, web up', 'email up, web up', 'email part, web part (reopens)'],
    ],
    [
      'a word after the end reopens nothing',
      made('major', [
        ['2024-03-02 06:00', 'investigating'],
        ['2024-03-02 08:00', 'resolved'],
        ['2024-03-02 09:00', 'resolved'],
      ]),
      ['email part, web part', 'email up, web up', 'email up, web up'],
    ],
  ])('%s', (_, one, expected) => expect(shown(one)).toEqual(expected));
});

describe('open, closed, over', () => {
  const open: readonly [FormattedProblem] = [['2024-03-02 06:00', 'investigating']];
  const over: readonly [FormattedProblem, FormattedProblem] = [...open, ['2024-03-02 08:00', 'resolved']];
  test.each([
    ['open until resolved', made('major', open), true, false],
    ['resolved', made('major', over), false, false],
    ['reopened', made('major', [...over, ['2024-03-02 09:00', 'monitoring']]), true, false],
    ['closed without an end', made('major', open, { closed: at('2024-03-20') }), false, true],
    ['resolved and closed', made('major', over, { closed: at('2024-03-20') }), false, false],
  ])('%s', (_, one, isOpenNow, endUnknown) => {
    expect(isOpen(one)).toBe(isOpenNow);
    expect(isClosedUnresolved(one)).toBe(endUnknown);
    expect(statesNow(one).size > 0).toBe(isOpenNow);
  });
});

describe('time in trouble', () => {
  const hour = 3_600_000;
  test.each<[string, Incident, unknown]>([
    [
      'from start to end',
      made('major', [
        ['2024-03-02 06:00', 'investigating'],
        ['2024-03-02 08:30', 'resolved'],
      ]),
      { kind: 'time', ms: 2.5 * hour },
    ],
    [
      'from when it started, where that is earlier than the first word',
      made(
        'major',
        [
          ['2024-03-02 06:00', 'investigating'],
          ['2024-03-02 08:00', 'resolved'],
        ],
        { started: at('2024-03-02 04:00') },
      ),
      { kind: 'time', ms: 4 * hour },
    ],
    [
      'the quiet between an end and a reopening is not trouble',
      made('major', [
        ['2024-03-02 06:00', 'investigating'],
        ['2024-03-02 08:00', 'resolved'],
        ['2024-03-02 11:00', 'investigating'],
        ['2024-03-02 12:00', 'resolved'],
      ]),
      { kind: 'time', ms: 3 * hour },
    ],
    [
      'over the night on which clocks jump, as it was lived',
      made('major', [
        ['2024-03-09 23:00', 'investigating'],
        ['2024-03-10 05:00', 'resolved'],
      ]),
      { kind: 'time', ms: 5 * hour },
    ],
    [
      'in days where only days are known',
      made('major', [
        ['2024-08-15', 'investigating'],
        ['2024-08-18', 'resolved'],
      ]),
      { kind: 'days', days: 3 },
    ],
    [
      'in days where one end is a day',
      made('major', [
        ['2024-08-15', 'investigating'],
        ['2024-08-18 06:00', 'resolved'],
      ]),
      { kind: 'days', days: 3 },
    ],
    ['none while it is open', made('major', [['2024-03-02 06:00', 'investigating']]), undefined],
    [
      'none where the end is not known',
      made('major', [['2024-03-02', 'investigating']], { closed: at('2024-03-20') }),
      undefined,
    ],
  ])('%s', (_, one, expected) => expect(durationOf(one)).toEqual(expected));
});
