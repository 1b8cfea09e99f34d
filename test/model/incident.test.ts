import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/language/format/zones.ts';
import {
  durationOf,
  type Entry,
  holdsIn,
  type Incident,
  isClosedUnresolved,
  isOpen,
  regionsOf,
  resolvedAt,
  statesNow,
  timelineStatesOf,
} from '../../src/model/incident.ts';
import type { Impact } from '../../src/model/status.ts';
import { at, entry, epoch, incident } from '../sites.ts';

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
  timelineStatesOf(one).map(({ states, relapse, again, reopens }) => {
    const words = [...states].map(([service, state]) => `${service} ${stateWords[state]}`).join(', ');
    return `${words}${reopens ? ' (reopens)' : again ? ' (relapse)' : relapse ? ' (worse)' : ''}`;
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
      'what is bad for the first time is worse, not worse again',
      made('critical', [
        ['2024-03-02 06:00', 'investigating', { email: 'partial_outage', web: 'operational' }],
        ['2024-03-02 07:00', 'identified', { web: 'degraded_performance' }],
      ]),
      ['email part, web up', 'email part, web slow (worse)'],
    ],
    [
      'what had been better is worse again',
      made('critical', [
        ['2024-03-02 06:00', 'investigating', { email: 'partial_outage', web: 'degraded_performance' }],
        ['2024-03-02 07:00', 'identified', { email: 'major_outage' }],
        ['2024-03-02 08:00', 'identified', { email: 'partial_outage' }],
        ['2024-03-02 09:00', 'identified', { web: 'major_outage' }],
      ]),
      [
        'email part, web slow',
        'email down, web slow (worse)',
        'email part, web slow',
        'email part, web down (relapse)',
      ],
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

test.each([
  [
    'the hour of the end, not of a report that came later',
    [['2024-03-02 09:00'], ['2024-03-20 09:00']],
    '2024-03-02 09:00',
  ],
  [
    'when it really ended, as the end was told',
    [['2024-03-02 09:00', '2024-03-02 08:10'], ['2024-03-20 09:00']],
    '2024-03-02 08:10',
  ],
] as const)('the end: %s', (_, told, expected) => {
  const ends = told.map(([time, ended]) => entry(time, 'resolved', ended === undefined ? {} : { ended }));
  const one = incident([entry('2024-03-02 06:00', 'investigating'), ...ends]);
  expect(resolvedAt(one)).toEqual(at(expected));
  const from = epoch('2024-03-02 06:00');
  expect(durationOf(one)).toEqual({ kind: 'time', ms: epoch(expected) - from });
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
      'to when it ended, where that was told later',
      incident([
        entry('2024-03-02 06:00', 'investigating'),
        entry('2024-03-02 08:30', 'resolved', { ended: '2024-03-02 08:10' }),
        entry('2024-03-02 09:00', 'identified'),
        entry('2024-03-02 11:00', 'resolved', { ended: '2024-03-02 10:00' }),
      ]),
      { kind: 'time', ms: (130 / 60 + 1) * hour },
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

  const year = (first: number) => ({
    from: dayOf(`${first}-01-01`, 'America/Halifax'),
    until: dayOf(`${first + 1}-01-01`, 'America/Halifax'),
  });
  const overNewYear = incident([
    entry('2025-12-30 22:00', 'investigating'),
    entry('2026-01-03 08:00', 'resolved'),
  ]);
  const inDays = incident([entry('2025-12-30', 'investigating'), entry('2026-01-03', 'resolved')]);
  test.each<[string, Incident, number, unknown]>([
    ['the part before New Year', overNewYear, 2025, { kind: 'time', ms: 26 * hour }],
    ['the part after New Year', overNewYear, 2026, { kind: 'time', ms: 56 * hour }],
    ['none of it in another year', overNewYear, 2024, { kind: 'time', ms: 0 }],
    ['days before New Year', inDays, 2025, { kind: 'days', days: 2 }],
    ['days after New Year', inDays, 2026, { kind: 'days', days: 2 }],
    ['no days of another year', inDays, 2027, { kind: 'days', days: 0 }],
  ])('within a year: %s', (_, one, first, expected) =>
    expect(durationOf(one, year(first))).toEqual(expected),
  );
});

describe('where it holds', () => {
  const told = (regions: readonly string[], ...entries: readonly (readonly string[] | undefined)[]) =>
    incident(
      [
        entry('2024-03-02 06:00', 'investigating'),
        ...entries.map((one, index) =>
          entry(`2024-03-02 0${7 + index}:00`, 'identified', one && { regions: one }),
        ),
      ],
      { regions },
    );
  test.each<[string, Incident, string, boolean, readonly string[]]>([
    ['everywhere where none is named', told([]), 'ns', true, []],
    ['where the notice says', told(['ns']), 'nb', false, ['ns']],
    ['where an entry says, from there on', told(['ns', 'nb'], ['nb'], undefined), 'ns', false, ['ns', 'nb']],
    ['it may spread', told(['ns'], ['ns', 'nb']), 'nb', true, ['ns', 'nb']],
    ['at first everywhere, then in one', told([], ['nb']), 'ns', false, []],
    ['and in that one', told([], ['nb']), 'nb', true, []],
  ])('%s', (_, one, region, holds, all) => {
    expect(holdsIn(one, region)).toBe(holds);
    expect(regionsOf(one)).toEqual(all);
  });

  test('nowhere once it is over; after a reopening, where it held before', () => {
    const over = [
      entry('2024-03-02 06:00', 'investigating', { regions: ['nb'] }),
      entry('2024-03-02 07:00', 'resolved'),
    ] as const;
    expect(holdsIn(incident(over), 'nb')).toBe(false);
    const again = incident([...over, entry('2024-03-02 08:00', 'investigating')]);
    expect([holdsIn(again, 'nb'), holdsIn(again, 'ns')]).toEqual([true, false]);
  });
});
