import { type CivilDate, type Instant, isoOf, type Locale, type Moment } from '../../model/values.ts';
import { isCivilDate, isWallTime, zoneWords } from './zones.ts';

export type DateForm = 'long' | 'weekday' | 'short';
export type MomentForm = 'sentence' | 'label' | 'short' | 'time';

/** A stretch of words; one that says a moment carries it for machines: `2019-08-15T06:40-07:00`, or the day alone. */
export interface TimedText {
  readonly text: string;
  readonly datetime?: string;
}

type Names = Readonly<Record<Locale, readonly string[]>>;

const split = (names: string): readonly string[] => names.split(' ');

const months: Names = {
  en: split('January February March April May June July August September October November December'),
  fr: split('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
};
/** English by the Canadian Press, which keeps March to July whole; French by the OQLF. */
const shortMonths: Names = {
  en: split('Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'),
  fr: split('janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.'),
};
/** From Sunday on, as `Date` counts. */
const weekdays: Names = {
  en: split('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  fr: split('dimanche lundi mardi mercredi jeudi vendredi samedi'),
};

const noon: Readonly<Record<Locale, string>> = { en: 'noon', fr: 'midi' };
const midnight: Readonly<Record<Locale, string>> = { en: 'midnight', fr: 'minuit' };

const yearOf = (date: CivilDate): string => date.slice(0, 4);
const monthOf = (date: CivilDate): string => date.slice(0, 7);

/** `1er`, `15`; `1`, `15`: French has an ordinal for the first only (OQLF), English none. */
function dayWords(date: CivilDate, locale: Locale): string {
  const day = Number(date.slice(8));
  return locale === 'fr' && day === 1 ? '1er' : String(day);
}

/** `15⍽août`, `August⍽15`. Throws a `RangeError` for what is no date. */
function dayAndMonth(date: CivilDate, locale: Locale, names: Names = months): string {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  const day = dayWords(date, locale);
  const month = names[locale][Number(date.slice(5, 7)) - 1];
  return locale === 'fr' ? `${day}\u00a0${month}` : `${month}\u00a0${day}`;
}

/**
 * A date: long `1er⍽août 2019`, `August⍽1, 2019`; with its `weekday`; or `short`, without its year, for tight lists
 * under one: `15⍽août`, `Aug.⍽15`. In mid-sentence a comma follows an English year. Throws a `RangeError` for what is
 * no date.
 */
export function dateWords(date: CivilDate, locale: Locale, form: DateForm = 'long'): string {
  if (form === 'short') return dayAndMonth(date, locale, shortMonths);
  const long = `${dayAndMonth(date, locale)}${locale === 'fr' ? ' ' : ', '}${Number(yearOf(date))}`;
  if (form === 'long') return long;
  return `${weekdayWords(date, locale)}${locale === 'fr' ? ' ' : ', '}${long}`;
}

const weekdayWords = (date: CivilDate, locale: Locale): string =>
  weekdays[locale][new Date(`${date}T00:00Z`).getUTCDay()] ?? '';

/** Days of one month, without it: `le 17`, `du 1er au 3`; `on the 17th`, `from the 1st to the 3rd`. */
export function daysOfMonth(from: CivilDate, until: CivilDate, locale: Locale): string {
  const [first, last] = [ordinalDay(from, locale), ordinalDay(until, locale)];
  if (from === until) return locale === 'fr' ? `le ${first}` : `on the ${first}`;
  return locale === 'fr' ? `du ${first} au ${last}` : `from the ${first} to the ${last}`;
}

function ordinalDay(date: CivilDate, locale: Locale): string {
  if (locale === 'fr') return dayWords(date, locale);
  const day = Number(date.slice(8));
  const ending = day > 3 && day < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

/** `le jeudi 15⍽août 2019` (never « jeudi le 15 août », OQLF), `on Thursday, August⍽15, 2019`. */
export const onDate = (date: CivilDate, locale: Locale): string =>
  `${locale === 'fr' ? 'le' : 'on'} ${dateWords(date, locale, 'weekday')}`;

/**
 * A time of day: `6⍽h⍽40`, `9⍽h`, `midi`, `14⍽h⍽20⍽min⍽5⍽s` (OQLF: never « 9 h 00 »); `6:40⍽a.m.`, `9⍽a.m.`, `noon`,
 * `2:20:05⍽p.m.` (Canadian Press). Seconds that are zero are not said. Throws a `RangeError` for what is no time.
 */
export function timeWords(time: string, locale: Locale): string {
  if (!isWallTime(time)) throw new RangeError(`not a wall time: ${time}`);
  const [hour, minute, second] = [time.slice(0, 2), time.slice(3, 5), time.slice(6)];
  const exact = Number(second) === 0;
  if (exact && minute === '00' && hour === '00') return midnight[locale];
  if (exact && minute === '00' && hour === '12') return noon[locale];
  if (locale === 'fr') {
    if (!exact) return `${Number(hour)}\u00a0h\u00a0${Number(minute)}\u00a0min\u00a0${Number(second)}\u00a0s`;
    return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
  }
  const rest = exact ? (minute === '00' ? '' : `:${minute}`) : `:${minute}:${second}`;
  return `${Number(hour) % 12 || 12}${rest}\u00a0${Number(hour) < 12 ? 'a.m.' : 'p.m.'}`;
}

/** No line ends between an hour and its zone: it would be read alone. */
const withZone = (words: string, zone: string, locale: Locale): string =>
  locale === 'fr' ? `${words}\u00a0(${zone})` : `${words}\u00a0${zone}`;

const known = new Map<string, string>();

/** With the zone's name, unless it is said elsewhere (`undefined`). Kept: the same instants stand on many pages. */
function timeInZone(moment: Instant, locale: Locale, zone: string | undefined): string {
  if (zone === undefined) return timeWords(moment.time, locale);
  const key = `${locale} ${zone} ${moment.epoch} ${moment.date} ${moment.time} ${moment.offset}`;
  const words =
    known.get(key) ?? withZone(timeWords(moment.time, locale), zoneWords(zone, locale, moment), locale);
  known.set(key, words);
  return words;
}

const isMidnight = ({ time }: Instant): boolean => /^00:00(?::00)?$/.test(time);

const startOfDay: Readonly<Record<Locale, string>> = { en: 'start of the day', fr: 'début de la journée' };

/** The time beside its date: of midnight, which of the two that a day has. */
function timeOfDay(moment: Instant, locale: Locale, zone: string | undefined): string {
  const words = timeInZone(moment, locale, zone);
  if (!isMidnight(moment)) return words;
  return words.endsWith(')')
    ? `${words.slice(0, -1)}, ${startOfDay[locale]})`
    : `${words} (${startOfDay[locale]})`;
}

/**
 * A moment with its zone:
 * - `sentence`: `le jeudi 15⍽août 2019, à 6⍽h⍽40⍽(HP)`, `on Thursday, August⍽15, 2019, at 6:40⍽a.m.⍽PT`;
 * - `label`: the same without « le » or "on", for headings and after « au », "until";
 * - `short`: `15⍽août, 6⍽h⍽40⍽(HP)`, `Aug.⍽15, 6:40⍽a.m.⍽PT`;
 * - `time`: `6⍽h⍽40⍽(HP)`, `6:40⍽a.m.⍽PT`, under a heading that has the day.
 *
 * Without a zone where that is said elsewhere. Midnight beside a date says that it is the day's start. A day of which no hour is known gives the day alone; as `time`, its long date.
 */
export function momentWords(
  moment: Moment,
  locale: Locale,
  zone: string | undefined,
  form: MomentForm = 'sentence',
): string {
  if (moment.kind === 'day') {
    if (form === 'sentence') return onDate(moment.date, locale);
    return dateWords(moment.date, locale, form === 'label' ? 'weekday' : form === 'short' ? 'short' : 'long');
  }
  if (form === 'time') return timeInZone(moment, locale, zone);
  const time = timeOfDay(moment, locale, zone);
  if (form === 'short') return `${dateWords(moment.date, locale, 'short')}, ${time}`;
  const date = form === 'sentence' ? onDate(moment.date, locale) : dateWords(moment.date, locale, 'weekday');
  return `${date}, ${locale === 'fr' ? 'à' : 'at'} ${time}`;
}

/** A span in a sentence; as a label with its weekdays, the French without « le »; or its times alone, beside its days. */
export type RangeForm = 'sentence' | 'label' | 'times';

/**
 * A span of time, each end with its moment, the zone said once where both ends share it:
 * - `sentence`: `le 1er⍽décembre 2026, de 1⍽h` ` à ` `4⍽h⍽(HA)`, `December⍽1, 2026, 1⍽a.m.` ` to ` `4⍽a.m.⍽AT`;
 *   `du 15` ` au ` `18⍽août 2019`, `August⍽15` ` to ` `18, 2019`;
 * - `label`: `mardi 1er⍽décembre 2026, de 1⍽h` ` à ` `4⍽h⍽(HA)`, `Tuesday, December⍽1, 2026, 1⍽a.m.` ` to ` `4⍽a.m.⍽AT`;
 * - `times`: `de 1⍽h` ` à ` `4⍽h⍽(HA)`, `1⍽a.m.` ` to ` `4⍽a.m.⍽AT`, of two instants.
 */
export function rangeSpans(
  from: Moment,
  until: Moment,
  locale: Locale,
  zone: string,
  form: RangeForm = 'sentence',
): readonly TimedText[] {
  const sameDay = from.date === until.date || (from.kind === 'instant' && isMidnightAfter(from.date, until));
  if (form === 'times' && from.kind === 'instant' && until.kind === 'instant')
    return timesOnly(from, until, locale, zone);
  return sameDay ? withinDay(from, until, locale, zone, form) : acrossDays(from, until, locale, zone, form);
}

/** Whether a span that ends then still ends with that day: « de 22 h à minuit ». */
function isMidnightAfter(date: CivilDate, until: Moment): boolean {
  if (until.kind === 'day' || !isMidnight(until)) return false;
  return Date.parse(`${until.date}T00:00Z`) - Date.parse(`${date}T00:00Z`) === 86_400_000;
}

const timed = (text: string, moment: Moment): TimedText => ({ text, datetime: isoOf(moment) });

function timesOnly(from: Instant, until: Instant, locale: Locale, zone: string): readonly TimedText[] {
  const fr = locale === 'fr';
  const [start, end] = [timeBefore(from, until, locale, zone), timeInZone(until, locale, zone)];
  return [timed(`${fr ? 'de ' : ''}${start}`, from), { text: fr ? ' à ' : ' to ' }, timed(end, until)];
}

function withinDay(
  from: Moment,
  until: Moment,
  locale: Locale,
  zone: string,
  form: RangeForm,
): readonly TimedText[] {
  const fr = locale === 'fr';
  const label = form === 'label';
  const date = `${fr && !label ? 'le ' : ''}${dateWords(from.date, locale, label ? 'weekday' : 'long')}`;
  if (until.kind === 'day') {
    if (from.kind === 'day') return [timed(date, from)];
    return [timed(`${date}, ${fr ? 'à partir de' : 'from'} ${timeInZone(from, locale, zone)}`, from)];
  }
  const end = timeInZone(until, locale, zone);
  if (from.kind === 'day')
    return [timed(date, from), { text: fr ? ', jusqu’à ' : ', until ' }, timed(end, until)];
  if (from.epoch === until.epoch) return [timed(fr ? `${date}, à ${end}` : `${date}, ${end}`, from)];
  const start = timeBefore(from, until, locale, zone);
  return [
    timed(`${date}, ${fr ? 'de ' : ''}${start}`, from),
    { text: fr ? ' à ' : ' to ' },
    timed(end, until),
  ];
}

/** The first time of a span, with its zone only where the last one's is another. */
function timeBefore(from: Instant, until: Moment, locale: Locale, zone: string): string {
  const shared = until.kind === 'instant' && zoneWords(zone, locale, from) === zoneWords(zone, locale, until);
  return timeInZone(from, locale, shared ? undefined : zone);
}

function acrossDays(
  from: Moment,
  until: Moment,
  locale: Locale,
  zone: string,
  form: RangeForm,
): readonly TimedText[] {
  const fr = locale === 'fr';
  const label = form === 'label';
  const sameYear = yearOf(from.date) === yearOf(until.date);
  const sameMonth = monthOf(from.date) === monthOf(until.date);
  const days = from.kind === 'day' && until.kind === 'day' && !label;
  const at = fr ? ' à ' : ' at ';
  const weekday = label ? `${weekdayWords(from.date, locale)}${fr ? ' ' : ', '}` : '';
  const first = weekday + (sameYear ? dayAndMonth(from.date, locale) : dateWords(from.date, locale));
  const start = from.kind === 'day' ? '' : `${at}${timeBefore(from, until, locale, zone)}`;
  const end = until.kind === 'day' ? '' : `${at}${timeOfDay(until, locale, zone)}`;
  const lastDate = dateWords(until.date, locale, label ? 'weekday' : 'long');
  if (fr) {
    const begin = days && sameMonth ? dayWords(from.date, locale) : `${first}${start}`;
    return [timed(`du ${begin}`, from), { text: ' au ' }, timed(`${lastDate}${end}`, until)];
  }
  // A comma closes off an English year in mid-sentence.
  const begin = `${first}${sameYear ? '' : ','}${start}`;
  const last =
    days && sameMonth ? `${dayWords(until.date, locale)}, ${Number(yearOf(until.date))}` : lastDate;
  return [timed(begin, from), { text: ' to ' }, timed(`${last}${end && `,${end}`}`, until)];
}
