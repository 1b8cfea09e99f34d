import type { Locale } from '../../model/values.ts';
import { readingsOf } from './reading.ts';
import { keyOf, type Quantity, type Reading, type Standing } from './values.ts';

export type { Quantity } from './values.ts';

export interface QuantityDifference {
  readonly missingIn: Locale;
  readonly quantity: Quantity;
}

type Sides = readonly [readonly Reading[], readonly Reading[]];
type Keys = (reading: Reading) => readonly string[];

/** Takes away, one for one, what shares a key; in proportion to the number of keys. */
function unmatched([left, right]: Sides, [keysOfLeft, keysOfRight]: readonly [Keys, Keys]): Sides {
  if (left.length === 0 || right.length === 0) return [left, right];
  const byKey = new Map<string, Reading[]>();
  for (const reading of right.toReversed()) {
    for (const key of keysOfRight(reading)) {
      const same = byKey.get(key);
      if (same) same.push(reading);
      else byKey.set(key, [reading]);
    }
  }
  const taken = new Set<Reading>();
  const partnerOf = (reading: Reading): Reading | undefined => {
    for (const key of keysOfLeft(reading)) {
      const candidates = byKey.get(key) ?? [];
      let partner = candidates.pop();
      while (partner && taken.has(partner)) partner = candidates.pop();
      if (partner) return partner;
    }
    return undefined;
  };
  const rest = left.filter((reading) => {
    const partner = partnerOf(reading);
    if (partner) taken.add(partner);
    return partner === undefined;
  });
  return [rest, right.filter((reading) => !taken.has(reading))];
}

const isFirm = (reading: Reading): boolean => reading.standing === 'firm';
const isLoose = (reading: Reading): boolean => !isFirm(reading);
const isName = (reading: Reading): boolean => isLoose(reading) && reading.standing !== 'word';

const of =
  (is: (reading: Reading) => boolean, keys: Keys): Keys =>
  (reading) =>
    is(reading) ? keys(reading) : [];
const itself: Keys = ({ kind, value }) => [keyOf(kind, value)];
const also: Keys = (reading) => reading.also;
const figures: Keys = (reading) => reading.figures;

/** From the same meaning, through another meaning, to a word, a year or an ordinal that stands for a figure. */
const passes: readonly (readonly [Keys, Keys])[] = [
  [of(isFirm, itself), of(isFirm, itself)],
  [of(isFirm, itself), of(isFirm, also)],
  [of(isFirm, also), of(isFirm, itself)],
  [of(isName, itself), of(isName, itself)],
  [of(isFirm, figures), of(isLoose, figures)],
  [of(isLoose, figures), of(isFirm, figures)],
  [itself, also],
  [also, itself],
  [of(isLoose, figures), of(isLoose, figures)],
];

/** The years and the months (`-08`) that a text names, in dates or alone. */
const calendarOf = (readings: readonly Reading[]): ReadonlySet<string> =>
  new Set(
    readings
      .filter(({ kind }) => kind === 'date')
      .flatMap(({ value }) =>
        value.startsWith('-') ? [value.slice(1, 4)] : [value.slice(0, 4), value.slice(4, 7)],
      ),
  );

const contradictable: readonly Standing[] = ['year', 'month', 'ordinal', 'label'];

/**
 * What counts although it is not firm: where each text has, in the place of the other’s year, month, ordinal or label,
 * another one. A year or a month that the other text names somewhere does not.
 */
function contradictions([left, right]: Sides, whole: Sides): ReadonlySet<Reading> {
  const [inLeft, inRight] = [calendarOf(whole[0]), calendarOf(whole[1])];
  const isNamed = ({ kind, standing, value }: Reading, calendar: ReadonlySet<string>): boolean =>
    kind === 'date' && calendar.has(standing === 'year' ? value : value.slice(-3));
  const pairs = contradictable.map((standing) => [
    left.filter((reading) => reading.standing === standing && !isNamed(reading, inRight)),
    right.filter((reading) => reading.standing === standing && !isNamed(reading, inLeft)),
  ]);
  return new Set(pairs.filter((pair) => pair.every(({ length }) => length > 0)).flat(2));
}

const quantityOf = ({ kind, value, text, index }: Reading): Quantity => ({ kind, value, text, index });

/**
 * The quantities of a text, in order. Not among them: numbers in words; years and months alone, ordinals, and names with
 * figures (`IPv6`, `version 2.1`), which count only where the other text has another in their place.
 */
export const quantitiesOf = (text: string, locale: Locale): readonly Quantity[] =>
  readingsOf(text, locale).filter(isFirm).map(quantityOf);

/**
 * What stands on one side and not on the other, as a multiset: first what is missing in the French, then in the English,
 * each in the order of its text. The same day with and without its year is the same: a year said once holds for a whole
 * notice, and each language says it at its own place; two different years are a difference.
 */
export function quantityDifferences(en: string, fr: string): readonly QuantityDifference[] {
  const whole: Sides = [readingsOf(en, 'en'), readingsOf(fr, 'fr')];
  const rest = passes.reduce<Sides>(unmatched, whole);
  const contradicted = contradictions(rest, whole);
  const missing = (readings: readonly Reading[], missingIn: Locale): readonly QuantityDifference[] =>
    readings
      .filter((reading) => isFirm(reading) || contradicted.has(reading))
      .map((reading) => ({ missingIn, quantity: quantityOf(reading) }));
  return [...missing(rest[0], 'fr'), ...missing(rest[1], 'en')];
}
