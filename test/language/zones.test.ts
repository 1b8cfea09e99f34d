import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  dayOf,
  instantAt,
  instantsOfWall,
  isCivilDate,
  isWallTime,
  isZone,
  offsetAt,
  zoneNames,
  zoneWords,
} from '../../src/language/format/zones.ts';
import type { Instant } from '../../src/model/values.ts';

const day = 24 * 3_600_000;
const utc = (iso: string): number => Date.parse(iso);

test.each([
  'America/Halifax',
  'America/St_Johns',
  'America/Argentina/Buenos_Aires',
  'Europe/Kyiv',
  'Asia/Kolkata',
  'Asia/Calcutta',
  'Canada/Pacific',
  'US/Eastern',
  'US/East-Indiana',
  'Mexico/BajaSur',
  'Australia/ACT',
  'America/Knox_IN',
  'America/Port-au-Prince',
  'UTC',
])('%s is a zone', (name) => expect(isZone(name)).toBe(true));

test.each([
  '+05:00',
  '-07:00',
  'EST',
  'EST5EDT',
  'PST8PDT',
  'GMT',
  'Etc/GMT+5',
  'Etc/UTC',
  'SystemV/EST5',
  'canada/Pacific',
  'Canada/pacific',
  'CANADA/PACIFIC',
  'Us/Eastern',
  'US/EASTERN',
  'Australia/Act',
  'America/Knox_In',
  'America/Port-Au-Prince',
  'Canada/Hudson',
  'America',
  'America/',
  'America/Atlantis',
  'america/halifax',
  'America/halifax',
  'America/HALIFAX',
  'America/../Halifax',
  '',
  'toString',
  `America/${'A'.repeat(100_000)}`,
])('%.40s is no zone', (name) => expect(isZone(name)).toBe(false));

test.each(['2019-08-15', '2024-02-29', '2000-02-29', '0001-01-01'])('%s is a date', (text) =>
  expect(isCivilDate(text)).toBe(true),
);

test.each([
  '2019-02-29',
  '1900-02-29',
  '2019-02-30',
  '2019-04-31',
  '2019-13-01',
  '2019-00-10',
  '2019-08-00',
  '2019-8-15',
  '2019-08-15T06:40',
  '2019-08-15 ',
  ' 2019-08-15',
  '２019-08-15',
  '-2019-08-15',
  '',
  '1'.repeat(100_000),
])('%.40j is no date', (text) => expect(isCivilDate(text)).toBe(false));

test('what is a time of the day', () => {
  for (const text of ['00:00', '06:40', '23:59', '06:40:30']) expect(isWallTime(text), text).toBe(true);
  for (const text of ['24:00', '6:40', '06:60', '06:40:60', '06:40:3', '06:40 ', '06:40:', '']) {
    expect(isWallTime(text), text).toBe(false);
  }
});

/** Zone, wall clock, and the instants that it shows so; offsets from the zone's law, checked by hand. */
const walls: readonly (readonly [string, string, string, readonly (readonly [string, number])[]])[] = [
  ['America/Halifax', '2019-08-15', '12:00', [['2019-08-15T15:00Z', -180]]],
  ['America/Halifax', '2019-12-15', '12:00', [['2019-12-15T16:00Z', -240]]],
  ['America/St_Johns', '2019-07-01', '12:00', [['2019-07-01T14:30Z', -150]]],
  ['America/St_Johns', '2019-01-15', '22:15', [['2019-01-16T01:45Z', -210]]],
  ['America/Regina', '2019-07-01', '12:00', [['2019-07-01T18:00Z', -360]]],
  ['UTC', '2019-08-15', '06:40', [['2019-08-15T06:40Z', 0]]],
  // Vancouver 2019: 2:00 became 3:00 on March 10, and 2:00 became 1:00 on November 3.
  ['America/Vancouver', '2019-03-10', '01:59', [['2019-03-10T09:59Z', -480]]],
  ['America/Vancouver', '2019-03-10', '02:00', []],
  ['America/Vancouver', '2019-03-10', '02:59:59', []],
  ['America/Vancouver', '2019-03-10', '03:00', [['2019-03-10T10:00Z', -420]]],
  ['America/Vancouver', '2019-11-03', '00:59', [['2019-11-03T07:59Z', -420]]],
  [
    'America/Vancouver',
    '2019-11-03',
    '01:30',
    [
      ['2019-11-03T08:30Z', -420],
      ['2019-11-03T09:30Z', -480],
    ],
  ],
  ['America/Vancouver', '2019-11-03', '02:00', [['2019-11-03T10:00Z', -480]]],
  // British Columbia and Alberta kept summer time in 2026; older zone data is an hour off here.
  ['America/Vancouver', '2026-12-15', '09:30', [['2026-12-15T16:30Z', -420]]],
  ['America/Edmonton', '2026-12-15', '09:30', [['2026-12-15T15:30Z', -360]]],
  ['America/Vancouver', '2026-11-01', '01:30', [['2026-11-01T08:30Z', -420]]],
  // Lord Howe 2019 moved by half an hour: 2:00 became 1:30 on April 7, and 2:30 on October 6.
  [
    'Australia/Lord_Howe',
    '2019-04-07',
    '01:45',
    [
      ['2019-04-06T14:45Z', 660],
      ['2019-04-06T15:15Z', 630],
    ],
  ],
  ['Australia/Lord_Howe', '2019-10-06', '02:15', []],
  ['Australia/Lord_Howe', '2019-10-06', '02:30', [['2019-10-05T15:30Z', 660]]],
  // Samoa crossed the date line and had no December 30, 2011.
  ['Pacific/Apia', '2011-12-29', '23:30', [['2011-12-30T09:30Z', -600]]],
  ['Pacific/Apia', '2011-12-30', '12:00', []],
  ['Pacific/Apia', '2011-12-31', '00:30', [['2011-12-30T10:30Z', 840]]],
];

