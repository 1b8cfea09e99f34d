import { expect, test } from 'vitest';
import { daysWords, durationWords, isoDuration } from '../../src/language/format/durations.ts';

/** A no-break space, made visible. */
const seen = (text: string): string => text.replaceAll('\u00a0', '⍽');

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, 'moins d’une minute', 'less than a minute'],
  [59_999, 'moins d’une minute', 'less than a minute'],
  [minute, '1⍽minute', '1⍽minute'],
  [89 * second, '1⍽minute', '1⍽minute'],
  [90 * second, '2⍽minutes', '2⍽minutes'],
  [45 * minute, '45⍽minutes', '45⍽minutes'],
  [hour - second, '1⍽heure', '1⍽hour'],
  [hour, '1⍽heure', '1⍽hour'],
  [hour + minute, '1⍽heure et 1⍽minute', '1⍽hour and 1⍽minute'],
  [14 * hour + 20 * minute, '14⍽heures et 20⍽minutes', '14⍽hours and 20⍽minutes'],
  [day - second, '1⍽jour', '1⍽day'],
  [day, '1⍽jour', '1⍽day'],
  [day + hour, '1⍽jour et 1⍽heure', '1⍽day and 1⍽hour'],
  // To the nearest hour from a day on.
  [day + 29 * minute, '1⍽jour', '1⍽day'],
  [day + 30 * minute, '1⍽jour et 1⍽heure', '1⍽day and 1⍽hour'],
  [2 * day - minute, '2⍽jours', '2⍽days'],
  [3 * day + 14 * hour, '3⍽jours et 14⍽heures', '3⍽days and 14⍽hours'],
  [3 * day + 14 * hour + 20 * minute, '3⍽jours et 14⍽heures', '3⍽days and 14⍽hours'],
  [12_345 * day, '12⍽345⍽jours', '12,345⍽days'],
])('%d ms: %s, %s', (ms, french, english) => {
  expect(seen(durationWords(ms, 'fr'))).toBe(french);
  expect(seen(durationWords(ms, 'en'))).toBe(english);
});

test.each([
  [0, '0⍽jour', '0⍽days'],
  [1, '1⍽jour', '1⍽day'],
  [1.5, '1,5⍽jour', '1.5⍽days'],
  [2, '2⍽jours', '2⍽days'],
  [14, '14⍽jours', '14⍽days'],
])('%d days: %s, %s', (n, french, english) => {
  expect(seen(daysWords(n, 'fr'))).toBe(french);
  expect(seen(daysWords(n, 'en'))).toBe(english);
});

test.each([
  [0, 'PT0S'],
  [499, 'PT0S'],
  [5 * second, 'PT5S'],
  [45 * minute, 'PT45M'],
  [14 * hour + 20 * minute, 'PT14H20M'],
  [3 * day, 'P3D'],
  [3 * day + 14 * hour, 'P3DT14H'],
  [3 * day + 14 * hour + 20 * minute + 5 * second, 'P3DT14H20M5S'],
  [40 * day, 'P40D'],
])('%d ms for machines: %s', (ms, expected) => expect(isoDuration(ms)).toBe(expected));

test('what is no duration is refused', () => {
  for (const ms of [-1, Number.NaN]) {
    expect(() => durationWords(ms, 'fr')).toThrow(RangeError);
    expect(() => isoDuration(ms)).toThrow(RangeError);
  }
});
