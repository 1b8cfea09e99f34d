import type { Locale } from '../../model/values.ts';
import { matchesOf } from '../text/matches.ts';
import { fold } from '../wording/sentences.ts';
import { anyOf, letter } from './notation.ts';
import type { Reading } from './values.ts';

const names: Readonly<Record<Locale, readonly string[]>> = {
  en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
};

const short: Readonly<Record<Locale, readonly string[]>> = {
  en: ['sun', 'mon', 'tues tue', 'wed', 'thurs thur thu', 'fri', 'sat'],
  fr: ['dim', 'lun', 'mar', 'mer', 'jeu', 'ven', 'sam'],
};

const numbers = (locale: Locale): ReadonlyMap<string, number> =>
  new Map([
    ...names[locale].map((name, index) => [name, index] as const),
    ...short[locale].flatMap((forms, index) => forms.split(' ').map((form) => [form, index] as const)),
  ]);

const numberOf: Readonly<Record<Locale, ReadonlyMap<string, number>>> = {
  en: numbers('en'),
  fr: numbers('fr'),
};

/** A short form only before a date or beside another: `Fri. May 3`, `Mon–Fri`; a French one with its point or a dash. */
const patternOf = (locale: Locale): RegExp => {
  const forms = anyOf(short[locale].flatMap((one) => one.split(' ')));
  const other = `(?:${forms})(?![${letter}])`;
  const follows = `(?=\\.?,? \\d|\\.?,? [A-Z][a-z]{2,8}\\.? \\d|\\.? ?[-–] ?${other}|\\.? (?:to|au) ${other})`;
  return new RegExp(
    `(?<![${letter}\\d])(?:(${anyOf(names[locale])})s?(?![${letter}])|(?:(?<=[-–] ?|(?:${forms})\\.? (?:to|au) )(${forms})(?![${letter}])|(${forms})${follows}))`,
    'gi',
  );
};

const patterns: Readonly<Record<Locale, RegExp>> = { en: patternOf('en'), fr: patternOf('fr') };

/** `sun`, `sat`, « mer », « mar », which are short for a day with a capital or with their point only. */
const isAnotherWord = (word: string, after: string, locale: Locale): boolean =>
  locale === 'en' ? word === word.toLowerCase() : /^mar|^mer/i.test(word) && !/[-–.]/.test(after);

/** The days of the week that a prepared text names, 0 for Sunday. */
export function weekdaysIn(plain: string, text: string, locale: Locale): readonly Reading[] {
  if (!/day|di|\b(?:sun|mon|tue|wed|thu|fri|sat|lun|mar|mer|jeu|ven|sam)/i.test(plain)) return [];
  return [...matchesOf(plain, patterns[locale])].flatMap((match) => {
    if (
      match[1] === undefined &&
      isAnotherWord(match[0], plain.charAt(match.index + match[0].length), locale)
    )
      return [];
    const day = numberOf[locale].get(fold(match[1] ?? match[2] ?? match[3] ?? ''));
    if (day === undefined) return [];
    const to = match.index + match[0].length;
    return [
      {
        kind: 'weekday' as const,
        value: String(day),
        text: text.slice(match.index, to),
        index: match.index,
        standing: 'weekday' as const,
        also: [],
        figures: [],
      },
    ];
  });
}

/** The name of a day of the week in a language, 0 for Sunday: `Friday`, « vendredi ». */
export function weekdayName(day: number, locale: Locale): string {
  const name = names[locale][day] ?? '';
  return locale === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** Between a weekday and its date: `Friday, May 3`, « le vendredi soir 3 mai », `Friday (May 3)`. */
const gap =
  /^(?:\.|s)?(?:[ \n](?:morning|afternoon|evening|night|matin|après-midi|soir))?,?[ \n]?\(?(?:the |le )?$/;
const inBrackets = /^ \($/;

/** A weekday and the date that it stands beside. */
export interface Dated {
  readonly weekday: Reading;
  readonly date: Reading;
}

/** The weekdays of a text that stand beside a full or a year-less date, with it. */
export function datedWeekdays(text: string, readings: readonly Reading[]): readonly Dated[] {
  return readings.flatMap((weekday, index) => {
    if (weekday.kind !== 'weekday') return [];
    const isBeside = (date: Reading | undefined, between: (date: Reading) => string, as: RegExp) =>
      date?.kind === 'date' && /\d\d-\d\d$/.test(date.value) && as.test(between(date))
        ? [{ weekday, date }]
        : [];
    const end = weekday.index + weekday.text.length;
    const after = isBeside(readings[index + 1], (date) => text.slice(end, date.index), gap);
    if (after.length > 0) return after;
    return isBeside(
      readings[index - 1],
      (date) => text.slice(date.index + date.text.length, weekday.index),
      inBrackets,
    );
  });
}

/** 0 for Sunday; undefined where there is no such day (ISO 8601, `2019-08-15`). */
export function weekdayOf(date: string): number | undefined {
  const at = new Date(`${date}T00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? undefined : at.getUTCDay();
}