/** Zone, day, its first instant and that of the next. */
const days: readonly (readonly [string, string, string, string])[] = [
  ['America/Halifax', '2019-10-31', '2019-10-31T03:00Z', '2019-11-01T03:00Z'],
  ['America/St_Johns', '2019-01-15', '2019-01-15T03:30Z', '2019-01-16T03:30Z'],
  ['America/Vancouver', '2019-03-10', '2019-03-10T08:00Z', '2019-03-11T07:00Z'],
  ['America/Vancouver', '2019-11-03', '2019-11-03T07:00Z', '2019-11-04T08:00Z'],
  // Santiago 2019: midnight of September 8 became 1:00; midnight after April 6 became 23:00.
  ['America/Santiago', '2019-09-08', '2019-09-08T04:00Z', '2019-09-09T03:00Z'],
  ['America/Santiago', '2019-09-07', '2019-09-07T04:00Z', '2019-09-08T04:00Z'],
  ['America/Santiago', '2019-04-06', '2019-04-06T03:00Z', '2019-04-07T04:00Z'],
  // Havana 2019: midnight of March 10 became 1:00; 1:00 of November 3 became midnight again.
  ['America/Havana', '2019-03-10', '2019-03-10T05:00Z', '2019-03-11T04:00Z'],
  ['America/Havana', '2019-11-03', '2019-11-03T04:00Z', '2019-11-04T05:00Z'],
  // Toronto 1919: 23:30 of March 30 became 0:30 of March 31.
  ['America/Toronto', '1919-03-31', '1919-03-31T04:30Z', '1919-04-01T04:00Z'],
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00Z', '2011-12-30T10:00Z'],
];

test.each(walls)('%s on %s at %s', (zone, date, time, expected) => {
  expect(instantsOfWall(date, time, zone)).toEqual(
    expected.map(([iso, offset]) => ({
      kind: 'instant',
      epoch: utc(iso.replace('Z', `${time.slice(5)}Z`)),
      date,
      time,
      offset,
    })),
  );
});

test.each(days)('the day of %s, %s', (zone, date, start, end) => {
  expect(dayOf(date, zone)).toEqual({ kind: 'day', date, start: utc(start), end: utc(end) });
});

test('an instant has its seconds only where they are asked for', () => {
  const epoch = utc('2019-08-15T13:40:30Z');
  const instant = { kind: 'instant', epoch, date: '2019-08-15', time: '06:40', offset: -420 };
  expect(instantAt(epoch, 'America/Vancouver')).toEqual(instant);
  expect(instantAt(epoch, 'America/Vancouver', true)).toEqual({ ...instant, time: '06:40:30' });
  expect(instantAt(utc('2019-08-15T02:00Z'), 'America/Vancouver').date).toBe('2019-08-14');
});

