import type { Key } from './values.ts';

/**
 * How one language writes quantities: the words and the marks, as data. The words of the maps are in lower case and
 * without accents, but for symbols of units, which are as written; what is called a source is one of a regular expression.
 */
export interface Notation {
  /** Source of a number without its sign; it captures the whole part, grouped or not, and the decimals. */
  readonly number: string;
  /** `1,124` is a decimal fraction. */
  readonly decimalComma: boolean;
  readonly months: ReadonlyMap<string, number>;
  /** Only beside a day or a year: `sept` is also seven. */
  readonly shortMonths: ReadonlyMap<string, number>;
  /** Months that are another word too, and are one only where no sentence begins. */
  readonly doubtfulMonths: readonly string[];
  /** Source of the end of an ordinal, after its figure. */
  readonly ordinal: string;
  /** Source of what stands between the days of `15, 16 and 17 August`. */
  readonly dayJoint: string;
  /** `August 15` and `08/15/2019`; otherwise `15/08/2019`, and the day before the month only. */
  readonly monthFirst: boolean;
  /** Powers of ten, in words, and as letters in amounts of money: `$2.5M`, `2,5 M$`. */
  readonly scales: ReadonlyMap<string, number>;
  readonly moneyScales: ReadonlyMap<string, number>;
  /** Source of the sign of a percentage, and of its words. */
  readonly percent: string;
  /** Hours from 1 to 12, so that 3:30 may be of the afternoon. */
  readonly twelveHours: boolean;
  /** Units of time in seconds, and the longer ones in months. */
  readonly seconds: ReadonlyMap<string, number>;
  readonly monthsLong: ReadonlyMap<string, number>;
  /** The units of time that tell an hour of the day too: `15 h`. */
  readonly clockWords: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, string>;
  /** Numbers in words, ordinals among them: what a figure on the other side can stand for. */
  readonly words: ReadonlyMap<string, number>;
  /** Words of a place in order, which stand for `1st` and never for `1`. */
  readonly ranks: ReadonlySet<string>;
  /** Words that are a number only before a unit: `an hour`; and all that mostly count nothing: `a`, « un ». */
  readonly articles: ReadonlySet<string>;
  readonly singles: ReadonlySet<string>;
  /** Words of a round number, which contradict no other: `a dozen`, « une dizaine ». */
  readonly roughly: ReadonlySet<string>;
  /** Shares in words, with what can stand for them: `half` is 0.5, 50 %, 30 minutes, or of a million or a percent. */
  readonly shareWords: readonly (readonly [source: string, keys: readonly Key[]])[];
  /** Sources of `a few` before a unit, of `half an` and of `a quarter of an hour`. */
  readonly few: string;
  readonly halfOf: string;
  readonly quarterHour: string;
  /** Source of what may stand between a number in words and its unit: `two business days`, « deux bonnes heures ». */
  readonly betweenNumberAndUnit: string;
  /** Sources of what stands before a length of time (`for an hour`) and before an hour in words (`at three`). */
  readonly beforeLength: string;
  readonly beforeHour: string;
  /** Source of « sept jours sur sept », which counts nothing. */
  readonly alwaysInWords: string;
  /** Source of `per` before a unit, and of what may stand before `a day` there; words for how often. */
  readonly per: string;
  readonly often: ReadonlyMap<string, string>;
  /** Other words with which a number in words begins. */
  readonly openings: readonly string[];
  /** Sources of `two and a half [hours]`, `two hours and a half`, `3 h [de l’après-midi]`. */
  readonly andHalf: string;
  readonly andHalfAfterUnit: string;
  readonly afternoon: string;
  readonly noon: ReadonlyMap<string, number>;
  /** The word of a negative number, and the source of what makes another word of it: « au moins 5 ». */
  readonly minus: string;
  readonly noMinusAfter: string;
  /** Words before a version number. */
  readonly version: ReadonlySet<string>;
  /** Source of what stands before a day of the month without its month: `le 15`. */
  readonly dayArticle: string;
}

/** `{ 1: 'january jan' }` as a map from each word to its number. */
export const numbersOf = (table: Readonly<Record<string, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(table).flatMap(([value, words]) => words.split(' ').map((word) => [word, Number(value)])),
  );

/** `{ GB: 'gigabyte gigabytes GB' }` as a map from each word to the symbol. */
export const symbolsOf = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).flatMap(([symbol, words]) => words.split(' ').map((word) => [word, symbol])));

/** A letter, as the inside of a class; and what says that a word or a symbol ends here. */
export const letter = 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u036f';
export const wordEnd = `(?![${letter}\\d])`;

/** An alternation of words taken literally, the longest first. */
export const anyOf = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.$^*+?()[\]{}|\\/]/g, '\\$&'))
    .join('|');

export const half: readonly Key[] = [
  'share 1/2',
  'number 0.5',
  'percent 50',
  'percent 0.5',
  'duration PT30M',
  'number 500000',
];
export const third: readonly Key[] = ['share 1/3', 'number 0.33', 'percent 33', 'percent 33.3'];
export const twoThirds: readonly Key[] = [
  'share 2/3',
  'number 0.67',
  'percent 67',
  'percent 66',
  'percent 66.7',
];
export const quarter: readonly Key[] = ['share 1/4', 'number 0.25', 'percent 25', 'duration PT15M'];
export const threeQuarters: readonly Key[] = ['share 3/4', 'number 0.75', 'percent 75', 'duration PT45M'];

/** Signs, codes (ISO 4217) and words of currencies. A dollar without a country is Canadian. */
export const currencies = symbolsOf({
  CAD: '$ dollar dollars cad',
  USD: 'usd',
  EUR: '€ euro euros eur',
  GBP: '£ gbp',
  JPY: '¥ yen yens jpy',
  CHF: 'chf',
  AUD: 'aud',
  MXN: 'mxn',
  cents: '¢ cents cent',
});

/** Whose dollar it is: `US$15`, `15 $ US`, `15 US dollars`, `15 dollars américains`. */
export const countries = symbolsOf({
  USD: 'us u.s. usd american americain americains',
  CAD: 'ca c can cdn cad canadian canadien canadiens',
  AUD: 'a au aud australian australien australiens',
  NZD: 'nz nzd',
  HKD: 'hk',
});

/** Symbols of units that both languages write alike. */
export const symbols = symbolsOf({
  km: 'km',
  'km/h': 'km/h',
  m: 'm',
  cm: 'cm',
  mm: 'mm',
  m2: 'm²',
  km2: 'km²',
  m3: 'm³',
  kg: 'kg',
  g: 'g',
  mg: 'mg',
  L: 'L l',
  mL: 'mL ml',
  ha: 'ha',
  lb: 'lb',
  '°C': '°C',
  '°F': '°F',
  V: 'V',
  kV: 'kV',
  W: 'W',
  kW: 'kW',
  MW: 'MW',
  GW: 'GW',
  kWh: 'kWh',
  MWh: 'MWh',
  Hz: 'Hz',
  kHz: 'kHz',
  MHz: 'MHz',
  GHz: 'GHz',
  dB: 'dB',
  kPa: 'kPa',
  ppm: 'ppm',
  'kb/s': 'kb/s kbit/s kbps',
  'Mb/s': 'Mb/s Mbit/s Mbps',
  'Gb/s': 'Gb/s Gbit/s Gbps',
});
