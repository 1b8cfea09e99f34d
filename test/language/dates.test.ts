import { afterEach, describe, expect, test, vi } from 'vitest';
import { dateWords, momentWords, onDate, rangeSpans, timeWords } from '../../src/language/format/dates.ts';
import { dayOf, instantAt } from '../../src/language/format/zones.ts';
import { type Locale, locales, type Moment } from '../../src/model/values.ts';

/** A no-break space, made visible. */
const seen = (text: string): string => text.replaceAll('\u00a0', '⍽');

const vancouver = 'America/Vancouver';
const halifax = 'America/Halifax';

/** `2019-08-15` or `2019-08-15T13:40Z`. */
const moment = (text: string, zone: string): Moment =>
  text.includes('T') ? instantAt(Date.parse(text), zone, /:\d\d:\d\dZ/.test(text)) : dayOf(text, zone);

const dates = [
  ['2019-08-15', 'long', '15⍽août 2019', 'August⍽15, 2019'],
  ['2019-08-01', 'long', '1er⍽août 2019', 'August⍽1, 2019'],
  ['2019-08-02', 'long', '2⍽août 2019', 'August⍽2, 2019'],
  ['2024-02-29', 'long', '29⍽février 2024', 'February⍽29, 2024'],
  ['2019-12-31', 'long', '31⍽décembre 2019', 'December⍽31, 2019'],
  ['2019-08-15', 'weekday', 'jeudi 15⍽août 2019', 'Thursday, August⍽15, 2019'],
  ['2026-12-01', 'weekday', 'mardi 1er⍽décembre 2026', 'Tuesday, December⍽1, 2026'],
  ['2000-01-01', 'weekday', 'samedi 1er⍽janvier 2000', 'Saturday, January⍽1, 2000'],
  ['2019-08-18', 'weekday', 'dimanche 18⍽août 2019', 'Sunday, August⍽18, 2019'],
  ['2019-01-15', 'short', '15⍽janv.', 'Jan.⍽15'],
  ['2019-02-15', 'short', '15⍽févr.', 'Feb.⍽15'],
  ['2019-03-15', 'short', '15⍽mars', 'March⍽15'],
  ['2019-04-15', 'short', '15⍽avr.', 'April⍽15'],
  ['2019-05-15', 'short', '15⍽mai', 'May⍽15'],
  ['2019-06-15', 'short', '15⍽juin', 'June⍽15'],
  ['2019-07-15', 'short', '15⍽juill.', 'July⍽15'],
  ['2019-08-15', 'short', '15⍽août', 'Aug.⍽15'],
  ['2019-09-01', 'short', '1er⍽sept.', 'Sept.⍽1'],
  ['2019-10-15', 'short', '15⍽oct.', 'Oct.⍽15'],
  ['2019-11-15', 'short', '15⍽nov.', 'Nov.⍽15'],
  ['2019-12-15', 'short', '15⍽déc.', 'Dec.⍽15'],
] as const;

test.each(dates)('%s, %s: %s, %s', (date, form, french, english) => {
  expect(seen(dateWords(date, 'fr', form))).toBe(french);
  expect(seen(dateWords(date, 'en', form))).toBe(english);
});

test('every month and every weekday is the one that Unicode names', () => {
  for (const locale of locales) {
    const format = new Intl.DateTimeFormat(`${locale}-CA`, { dateStyle: 'full', timeZone: 'UTC' });
    for (let n = 0; n < 366; n++) {
      const epoch = Date.UTC(2024, 0, 1 + n);
      const said = dateWords(new Date(epoch).toISOString().slice(0, 10), locale, 'weekday');
      expect(said.replaceAll('\u00a0', ' ').replace('1er ', '1 ')).toBe(format.format(epoch));
    }
  }
});

test('on a date', () => {
  expect(seen(onDate('2019-08-15', 'fr'))).toBe('le jeudi 15⍽août 2019');
  expect(seen(onDate('2019-08-15', 'en'))).toBe('on Thursday, August⍽15, 2019');
  expect(seen(onDate('2019-08-01', 'fr'))).toBe('le jeudi 1er⍽août 2019');
});