test('an offset is what Intl says of the instant itself, near every change of a clock too', () => {
  for (const zone of zoneNames()) {
    const intl = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const said = (epoch: number) => {
      const [, sign, hours = '0', minutes = '0'] = /GMT([+−-])(\d+):(\d+)/.exec(intl.format(epoch)) ?? [];
      return (Number(hours) * 60 + Number(minutes)) * (sign === '+' || sign === undefined ? 1 : -1);
    };
    // The seasons that a notice may lie in, an hour in each half of a month, and the minutes about each change between two.
    for (let at = Date.UTC(2020, 0, 1, 5); at < Date.UTC(2028, 0); at += 15 * day) {
      if (offsetAt(at, zone) === offsetAt(at + 15 * day, zone)) continue;
      let [before, after] = [at, at + 15 * day];
      while (after - before > 60_000) {
        const middle = Math.floor((before + after) / 120_000) * 60_000;
        if (said(middle) === said(before)) before = middle;
        else after = middle;
      }
      for (const minutes of [-1500, -60, -1, 0, 1, 60, 1500]) {
        const instant = after + minutes * 60_000;
        expect([zone, instant, offsetAt(instant, zone)]).toEqual([zone, instant, said(instant)]);
      }
    }
  }
});

test('what is no date, no time and no zone is refused', () => {
  expect(() => dayOf('2019-02-30', 'UTC')).toThrow(RangeError);
  expect(() => instantsOfWall('2019-02-30', '06:40', 'UTC')).toThrow(RangeError);
  expect(() => instantsOfWall('2019-02-28', '24:00', 'UTC')).toThrow(RangeError);
  expect(() => offsetAt(0, 'America/Atlantis')).toThrow(RangeError);
});

const wideZones = [
  'America/St_Johns',
  'America/Vancouver',
  'America/Edmonton',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Kathmandu',
];

test('every instant is among those of its own wall clock, and within its own day', () => {
  const seconds = fc.integer({ min: utc('2007-01-01T00:00Z') / 1000, max: utc('2040-01-01T00:00Z') / 1000 });
  fc.assert(
    fc.property(seconds, fc.constantFrom(...wideZones), (second, zone) => {
      const instant = instantAt(second * 1000, zone, true);
      expect(instantsOfWall(instant.date, instant.time, zone)).toContainEqual(instant);
      const { start, end } = dayOf(instant.date, zone);
      // Until 2011 clocks in Newfoundland went back over midnight, so that a day came in two pieces.
      if (zone === 'America/St_Johns' && instant.date < '2012') return;
      expect(start <= instant.epoch && instant.epoch < end).toBe(true);
    }),
    { seed: 20190815, numRuns: 2_000 },
  );
});

