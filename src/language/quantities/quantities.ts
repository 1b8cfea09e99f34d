import type { Locale } from '../../model/values.ts';
import { timeWords } from '../format/dates.ts';
import { aligned, mapOf, matched, type Sides } from './matching.ts';
import { exchanges } from './order.ts';
import { minutesOf, readingsOf } from './reading.ts';
import { clockOf, type Quantity, type Reading, type Standing } from './values.ts';
import { datedWeekdays } from './weekdays.ts';
import { contradictZones, inUtc } from './zone-names.ts';

export type { Quantity } from './values.ts';

/**
 * One contradiction between two texts: a value of each that stand for one another and differ, or one that the other text
 * lacks.
 */
export interface QuantityDifference {
  readonly en?: Quantity;
  readonly fr?: Quantity;
  /** Where a value lacks its counterpart, the place in the other text at which it is to be looked for. */
  readonly near: number;
  /** The same values in another order, or beside another name. */
  readonly exchanged?: boolean;
  /** Of two hours in different zones, the English one as the clock of the French has it: « 1 h 33 HAR ». */
  readonly meant?: string;
}

const isFirm = (reading: Reading): boolean => reading.standing === 'firm';

/** The years and the months (`-08`) that a text names, in dates or alone. */
const calendarOf = (readings: readonly Reading[]): ReadonlySet<string> =>
  new Set(
    readings
      .filter(({ kind }) => kind === 'date')
      .flatMap(({ value }) =>
        value.startsWith('-') ? [value.slice(1, 4)] : [value.slice(0, 4), value.slice(4, 7)],
      ),
  );

/** What counts only against another of its kind. */
const contradictable: readonly Standing[] = [
  'year',
  'month',
  'ordinal',
  'rank',
  'label',
  'weekday',
  'share',
  'worded',
  'cardinal',
  'rate',
];

/** What can stand in the place of another: of one kind, or of kinds that a slip turns into each other. */
const families: readonly ((reading: Reading) => string)[] = [
  ({ kind, standing }) => `${standing} ${kind}`,
  ({ kind, standing }) => (standing === 'label' || standing === 'year' ? standing : kind),
  ({ kind }) =>
    kind === 'time' || kind === 'duration'
      ? 'clock'
      : kind === 'number' || kind === 'percent' || kind === 'money' || kind === 'rank'
        ? 'number'
        : kind,
];

const quantityOf = ({ kind, value, text, index }: Reading): Quantity => ({ kind, value, text, index });
const zonedQuantity = (reading: Reading): Quantity => ({
  ...quantityOf(reading),
  text: reading.zoned ?? reading.text,
});

/**
 * The quantities of a text, in order. Not among them: numbers in words without a unit, days of the week; years and
 * months alone, ordinals, and names with figures (`IPv6`, `version 2.1`), which count only where the other text has
 * another in their place.
 */
export const quantitiesOf = (text: string, locale: Locale): readonly Quantity[] =>
  readingsOf(text, locale).filter(isFirm).map(quantityOf);

/**
 * What two texts of one thing say differently, each contradiction once, in the order of the English. The same day with
 * and without its year is the same: a year said once holds for a whole notice, and each language says it at its own
 * place; so is a day that one text repeats.
 */
export function quantityDifferences(en: string, fr: string): readonly QuantityDifference[] {
  const whole: Sides = [readingsOf(en, 'en'), readingsOf(fr, 'fr')];
  if (whole[0].length === 0 && whole[1].length === 0) return [];
  const lengths = [en.length, fr.length] as const;
  const toFrench = mapOf(whole, lengths);
  const toEnglish = mapOf([whole[1], whole[0]], [lengths[1], lengths[0]]);
  const distance = (left: Reading, right: Reading) => Math.abs(toFrench(left.index) - right.index);
  const { pairs, rest } = matched(whole, distance);

  const differences: QuantityDifference[] = pairs.flatMap(([left, right]) => {
    if (!left.zone || !right.zone || !(left.zoned ?? right.zoned) || !contradictZones(left.zone, right.zone))
      return [];
    const { zone: a } = left;
    const { zone: b } = right;
    // Capitals that both texts have are a name.
    if ((a.id === 'unknown' && fr.includes(a.text)) || (b.id === 'unknown' && en.includes(b.text))) return [];
    if (a.offsets.length > 0 && b.offsets.length > 0 && sharesInstant(left, right)) return [];
    const meant = onTheClockOf(left, right);
    return [{ en: zonedQuantity(left), fr: zonedQuantity(right), near: 0, ...(meant && { meant }) }];
  });
  differences.push(...leftOver(rest, whole, distance, toFrench, toEnglish));
  const [ours, theirs] = [lonely(whole[0], en, whole[1], fr), lonely(whole[1], fr, whole[0], en)];
  if (ours) differences.push({ en: quantityOf(ours), near: Math.round(toFrench(ours.index)) });
  if (theirs) differences.push({ fr: quantityOf(theirs), near: Math.round(toEnglish(theirs.index)) });
  if (differences.length === 0) {
    for (const [a, b] of exchanges(whole, [en, fr])) {
      differences.push({
        en: { kind: 'number', value: a.value, text: en.slice(a.from, a.to), index: a.from },
        fr: { kind: 'number', value: b.value, text: fr.slice(b.from, b.to), index: b.from },
        near: 0,
        exchanged: true,
      });
    }
  }
  return differences.sort((a, b) => placeIn(a, toEnglish) - placeIn(b, toEnglish));
}