const times = [
  ['06:40', '6⍽h⍽40', '6:40⍽a.m.'],
  ['09:00', '9⍽h', '9⍽a.m.'],
  ['09:05', '9⍽h⍽05', '9:05⍽a.m.'],
  ['12:00', 'midi', 'noon'],
  ['00:00', 'minuit', 'midnight'],
  ['00:05', '0⍽h⍽05', '12:05⍽a.m.'],
  ['12:05', '12⍽h⍽05', '12:05⍽p.m.'],
  ['01:00', '1⍽h', '1⍽a.m.'],
  ['11:59', '11⍽h⍽59', '11:59⍽a.m.'],
  ['13:00', '13⍽h', '1⍽p.m.'],
  ['14:20', '14⍽h⍽20', '2:20⍽p.m.'],
  ['23:59', '23⍽h⍽59', '11:59⍽p.m.'],
  ['14:20:05', '14⍽h⍽20⍽min⍽5⍽s', '2:20:05⍽p.m.'],
  ['14:00:30', '14⍽h⍽0⍽min⍽30⍽s', '2:00:30⍽p.m.'],
  ['00:00:05', '0⍽h⍽0⍽min⍽5⍽s', '12:00:05⍽a.m.'],
  ['14:20:00', '14⍽h⍽20', '2:20⍽p.m.'],
  ['12:00:00', 'midi', 'noon'],
] as const;

test.each(times)('%s: %s, %s', (time, french, english) => {
  expect(seen(timeWords(time, 'fr'))).toBe(french);
  expect(seen(timeWords(time, 'en'))).toBe(english);
});

test('no minute of the day can break at the end of a line', () => {
  for (const locale of locales) {
    for (let n = 0; n < 24 * 60; n++) {
      const time = new Date(n * 60_000).toISOString().slice(11, 16);
      expect(timeWords(time, locale)).not.toMatch(/[^\S\u00a0]|[\u2009\u202f]/);
    }
  }
});

const moments = [
  [
    '2019-08-15T13:40Z',
    vancouver,
    'sentence',
    'le jeudi 15⍽août 2019, à 6⍽h⍽40⍽(HP)',
    'on Thursday, August⍽15, 2019, at 6:40⍽a.m.⍽PT',
  ],
  [
    '2019-08-15T13:40Z',
    vancouver,
    'label',
    'jeudi 15⍽août 2019, à 6⍽h⍽40⍽(HP)',
    'Thursday, August⍽15, 2019, at 6:40⍽a.m.⍽PT',
  ],
  ['2019-08-15T13:40Z', vancouver, 'short', '15⍽août, 6⍽h⍽40⍽(HP)', 'Aug.⍽15, 6:40⍽a.m.⍽PT'],
  ['2019-08-15T13:40Z', vancouver, 'time', '6⍽h⍽40⍽(HP)', '6:40⍽a.m.⍽PT'],
  ['2019-08-15T13:40:05Z', vancouver, 'time', '6⍽h⍽40⍽min⍽5⍽s⍽(HP)', '6:40:05⍽a.m.⍽PT'],
  ['2019-08-15T19:00Z', vancouver, 'time', 'midi⍽(HP)', 'noon⍽PT'],
  ['2026-12-15T17:00Z', vancouver, 'time', '10⍽h⍽(HP, UTC−7)', '10⍽a.m.⍽PT (UTC−7)'],
  ['2019-08-15T13:40Z', 'Europe/Paris', 'time', '15⍽h⍽40⍽(UTC+2)', '3:40⍽p.m.⍽UTC+2'],
  // The evening before, in the zone.
  ['2019-08-15T02:00Z', vancouver, 'short', '14⍽août, 19⍽h⍽(HP)', 'Aug.⍽14, 7⍽p.m.⍽PT'],
  ['2019-10-31', vancouver, 'sentence', 'le jeudi 31⍽octobre 2019', 'on Thursday, October⍽31, 2019'],
  ['2019-10-31', vancouver, 'label', 'jeudi 31⍽octobre 2019', 'Thursday, October⍽31, 2019'],
  ['2019-10-31', vancouver, 'short', '31⍽oct.', 'Oct.⍽31'],
  ['2019-10-31', vancouver, 'time', '31⍽octobre 2019', 'October⍽31, 2019'],
] as const;