describe('the name of a zone', () => {
  const at = (zone: string, iso: string): Instant => instantAt(utc(iso), zone);

  /** The table of Canadian names: short and long, French and English, the same in summer and in winter. */
  test.each([
    ['America/Vancouver', 'HP', 'heure du Pacifique', 'PT', 'Pacific Time'],
    ['America/Edmonton', 'HR', 'heure des Rocheuses', 'MT', 'Mountain Time'],
    ['America/Regina', 'HNC', 'heure normale du Centre', 'CST', 'Central Standard Time'],
    ['America/Winnipeg', 'HC', 'heure du Centre', 'CT', 'Central Time'],
    ['America/Toronto', 'HE', 'heure de l’Est', 'ET', 'Eastern Time'],
    ['America/Halifax', 'HA', 'heure de l’Atlantique', 'AT', 'Atlantic Time'],
    ['America/St_Johns', 'HT', 'heure de Terre-Neuve', 'NT', 'Newfoundland Time'],
    ['UTC', 'UTC', 'temps universel coordonné', 'UTC', 'Coordinated Universal Time'],
  ])('%s: %s, %s, %s, %s', (zone, shortFr, longFr, shortEn, longEn) => {
    for (const iso of ['2019-08-15T13:40Z', '2019-12-15T13:40Z', '2020-02-01T03:00Z']) {
      const instant = at(zone, iso);
      expect(zoneWords(zone, 'fr', instant, 'short')).toBe(shortFr);
      expect(zoneWords(zone, 'fr', instant, 'long')).toBe(longFr);
      expect(zoneWords(zone, 'en', instant)).toBe(shortEn);
      expect(zoneWords(zone, 'en', instant, 'long')).toBe(longEn);
    }
  });

  test.each([
    // From November 2026 on, « HP » and « HR » are no longer the hours of the western United States in winter.
    ['America/Vancouver', '2026-12-15T17:00Z', 'HP, UTC−7', 'PT (UTC−7)'],
    ['America/Edmonton', '2026-12-15T17:00Z', 'HR, UTC−6', 'MT (UTC−6)'],
    ['America/Vancouver', '2027-07-15T17:00Z', 'HP', 'PT'],
    ['America/Los_Angeles', '2026-12-15T17:00Z', 'HP', 'PT'],
    ['America/Inuvik', '2026-12-15T17:00Z', 'HR', 'MT'],
    // The hour that came twice in Vancouver on November 3, 2019, and those around it.
    ['America/Vancouver', '2019-11-03T07:59Z', 'HP', 'PT'],
    ['America/Vancouver', '2019-11-03T08:30Z', 'HP, UTC−7', 'PT (UTC−7)'],
    ['America/Vancouver', '2019-11-03T09:30Z', 'HP, UTC−8', 'PT (UTC−8)'],
    ['America/Vancouver', '2019-11-03T10:00Z', 'HP', 'PT'],
    ['America/Vancouver', '2019-03-10T10:00Z', 'HP', 'PT'],
    // No Canadian abbreviation.
    ['America/Whitehorse', '2026-12-15T17:00Z', 'UTC−7', 'UTC−7'],
    ['Europe/Paris', '2019-08-15T13:40Z', 'UTC+2', 'UTC+2'],
    ['Europe/London', '2019-12-15T13:40Z', 'UTC', 'UTC'],
    ['Asia/Kolkata', '2019-08-15T13:40Z', 'UTC+5:30', 'UTC+5:30'],
    ['Australia/Lord_Howe', '2019-08-15T13:40Z', 'UTC+10:30', 'UTC+10:30'],
  ])('%s at %s: %s, %s', (zone, iso, french, english) => {
    expect(zoneWords(zone, 'fr', at(zone, iso))).toBe(french);
    expect(zoneWords(zone, 'en', at(zone, iso))).toBe(english);
  });

  test('the offset alone, and after a long name', () => {
    const winter = at('America/Vancouver', '2026-12-15T17:00Z');
    expect(zoneWords('America/Vancouver', 'fr', winter, 'offset')).toBe('UTC−7');
    expect(zoneWords('America/Vancouver', 'fr', winter, 'long')).toBe('heure du Pacifique (UTC−7)');
    expect(zoneWords('America/Vancouver', 'en', winter, 'long')).toBe('Pacific Time (UTC−7)');
    const summer = at('America/St_Johns', '2019-08-15T13:40Z');
    expect(zoneWords('America/St_Johns', 'en', summer, 'offset')).toBe('UTC−2:30');
    expect(zoneWords('Europe/Paris', 'fr', at('Europe/Paris', '2019-08-15T13:40Z'), 'long')).toBe(
      'heure de l’Europe centrale',
    );
    expect(zoneWords('Europe/London', 'fr', at('Europe/London', '2019-08-15T13:40Z'), 'long')).toBe('UTC+1');
  });

  test('no zone of Canada bears the name of a season', () => {
    const canadian =
      'Vancouver Dawson_Creek Fort_Nelson Creston Edmonton Yellowknife Inuvik Cambridge_Bay Regina Swift_Current ' +
      'Winnipeg Rankin_Inlet Resolute Toronto Thunder_Bay Iqaluit Atikokan Montreal Halifax Glace_Bay Moncton ' +
      'Goose_Bay Blanc-Sablon St_Johns Whitehorse Dawson';
    for (const zone of canadian.split(' ').map((city) => `America/${city}`)) {
      expect(isZone(zone), zone).toBe(true);
      for (let month = 0; month < 12 * 12; month++) {
        const instant = instantAt(Date.UTC(2018, month, 20, 17), zone);
        for (const form of ['short', 'long'] as const) {
          expect(zoneWords(zone, 'en', instant, form), zone).not.toMatch(/^[A-Z]DT|Daylight|GMT|Summer/);
          expect(zoneWords(zone, 'fr', instant, form), zone).not.toMatch(/^HA[A-Z]|avancée|été|:(?!\d)/);
        }
      }
    }
  });
});

describe('on a machine in another zone', () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  test.each([
    ['Pacific/Kiritimati', -840],
    ['America/St_Johns', 210],
    ['UTC', 0],
  ])('%s, the results are the same', async (machine, west) => {
    process.env.TZ = machine;
    expect(new Date(Date.UTC(2019, 0, 15)).getTimezoneOffset(), 'the machine’s zone').toBe(west);
    vi.resetModules();
    const fresh = await import('../../src/language/format/zones.ts');
    for (const [zone, date, time, expected] of walls) {
      expect(fresh.instantsOfWall(date, time, zone).map(({ offset }) => offset)).toEqual(
        expected.map(([, offset]) => offset),
      );
    }
    for (const [zone, date, start, end] of days) {
      expect(fresh.dayOf(date, zone)).toEqual({ kind: 'day', date, start: utc(start), end: utc(end) });
    }
    expect(fresh.isCivilDate('2019-02-29')).toBe(false);
  });
});
