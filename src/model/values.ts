/** The languages of every site. Neither is a translation of the other. */
export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

/** The other one of the two languages. */
export const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'fr' : 'en');

/** One value for each language. */
export const perLocale = <T>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> => ({
  en: make('en'),
  fr: make('fr'),
});

/** A short text written in both languages, as plain text. There is no fallback from one to the other. */
export type LocalText = Readonly<Record<Locale, string>>;

/** Markup that may stand in a page as it is. Only `language/markdown/markdown.ts` makes it from what a writer wrote. */
export type Html = string & { readonly __trusted: 'html' };

/** A civil date, `2019-08-15`: the same day in every zone. */
export type CivilDate = string;

/** A point in time, with how it reads on the wall clock of the site's zone. */
export interface Instant {
  readonly kind: 'instant';
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly epoch: number;
  readonly date: CivilDate;
  /** `06:40`, or `06:40:30` where the writer gave seconds. */
  readonly time: string;
  /** Minutes east of UTC: -420 for `-07:00`. */
  readonly offset: number;
}

/** A day of which no hour is known. */
export interface Day {
  readonly kind: 'day';
  readonly date: CivilDate;
  /** When the day begins in the site's zone, and when the next one does (epoch milliseconds). */
  readonly start: number;
  readonly end: number;
}

export type Moment = Instant | Day;

/** The earliest instant that a moment can mean. */
export const startOf = (moment: Moment): number => (moment.kind === 'instant' ? moment.epoch : moment.start);

/** When a deadline is over: the instant itself, or the end of the day. */
export const deadlineOf = (moment: Moment): number => (moment.kind === 'instant' ? moment.epoch : moment.end);

/** Whether a deadline is over at `now` (epoch milliseconds): at the instant itself it is not, at the end of the day it is. */
export const isOverdue = (deadline: Moment, now: number): boolean =>
  deadline.kind === 'instant' ? deadline.epoch < now : deadline.end <= now;

/**
 * Negative, zero or positive as `a` is before, with or after `b`. A day alone stands with every instant of that day:
 * the order of the list decides there.
 */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.kind === 'instant' && b.kind === 'instant') return a.epoch - b.epoch;
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** `-07:00`, `+05:30`, `+00:00`. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The value of `datetime`: `2019-08-15T06:40-07:00`, or the day alone. */
export function isoOf(moment: Moment): string {
  if (moment.kind === 'day') return moment.date;
  return `${moment.date}T${moment.time}${offsetText(moment.offset)}`;
}

/** An amount of money in units of its currency: 12.5 and `CAD`. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