/** Two values that stand for one another and differ; two hours of different zones with their zones. */
function contradiction(a: Reading, b: Reading): QuantityDifference {
  const meant = onTheClockOf(a, b);
  if (meant === undefined) return { en: quantityOf(a), fr: quantityOf(b), near: 0 };
  return { en: zonedQuantity(a), fr: zonedQuantity(b), near: 0, meant };
}

/** An hour on the clock of another whose zone differs; nothing where the season decides. */
function onTheClockOf(hour: Reading, { kind, zone }: Reading): string | undefined {
  if (hour.kind !== 'time' || kind !== 'time' || hour.zone === undefined || zone === undefined)
    return undefined;
  if (hour.zone.id === zone.id || hour.zone.offsets.length !== zone.offsets.length) return undefined;
  const [offset] = zone.offsets;
  const [minutes] = inUtc(minutesOf(hour.value), hour.zone);
  if (offset === undefined || minutes === undefined) return undefined;
  const there = (minutes + offset + 1440) % 1440;
  return `${timeWords(clockOf(Math.floor(there / 60), there % 60), 'fr')}\u00a0${zone.text}`;
}

/** Other words for a day: where they stand, a day of the week is not missed. */
const otherDays =
  /weekday|week-?end|today|tonight|tomorrow|yesterday|daily|every day|holiday|semaine|aujourd|demain|hier|ce soir|cette nuit|quotidien|tous les jours|jours? ouvrable|férié|lendemain|veille/i;

/** A day of the week beside no date, where the other text says no day in any way. */
function lonely(
  side: readonly Reading[],
  text: string,
  other: readonly Reading[],
  otherText: string,
): Reading | undefined {
  const first = side.find(({ kind }) => kind === 'weekday');
  if (first === undefined || other.some(({ kind }) => kind === 'weekday' || kind === 'date'))
    return undefined;
  if (otherDays.test(otherText)) return undefined;
  const dated = new Set(datedWeekdays(text, side).map(({ weekday }) => weekday));
  return side.find((reading) => reading.kind === 'weekday' && !dated.has(reading));
}

const placeIn = ({ en, fr }: QuantityDifference, toEnglish: (index: number) => number): number =>
  en?.index ?? toEnglish(fr?.index ?? 0);

const sharesInstant = (a: Reading, b: Reading): boolean =>
  a.value !== b.value && a.kind === 'time' && b.kind === 'time';

/** Whether a text names that day, with the same year or without one. */
const namesDay = (days: ReadonlySet<string>, { value }: Reading): boolean =>
  days.has(value) || days.has(value.startsWith('--') ? `any ${value.slice(1)}` : `-${value.slice(4)}`);
const daysIn = (side: readonly Reading[]): ReadonlySet<string> =>
  new Set(
    side.flatMap(({ kind, value }) =>
      kind !== 'date' ? [] : value.startsWith('--') ? [value] : [value, `any ${value.slice(4)}`],
    ),
  );

/** What is left of two texts, value against value where there are two, and alone where it is firm. */
function leftOver(
  rest: Sides,
  whole: Sides,
  distance: (left: Reading, right: Reading) => number,
  toFrench: (index: number) => number,
  toEnglish: (index: number) => number,
): readonly QuantityDifference[] {
  const calendars = [calendarOf(whole[1]), calendarOf(whole[0])] as const;
  const counts = (reading: Reading, calendar: ReadonlySet<string>): boolean =>
    isFirm(reading) ||
    (contradictable.includes(reading.standing) &&
      !(
        (reading.standing === 'year' || reading.standing === 'month') &&
        calendar.has(reading.standing === 'year' ? reading.value : reading.value.slice(-3))
      ));
  let [left, right] = [
    rest[0].filter((one) => counts(one, calendars[0])),
    rest[1].filter((one) => counts(one, calendars[1])),
  ];
  const found: QuantityDifference[] = [];
  for (const [round, familyOf] of families.entries()) {
    const taken = new Set<Reading>();
    const groups = Map.groupBy(right, familyOf);
    for (const [family, ours] of Map.groupBy(left, familyOf)) {
      // In the last round a value that counts alone meets one that does not.
      for (const [a, b] of aligned(ours, groups.get(family) ?? [], distance)) {
        if (round > 0 && !isFirm(a) && !isFirm(b) && a.standing !== b.standing) continue;
        taken.add(a).add(b);
        found.push(contradiction(a, b));
      }
    }
    left = left.filter((one) => !taken.has(one));
    right = right.filter((one) => !taken.has(one));
  }
  const days = [daysIn(whole[0]), daysIn(whole[1])] as const;
  const isAlone = (reading: Reading, other: ReadonlySet<string>): boolean =>
    isFirm(reading) && !(reading.kind === 'date' && namesDay(other, reading));
  for (const one of left)
    if (isAlone(one, days[1])) found.push({ en: quantityOf(one), near: Math.round(toFrench(one.index)) });
  for (const one of right)
    if (isAlone(one, days[0])) found.push({ fr: quantityOf(one), near: Math.round(toEnglish(one.index)) });
  return found;
}