test.each(moments)('%s in %s, %s: %s, %s', (text, zone, form, french, english) => {
  expect(seen(momentWords(moment(text, zone), 'fr', zone, form))).toBe(french);
  expect(seen(momentWords(moment(text, zone), 'en', zone, form))).toBe(english);
});

test('a moment is said as a sentence has it unless told otherwise', () => {
  expect(momentWords(moment('2019-10-31', vancouver), 'fr', vancouver)).toBe('le jeudi 31\u00a0octobre 2019');
});

const textOf = (spans: readonly { readonly text: string }[]): string =>
  spans.map(({ text }) => text).join('');

const ranges = [
  [
    '2026-12-01T05:00Z',
    '2026-12-01T08:00Z',
    halifax,
    'le 1er⍽décembre 2026, de 1⍽h à 4⍽h⍽(HA)',
    'December⍽1, 2026, 1⍽a.m. to 4⍽a.m.⍽AT',
  ],
  [
    '2026-12-02T02:00Z',
    '2026-12-02T04:00Z',
    halifax,
    'le 1er⍽décembre 2026, de 22⍽h à minuit⍽(HA)',
    'December⍽1, 2026, 10⍽p.m. to midnight⍽AT',
  ],
  [
    '2026-12-02T03:00Z',
    '2026-12-02T08:00Z',
    halifax,
    'du 1er⍽décembre à 23⍽h au 2⍽décembre 2026 à 4⍽h⍽(HA)',
    'December⍽1 at 11⍽p.m. to December⍽2, 2026, at 4⍽a.m.⍽AT',
  ],
  [
    '2027-01-01T03:00Z',
    '2027-01-01T08:00Z',
    halifax,
    'du 31⍽décembre 2026 à 23⍽h au 1er⍽janvier 2027 à 4⍽h⍽(HA)',
    'December⍽31, 2026, at 11⍽p.m. to January⍽1, 2027, at 4⍽a.m.⍽AT',
  ],
  // Not the midnight that ends the first day.
  [
    '2026-12-01T05:00Z',
    '2026-12-03T04:00Z',
    halifax,
    'du 1er⍽décembre à 1⍽h au 3⍽décembre 2026 à minuit⍽(HA, début de la journée)',
    'December⍽1 at 1⍽a.m. to December⍽3, 2026, at midnight⍽AT (start of the day)',
  ],
  [
    '2019-08-15T13:40Z',
    '2019-08-15T13:40Z',
    vancouver,
    'le 15⍽août 2019, à 6⍽h⍽40⍽(HP)',
    'August⍽15, 2019, 6:40⍽a.m.⍽PT',
  ],
  // Clocks went back in between, and the end fell into the hour that came twice.
  [
    '2019-11-03T07:00Z',
    '2019-11-03T09:30Z',
    vancouver,
    'le 3⍽novembre 2019, de minuit⍽(HP) à 1⍽h⍽30⍽(HP, UTC−8)',
    'November⍽3, 2019, midnight⍽PT to 1:30⍽a.m.⍽PT (UTC−8)',
  ],
  ['2019-08-15', '2019-08-15', vancouver, 'le 15⍽août 2019', 'August⍽15, 2019'],
  ['2019-08-15', '2019-08-18', vancouver, 'du 15 au 18⍽août 2019', 'August⍽15 to 18, 2019'],
  ['2019-08-01', '2019-08-04', vancouver, 'du 1er au 4⍽août 2019', 'August⍽1 to 4, 2019'],
  [
    '2019-08-30',
    '2019-09-01',
    vancouver,
    'du 30⍽août au 1er⍽septembre 2019',
    'August⍽30 to September⍽1, 2019',
  ],
  [
    '2019-12-31',
    '2020-01-02',
    vancouver,
    'du 31⍽décembre 2019 au 2⍽janvier 2020',
    'December⍽31, 2019, to January⍽2, 2020',
  ],
  [
    '2018-08-15',
    '2019-08-18',
    vancouver,
    'du 15⍽août 2018 au 18⍽août 2019',
    'August⍽15, 2018, to August⍽18, 2019',
  ],
  [
    '2019-08-15',
    '2019-08-18T13:40Z',
    vancouver,
    'du 15⍽août au 18⍽août 2019 à 6⍽h⍽40⍽(HP)',
    'August⍽15 to August⍽18, 2019, at 6:40⍽a.m.⍽PT',
  ],
  [
    '2019-08-15T13:40Z',
    '2019-08-18',
    vancouver,
    'du 15⍽août à 6⍽h⍽40⍽(HP) au 18⍽août 2019',
    'August⍽15 at 6:40⍽a.m.⍽PT to August⍽18, 2019',
  ],
  [
    '2019-08-15',
    '2019-08-15T13:40Z',
    vancouver,
    'le 15⍽août 2019, jusqu’à 6⍽h⍽40⍽(HP)',
    'August⍽15, 2019, until 6:40⍽a.m.⍽PT',
  ],
  [
    '2019-08-15T13:40Z',
    '2019-08-15',
    vancouver,
    'le 15⍽août 2019, à partir de 6⍽h⍽40⍽(HP)',
    'August⍽15, 2019, from 6:40⍽a.m.⍽PT',
  ],
] as const;

