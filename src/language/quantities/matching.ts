import { keyOf, type Reading, splitKey } from './values.ts';
import { inUtc } from './zone-names.ts';

export type Sides = readonly [readonly Reading[], readonly Reading[]];
type Pair = readonly [left: Reading, right: Reading];
type Keys = (reading: Reading) => readonly string[];

const isFirm = (reading: Reading): boolean => reading.standing === 'firm';
const isSpoken = ({ standing }: Reading): boolean => standing === 'word' || standing === 'cardinal';
const isName = (reading: Reading): boolean => !isFirm(reading) && !isSpoken(reading);

const of =
  (is: (reading: Reading) => boolean, keys: Keys): Keys =>
  (reading) =>
    is(reading) ? keys(reading) : [];
/** A word says a figure, and is none. */
const itself: Keys = (reading) => (isSpoken(reading) ? [] : [keyOf(reading.kind, reading.value)]);
const also: Keys = (reading) => reading.also;
const figures: Keys = (reading) => reading.figures;
const withZone: Keys = ({ kind, value, zone }) => (zone ? [`${keyOf(kind, value)} ${zone.id}`] : []);

/** What a figure stands for that a number in words can say: a count without a unit, never a time, a length, an amount. */
const isCount = ({ kind, standing, value }: Reading): boolean =>
  kind === 'number' && standing !== 'ordinal' && !isSpoken({ standing } as Reading) && !/[ :]/.test(value);
/** What the words of a place in order can say: `1st`, `the 1st`, the day of a date. */
const isRanked = ({ kind, standing }: Reading): boolean =>
  standing === 'ordinal' || (kind === 'date' && standing === 'firm');
const isFigure = (reading: Reading): boolean => reading.kind === 'number' || reading.kind === 'date';

/** The minutes in UTC of a time whose zone is known, in winter and in summer; two names of one clock are no matter of it. */
const instant: Keys = ({ kind, value, zone }) => {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(value) ?? [];
  if (kind !== 'time' || zone === undefined || hour === undefined) return [];
  const [winter, summer = winter] = inUtc(Number(hour) * 60 + Number(minute), zone);
  return winter === undefined ? [] : [`winter ${winter}`, `summer ${summer}`];
};
const timesIn: Keys = ({ also: others }) => others.filter((key) => splitKey(key)[0] === 'time');

/** From the same meaning, through another meaning, to a word, a year or an ordinal that stands for a figure. */
const passes: readonly (readonly [Keys, Keys])[] = [
  [withZone, withZone],
  [instant, instant],
  [of(isFirm, itself), of(isFirm, itself)],
  [of(isFirm, itself), of(isFirm, also)],
  [of(isFirm, also), of(isFirm, itself)],
  [of(isName, itself), of(isName, itself)],
  [itself, itself],
  [of(isSpoken, figures), of(isSpoken, figures)],
  [of(isCount, figures), of(isSpoken, figures)],
  [of(isSpoken, figures), of(isCount, figures)],
  [of(isRanked, figures), of(({ standing }) => standing === 'rank', figures)],
  [of(({ standing }) => standing === 'rank', figures), of(isRanked, figures)],
  [of(isFirm, itself), of(isSpoken, timesIn)],
  [of(isSpoken, timesIn), of(isFirm, itself)],
  [of(isFirm, figures), of(isName, of(isFigure, figures))],
  [of(isName, of(isFigure, figures)), of(isFirm, figures)],
  [itself, also],
  [also, itself],
  [of(isName, figures), of(isName, figures)],
];

/** Two lists in order, one for one, each of the shorter with the nearest of the longer that keeps the order. */
function alongside<T>(
  short: readonly T[],
  long: readonly T[],
  distance: (a: T, b: T) => number,
): readonly (readonly [T, T])[] {
  const pairs: (readonly [T, T])[] = [];
  let from = 0;
  short.forEach((one, index) => {
    const last = long.length - (short.length - index);
    let best = from;
    for (let at = from; at <= last; at++) {
      const [candidate, before] = [long[at], long[best]];
      if (candidate === undefined || before === undefined) break;
      const [here, there] = [distance(one, candidate), distance(one, before)];
      if (here < there) best = at;
      // In order, what comes is farther still.
      else if (here > there) break;
    }
    const partner = long[best];
    if (partner !== undefined) pairs.push([one, partner]);
    from = best + 1;
  });
  return pairs;
}

/** Pairs in the order of their lists, whichever is the longer. */
export function aligned(
  left: readonly Reading[],
  right: readonly Reading[],
  distance: (left: Reading, right: Reading) => number,
): readonly Pair[] {
  if (left.length <= right.length) return alongside(left, right, distance);
  return alongside(right, left, (a, b) => distance(b, a)).map(([r, l]) => [l, r]);
}

const grouped = (readings: readonly Reading[], keys: Keys): Map<string, Reading[]> => {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    for (const key of keys(reading)) {
      const group = groups.get(key);
      if (group) group.push(reading);
      else groups.set(key, [reading]);
    }
  }
  return groups;
};

/**
 * Where a place in the left text is to be looked for in the right one, as a share of its length: between what each text
 * says once and both say.
 */
export function mapOf([left, right]: Sides, lengths: readonly [number, number]): (index: number) => number {
  const rightByKey = grouped(right, itself);
  const anchors: [number, number][] = [];
  for (const [key, [one, second]] of grouped(left, itself)) {
    const [other, another] = rightByKey.get(key) ?? [];
    if (one && other && !second && !another) anchors.push([one.index, other.index]);
  }
  const [inLeft, inRight] = [Math.max(1, lengths[0]), lengths[1]];
  const points: [number, number][] = [[-1, -1]];
  for (const point of [...anchors.sort(([a], [b]) => a - b), [inLeft, inRight] as [number, number]]) {
    if (point[1] > (points.at(-1)?.[1] ?? 0)) points.push(point);
  }
  return (index) => {
    let [low, high] = [0, points.length - 1];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((points[middle]?.[0] ?? 0) <= index) low = middle;
      else high = middle;
    }
    const [[a, from], [b, to]] = [points[low] ?? [0, 0], points[high] ?? [inLeft, inRight]];
    return b === a ? from : from + ((index - a) * (to - from)) / (b - a);
  };
}

/** The readings of two texts that say the same, one for one, and what is left of each. */
export function matched(
  whole: Sides,
  distance: (left: Reading, right: Reading) => number,
): { readonly pairs: readonly Pair[]; readonly rest: Sides } {
  const pairs: Pair[] = [];
  let [left, right] = whole;
  for (const [keysOfLeft, keysOfRight] of passes) {
    if (left.length === 0 || right.length === 0) break;
    const taken = new Set<Reading>();
    const groups = grouped(right, keysOfRight);
    for (const [key, ours] of grouped(left, keysOfLeft)) {
      const clocks = keysOfLeft === instant ? new Set(ours.map(({ zone }) => zone?.id)) : undefined;
      const theirs = (groups.get(key) ?? []).filter((one) => !taken.has(one) && !clocks?.has(one.zone?.id));
      const free = ours.filter((one) => !taken.has(one));
      for (const pair of aligned(free, theirs, distance)) {
        pairs.push(pair);
        taken.add(pair[0]).add(pair[1]);
      }
    }
    if (taken.size > 0) {
      left = left.filter((one) => !taken.has(one));
      right = right.filter((one) => !taken.has(one));
    }
  }
  return { pairs, rest: [left, right] };
}
