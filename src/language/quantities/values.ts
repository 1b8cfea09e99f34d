import { isoDuration } from '../format/durations.ts';

/** A zone as the words beside a time name it. */
export interface ZoneName {
  /** The clock that it is, `eastern`; `unknown` for letters that name none. */
  readonly id: string;
  /** As written. */
  readonly text: string;
  /** Minutes east of UTC that it can mean: two where summer and winter are not told apart, none where it is unknown. */
  readonly offsets: readonly number[];
}

const quantityKinds = [
  'number',
  'percent',
  'money',
  'date',
  'time',
  'duration',
  'phone',
  'weekday',
  'share',
  'rank',
  'rate',
] as const;
export type QuantityKind = (typeof quantityKinds)[number];

/** A number, amount, percentage, date, clock time … as one language writes it. */
export interface Quantity {
  readonly kind: QuantityKind;
  /**
   * In a notation common to both languages: `1234.5`, `5 GB`, `CAD 15`, `2019-08-15`, `--08-15`, `2019-08`, `15:30`,
   * `PT3H`, `P1DT7H`, `9025550100`.
   */
  readonly value: string;
  /** As written. */
  readonly text: string;
  /** Offset of `text` in the whole, in UTF-16 units. */
  readonly index: number;
}

/** A reading that a quantity has, as one string: `time 15:30`. */
export type Key = `${QuantityKind} ${string}`;

export const keyOf = (kind: QuantityKind, value: string): Key => `${kind} ${value}`;

/** The two halves of a key. */
export function splitKey(key: Key): readonly [QuantityKind, string] {
  const kind = quantityKinds.find((name) => key.startsWith(`${name} `)) ?? 'number';
  return [kind, key.slice(kind.length + 1)];
}

/** What a figure means with a unit, the likeliest first; nothing where it cannot have that unit. */
export type Unit = (figure: string) => readonly Key[];

/**
 * How much a reading weighs. Only a firm one counts by its absence; the others count when the other text has another of
 * their kind in their place: a year, a month, an ordinal or a label (a version, a model, an address), a day of the week,
 * a share, a length of time in words that often means none, how often, a number in words. A word for one, or for none in
 * particular, never counts.
 */
export type Standing =
  | 'firm'
  | 'year'
  | 'month'
  | 'ordinal'
  | 'rank'
  | 'label'
  | 'weekday'
  | 'share'
  | 'worded'
  | 'rate'
  | 'cardinal'
  | 'word';

/** A quantity with everything that it may match on the other side. */
export interface Reading extends Quantity {
  readonly standing: Standing;
  /** Other things that it can mean: `3 h` is `time 03:00`, and `duration PT3H` too. */
  readonly also: readonly Key[];
  /** The bare figures by which a word or an ordinal can stand for it: `3` for `3 hours`. */
  readonly figures: readonly string[];
  /** The zone of a time, and the time as written with it. */
  readonly zone?: ZoneName;
  readonly zoned?: string;
}

const withoutLeadingZeros = (digits: string): string => {
  let start = 0;
  while (start < digits.length - 1 && digits[start] === '0') start++;
  return digits.slice(start);
};

const withoutTrailingZeros = (digits: string): string => {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
};

/** `0012` and `50` give `12.5`: one notation for equal numbers, however long. */
export function decimalOf(whole: string, fraction = '', negative = false): string {
  const rest = withoutTrailingZeros(fraction);
  const size = withoutLeadingZeros(whole === '' ? '0' : whole) + (rest === '' ? '' : `.${rest}`);
  return negative && size !== '0' ? `-${size}` : size;
}

/** `2.5` by 6 places gives `2500000`; `75` by -2 gives `0.75`. Exact, as binary fractions would not be. */
export function shifted(decimal: string, places: number): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.slice(negative ? 1 : 0).split('.');
  if (places >= 0) {
    const digits = fraction.padEnd(places, '0');
    return decimalOf(whole + digits.slice(0, places), digits.slice(places), negative);
  }
  const digits = whole.padStart(-places + 1, '0');
  return decimalOf(digits.slice(0, places), digits.slice(places) + fraction, negative);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `15:30`, or `15:30:05`; 24 h is the midnight at which a day ends. */
export const clockOf = (hour: number, minute = 0, second = 0): string =>
  `${two(hour % 24)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;

/** `2019-08-15`, or `--08-15` without the year (ISO 8601). */
export const dayOf = (year: string | undefined, month: number, day: number): string =>
  `${year === undefined ? '-' : year}-${two(month)}-${two(day)}`;

/** `2019-08`, or `--08` without the year. */
export const monthOf = (year: string | undefined, month: number): string =>
  `${year === undefined ? '-' : year}-${two(month)}`;

/** A length of time in ISO 8601, days of 24 hours: 48 hours and 2 days are `P2D`. */
export function durationOf(seconds: number): string {
  const exact = Math.round(seconds * 1000) / 1000;
  return Number.isInteger(exact) ? isoDuration(exact * 1000) : `PT${exact}S`;
}

const isHundredth = (n: number): boolean => Math.abs(n * 100 - Math.round(n * 100)) < 1e-9;

/** The figures by which a length of time may be said: in weeks, days, hours or minutes. */
export const countsOf = (seconds: number): readonly string[] =>
  [604_800, 86_400, 3600, 60]
    .map((unit) => seconds / unit)
    .filter((count) => count <= 100 && isHundredth(count))
    .map(String);

const isLength = (figure: string): boolean => figure.length <= 9 && !figure.startsWith('-');

/** So many units of time of a number of seconds. */
export const inSeconds =
  (seconds: number): Unit =>
  (figure) =>
    isLength(figure) ? [keyOf('duration', durationOf(Number(figure) * seconds))] : [];

/** So many units of time of a number of months, which have no length in seconds. */
export const inMonths =
  (months: number): Unit =>
  (figure) =>
    isLength(figure) ? [keyOf('duration', `P${Number(figure) * months}M`)] : [];