test.each(ranges)('from %s until %s in %s: %s, %s', (from, until, zone, french, english) => {
  const words = (locale: Locale) =>
    seen(textOf(rangeSpans(moment(from, zone), moment(until, zone), locale, zone)));
  expect(words('fr')).toBe(french);
  expect(words('en')).toBe(english);
});

test.each([
  ['2026-12-01T05:00Z', '2026-12-01T08:00Z', halifax, '2026-12-01T01:00-04:00', '2026-12-01T04:00-04:00'],
  ['2026-12-02T02:00Z', '2026-12-02T04:00Z', halifax, '2026-12-01T22:00-04:00', '2026-12-02T00:00-04:00'],
  ['2019-08-15', '2019-08-18', vancouver, '2019-08-15', '2019-08-18'],
  ['2019-08-15T13:40Z', '2019-08-18', vancouver, '2019-08-15T06:40-07:00', '2019-08-18'],
  ['2019-08-15', '2019-08-15T13:40Z', vancouver, '2019-08-15', '2019-08-15T06:40-07:00'],
  ['2019-08-15T13:40Z', '2019-08-15', vancouver, '2019-08-15T06:40-07:00'],
  ['2019-08-15T13:40Z', '2019-08-15T13:40Z', vancouver, '2019-08-15T06:40-07:00'],
])('from %s until %s in %s, machines read each moment that is said', (from, until, zone, ...moments) => {
  for (const locale of ['en', 'fr'] as const) {
    const spans = rangeSpans(moment(from, zone), moment(until, zone), locale, zone);
    expect(spans.flatMap(({ datetime }) => datetime ?? [])).toEqual(moments);
  }
});

test('what is no date and no time is refused', () => {
  for (const text of ['2019-02-30', '', 'x'.repeat(100_000)]) {
    expect(() => dateWords(text, 'fr')).toThrow(RangeError);
    expect(() => dateWords(text, 'en', 'short')).toThrow(RangeError);
    expect(() => timeWords(text, 'en')).toThrow(RangeError);
  }
});

describe('on a machine in another zone', () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  test.each([
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
  ])('%s, the words are the same', async (machine, west) => {
    process.env.TZ = machine;
    expect(new Date(Date.UTC(2019, 0, 15)).getTimezoneOffset(), 'the machine’s zone').toBe(west);
    vi.resetModules();
    const fresh = await import('../../src/language/format/dates.ts');
    for (const [date, form, french] of dates) expect(seen(fresh.dateWords(date, 'fr', form))).toBe(french);
    for (const [text, zone, form, , english] of moments) {
      expect(seen(fresh.momentWords(moment(text, zone), 'en', zone, form))).toBe(english);
    }
    for (const [from, until, zone, french] of ranges) {
      expect(seen(textOf(fresh.rangeSpans(moment(from, zone), moment(until, zone), 'fr', zone)))).toBe(
        french,
      );
    }
  });
});
