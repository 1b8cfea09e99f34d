import { dateWords, type MomentForm, momentWords, rangeSpans } from '../../language/format/dates.ts';
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

/** One language's way of saying things, typeset. */
export interface Formatters {
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
  readonly at: (moment: Moment, form: MomentForm) => RichText;
  /** "at 9 a.m.", "on Aug. 15, 9 a.m.": no more than what differs from the day that the reader is at. */
  readonly when: (moment: Moment, beside: CivilDate) => RichText;
  /** The same after « pour », "for": "9 a.m.", « le 15 août, 9 h ». */
  readonly until: (moment: Moment, beside: CivilDate) => RichText;
  readonly range: (from: Moment, until: Moment) => RichText;
  /** The same instant on the clock of another zone; `undefined` where it reads the same, or has no hour. */
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
  const time = (moment: Moment, text: string): RichText => [{ text, datetime: isoOf(moment) }];
  const at: Formatters['at'] = (moment, form) => time(moment, momentWords(moment, locale, site.zone, form));
  return {
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
      const known = typesetTexts.get(words) ?? typeset(words, locale, site.typography);
      typesetTexts.set(words, known);
      return known;
    },
    list: (items) => listWords(items, locale),
    money: (amount) => moneyWords({ amount, currency: site.currency }, locale),
    duration: (duration) => [durationSpan(duration, locale)],
    date: (date) => [{ text: dateWords(date, locale), datetime: date }],
    weekday: (date) => [{ text: capital(dateWords(date, locale, 'weekday')), datetime: date }],
    on: (moment) => at(moment, 'sentence'),
    the: (moment) => at(moment, locale === 'fr' ? 'sentence' : 'label'),
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
    inZone: (moment, other) => {
      if (moment.kind === 'day' || other === site.zone) return undefined;
      const there = instantAt(moment.epoch, other, moment.time.length > 5);
      if (there.offset === moment.offset) return undefined;
      return time(there, momentWords(there, locale, other, formBeside(there, moment.date)));
    },
    range: (from, until) => rangeSpans(from, until, locale, site.zone),
  };
}

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
