import type { Locale } from '../../model/values.ts';
import { listWords, numberWords } from './numbers.ts';

const minute = 60_000;
const hour = 60 * minute;

type Unit = 'day' | 'hour' | 'minute';

/** One and several. */
const names: Readonly<Record<Locale, Readonly<Record<Unit, readonly [string, string]>>>> = {
  en: { day: ['day', 'days'], hour: ['hour', 'hours'], minute: ['minute', 'minutes'] },
  fr: { day: ['jour', 'jours'], hour: ['heure', 'heures'], minute: ['minute', 'minutes'] },
};

const lessThanAMinute: Readonly<Record<Locale, string>> = {
  en: 'less than a minute',
  fr: 'moins d’une minute',
};

/** French has the plural from 2 on, so that 0 and 1,5 are singular (OQLF); English for all but 1. */
const isPlural = (n: number, locale: Locale): boolean => (locale === 'fr' ? Math.abs(n) >= 2 : n !== 1);

function unitWords(n: number, unit: Unit, locale: Locale): string {
  const [one, several] = names[locale][unit];
  return `${numberWords(n, locale)}\u00a0${isPlural(n, locale) ? several : one}`;
}

/** `3⍽jours`, `1⍽day`, `0⍽jour`. */
export const daysWords = (n: number, locale: Locale): string => unitWords(n, 'day', locale);

/**
 * How long, in at most two units: `3⍽jours et 14⍽heures`, `14⍽hours and 20⍽minutes`. To the nearest hour from a day
 * on, else to the nearest minute. Throws a `RangeError` below zero.
 */
export function durationWords(ms: number, locale: Locale): string {
  checked(ms);
  if (ms < minute) return lessThanAMinute[locale];
  const minutes = Math.round(ms / minute);
  const hours = Math.round(ms / hour);
  const parts: readonly (readonly [number, Unit])[] =
    minutes < 24 * 60
      ? [
          [Math.floor(minutes / 60), 'hour'],
          [minutes % 60, 'minute'],
        ]
      : [
          [Math.floor(hours / 24), 'day'],
          [hours % 24, 'hour'],
        ];
  return listWords(
    parts.filter(([n]) => n > 0).map(([n, unit]) => unitWords(n, unit, locale)),
    locale,
  );
}

/**
 * The same for `<time datetime>`, exact to the second and in days of 24 hours: `P3DT14H`, `PT45M`, `PT0S` (HTML, valid
 * duration string). Throws a `RangeError` below zero.
 */
export function isoDuration(ms: number): string {
  const seconds = Math.round(checked(ms) / 1000);
  const part = (n: number, letter: string): string => (n > 0 ? `${n}${letter}` : '');
  const days = part(Math.floor(seconds / 86_400), 'D');
  const time =
    part(Math.floor(seconds / 3600) % 24, 'H') +
    part(Math.floor(seconds / 60) % 60, 'M') +
    part(seconds % 60, 'S');
  if (!days && !time) return 'PT0S';
  return `P${days}${time && `T${time}`}`;
}

function checked(ms: number): number {
  if (!(ms >= 0)) throw new RangeError(`not a duration: ${ms}`);
  return ms;
}
