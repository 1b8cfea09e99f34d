import {
  dateWords,
  type MomentForm,
  momentWords,
  type RangeForm,
  rangeSpans,
} from '../../language/format/dates.ts';
import { daysWords, durationWords, isoDuration } from '../../language/format/durations.ts';
import { listWords, moneyWords } from '../../language/format/numbers.ts';
import { instantAt } from '../../language/format/zones.ts';
import { type Key, translator, type Values } from '../../language/translate.ts';
import { typeset } from '../../language/typography/typography.ts';
import type { Duration } from '../../model/incident.ts';
import type { Site } from '../../model/site.ts';
import {
  type CivilDate,
  isoOf,
  type Locale,
  type LocalText,
  type Moment,
  otherLocale,
} from '../../model/values.ts';
import { fill, placeholder, type RichText, type Span } from './rich-text.ts';

/** Moments in words, with the name of the zone or, where that is said once for all, without. */
export interface Clock {
  readonly at: (moment: Moment, form: MomentForm) => RichText;
  /** "at 9 a.m.", "on Aug. 15, 9 a.m.": no more than what differs from the day that the reader is at. */
  readonly when: (moment: Moment, beside: CivilDate) => RichText;
  /** The same after « pour », "by": "9 a.m.", « le 15 août, 9 h ». */
  readonly until: (moment: Moment, beside: CivilDate) => RichText;
}

/** One language's way of saying things, typeset. */
export interface Formatters extends Clock {
  readonly locale: Locale;
  readonly other: Locale;
  readonly t: (key: Key, values?: Values) => string;
  /** A sentence of the catalogue whose values may be rich text: times, links. */
  readonly sentence: (key: Key, values: Readonly<Record<string, RichText | string | number>>) => RichText;
  /** A text of the facts in this language. */
  readonly text: (text: LocalText) => string;
  readonly list: (items: readonly string[]) => string;
  readonly money: (amount: number) => string;
  readonly duration: (duration: Duration) => RichText;
  readonly date: (date: CivilDate) => RichText;
  readonly weekday: (date: CivilDate) => RichText;
  /** « le jeudi 15 août 2019, à 6 h 40 (HP) »; "on Thursday, …": in a sentence. */
  readonly on: (moment: Moment) => RichText;
  /** « le jeudi … »; "Thursday, …": after « pour », "for". */
  readonly the: (moment: Moment) => RichText;
  /** Where the zone is said once beside them. */
  readonly withoutZone: Clock;
  /** A span of time on the clock of the site, or of another zone. */
  readonly range: (from: Moment, until: Moment, form?: RangeForm, zone?: string) => RichText;
  /** The same instant on the clock of another zone, beside its `<time>`; `undefined` where it reads the same, or has no hour. */
  readonly inZone: (moment: Moment, zone: string) => RichText | undefined;
}

/** How a site speaks in one language. */
export function formattersOf(site: Site, locale: Locale): Formatters {
  const translate = translator(locale);
  // The catalogue is written in the profile `oqlf`.
  const t: Formatters['t'] =
    site.typography === 'oqlf'
      ? translate
      : (key, values) => typeset(translate(key, values), locale, site.typography);
  const typesetTexts = new Map<string, string>();
  const clock = clockOf(locale, site.zone);
  return {
    ...clock,
    withoutZone: clockOf(locale, undefined),
    locale,
    other: otherLocale(locale),
    t,
    sentence(key, values) {
      const spans: RichText[] = [];
      const words: Record<string, string | number> = {};
      for (const [name, value] of Object.entries(values)) {
        if (typeof value === 'object') words[name] = placeholder(spans.push(value) - 1);
        else words[name] = value;
      }
      return fill(t(key, words), spans);
    },
    text(text) {
      const words = text[locale];
      const known = typesetTexts.get(words) ?? isolated(typeset(words, locale, site.typography));
      typesetTexts.set(words, known);
      return known;
    },
    list: (items) => listWords(items, locale),
    money: (amount) => moneyWords({ amount, currency: site.currency }, locale),
    duration: (duration) => [durationSpan(duration, locale)],
    date: (date) => [{ text: dateWords(date, locale), datetime: date }],
    weekday: (date) => [{ text: capital(dateWords(date, locale, 'weekday')), datetime: date }],
    on: (moment) => clock.at(moment, 'sentence'),
    the: (moment) => clock.at(moment, locale === 'fr' ? 'sentence' : 'label'),
    inZone: (moment, other) => {
      if (moment.kind === 'day' || other === site.zone) return undefined;
      const there = instantAt(moment.epoch, other, moment.time.length > 5);
      if (there.offset === moment.offset) return undefined;
      return [{ text: momentWords(there, locale, other, formBeside(there, moment.date)) }];
    },
    range: (from, until, form, zone = site.zone) => rangeSpans(from, until, locale, zone, form),
  };
}

function clockOf(locale: Locale, zone: string | undefined): Clock {
  const at: Clock['at'] = (moment, form) => timed(moment, momentWords(moment, locale, zone, form));
  return {
    at,
    when: (moment, beside) => {
      if (!isOfYear(moment, beside)) return at(moment, 'sentence');
      const form = formBeside(moment, beside);
      return [{ text: `${prepositions[locale][form]} ` }, ...at(moment, form)];
    },
    until: (moment, beside) => {
      if (!isOfYear(moment, beside)) return at(moment, locale === 'fr' ? 'sentence' : 'label');
      const form = formBeside(moment, beside);
      const article = locale === 'fr' && form === 'short' ? [{ text: 'le ' }] : [];
      return [...article, ...at(moment, form)];
    },
  };
}

const timed = (moment: Moment, text: string): RichText => [{ text, datetime: isoOf(moment) }];

/** Letters that are read from right to left. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name that may turn the words around it is set apart from them (UAX #9, FSI … PDI). A page shows such a pair as
 * `<bdi>`.
 */
const isolated = (name: string): string => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name);

const prepositions = {
  en: { time: 'at', short: 'on' },
  fr: { time: 'à', short: 'le' },
} as const satisfies Record<Locale, object>;

const isOfYear = (moment: Moment, date: CivilDate): boolean => moment.date.slice(0, 4) === date.slice(0, 4);

const formBeside = (moment: Moment, date: CivilDate): 'time' | 'short' =>
  moment.kind === 'instant' && moment.date === date ? 'time' : 'short';

const durationSpan = (duration: Duration, locale: Locale): Span =>
  duration.kind === 'time'
    ? { text: durationWords(duration.ms, locale), datetime: isoDuration(duration.ms) }
    : { text: daysWords(duration.days, locale), datetime: `P${duration.days}D` };

/**
 * A post as it stands in a sentence. A French one takes no capital there: « Marie Roy, présidente »
 * (Guide du rédacteur); one in capitals, `PDG`, keeps them.
 */
export const post = (title: string, locale: Locale): string =>
  locale === 'fr' && /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** As a heading begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const capitalized = ([first, ...rest]: RichText): RichText =>
  first === undefined ? [] : [{ ...first, text: capital(first.text) }, ...rest];
