import { fold } from '../wording/sentences.ts';
import { letter } from './notation.ts';
import { agree, type Exchange, endOf, isValue, many, plain, type Text } from './stretch.ts';
import type { Reading } from './values.ts';

const naming =
  /(line|ligne|zone|site|route|station|phase|step|étape|region|région|sector|secteur|area|building|bâtiment|édifice|gate|porte|platform|quai|voie|room|salle|floor|étage|group|groupe|level|niveau|bus|autobus|train|flight|vol|batch|lot|team|équipe|server|serveur|plan|wave|vague|unit|unité|version|release|circuit|no|n[o°º]|number|numéro|pump|pompe)s? #?$/i;

interface Anchor {
  readonly key: string;
  /** The word before a number that names: `gate`. */
  readonly noun?: string;
  readonly from: number;
  readonly to: number;
}

const capital = new RegExp(`(?<![${letter}\\d'-])[A-ZÀ-Þ][${letter}-]*(?![${letter}\\d])`, 'g');

/** What values stand beside: names that both languages write alike, days, and numbers that name. */
function anchorsOf({ text, readings }: Text): readonly Anchor[] {
  const words = [...plain(text).matchAll(capital)].map(({ 0: word, index }) => ({
    key: fold(word),
    from: index,
    to: index + word.length,
  }));
  const inReading = new Set<number>();
  for (const reading of readings)
    if (reading.standing !== 'firm' || reading.kind === 'date') inReading.add(reading.index);
  const named = readings.flatMap((reading): Anchor[] => {
    const { index, kind, value, standing } = reading;
    const anchor = { from: index, to: endOf(reading) };
    if (kind === 'date' && /\d\d-\d\d$/.test(value)) return [{ key: value.slice(-5), ...anchor }];
    if (kind === 'weekday') return [{ key: `weekday ${value}`, ...anchor }];
    if (standing === 'label') return [{ key: `name ${value}`, ...anchor }];
    if (kind !== 'number' || !/^\d{1,4}$/.test(value)) return [];
    const noun = naming.exec(plain(text.slice(Math.max(0, index - 12), index)))?.[1];
    return noun === undefined ? [] : [{ key: `name ${value}`, noun, ...anchor }];
  });
  return [...words.filter(({ from }) => !inReading.has(from)), ...named].sort((a, b) => a.from - b.from);
}

const separator = /[;.\n]|,(?=\s)| (?:and|et|while|tandis) /;

/** For each anchor that stands once, the values that stand nearest to it. */
function besideAnchors(
  { text, readings }: Text,
  anchors: readonly Anchor[],
  all: readonly Anchor[],
): ReadonlyMap<string, readonly Reading[]> {
  const beside = new Map<string, Reading[]>();
  const flat = plain(text);
  const cost = (from: number, to: number): number =>
    to -
    from +
    flat.slice(from, to).split(separator).length * 60 +
    (flat.slice(from, to).includes('\n') ? 1000 : 0);
  for (const reading of readings) {
    if (!isValue(reading)) continue;
    // A number that names is a value beside what it is said of: `flight 842 leaves from gate 12`.
    const own = all.find(({ from }) => from === reading.index);
    if (own && own.noun === undefined) continue;
    let best: Anchor | undefined;
    let least = 260;
    for (const anchor of anchors) {
      if (own && (anchor.noun === undefined || anchor.noun === own.noun || anchor.from > own.from)) continue;
      const distance =
        anchor.to <= reading.index
          ? anchor.to + 200 < reading.index
            ? 1000
            : cost(anchor.to, reading.index)
          : anchor.from > endOf(reading) + 200
            ? 1000
            : cost(endOf(reading), anchor.from) + 1;
      if (distance < least) [best, least] = [anchor, distance];
    }
    if (best) beside.set(best.key, [...(beside.get(best.key) ?? []), reading]);
  }
  return beside;
}

const once = (anchors: readonly Anchor[]): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  for (const { key } of anchors) seen.set(key, (seen.get(key) ?? 0) + 1);
  return new Set([...seen].flatMap(([key, count]) => (count === 1 ? [key] : [])));
};

/** Values of one kind that two names have exchanged: `Zone A at 8 p.m., zone B at 10 p.m.`. */
export function namesExchanged(left: Text, right: Text): readonly Exchange[] {
  const [all, others] = [anchorsOf(left), anchorsOf(right)];
  const [ours, theirs] = [once(all), once(others)];
  const shared = (one: Anchor) => ours.has(one.key) && theirs.has(one.key);
  const [inLeft, inRight] = [all.filter(shared), others.filter(shared)];
  if (inLeft.length < 2 || inLeft.length > many) return [];
  if (left.readings.length > 10 * many || right.readings.length > 10 * many) return [];
  const [a, b] = [besideAnchors(left, inLeft, all), besideAnchors(right, inRight, others)];
  // A name whose values of a kind the other text has all beside other names.
  const kinds = new Set([...left.readings].filter(isValue).map(({ kind }) => kind));
  for (const kind of kinds) {
    const astray = inLeft.filter(({ key }) => {
      const mine = (a.get(key) ?? []).filter((one) => one.kind === kind);
      const other = (b.get(key) ?? []).filter(
        (one) => one.kind === kind || one.also.some((k) => k.startsWith(kind)),
      );
      return (
        mine.length === 1 && other.length === 1 && !mine.some((one) => other.some((two) => agree(one, two)))
      );
    });
    const held = (map: ReadonlyMap<string, readonly Reading[]>, key: string, of: typeof kind) =>
      (map.get(key) ?? []).find((one) => one.kind === of || one.also.some((k) => k.startsWith(of)));
    for (const one of astray) {
      const mine = held(a, one.key, kind);
      const theirOwn = held(b, one.key, kind);
      const partner = astray.find(({ key }) => {
        const value = held(b, key, kind);
        return key !== one.key && mine && value && agree(mine, value);
      });
      const back = astray.find(({ key }) => {
        const value = held(a, key, kind);
        return key !== one.key && theirOwn && value && agree(theirOwn, value);
      });
      if (!mine || !theirOwn || !partner || !back) continue;
      return [
        [
          { from: mine.index, to: endOf(mine), value: mine.value },
          { from: theirOwn.index, to: endOf(theirOwn), value: theirOwn.value },
        ],
      ];
    }
  }
  return [];
}

/** The items of a list: paragraphs and lines that hold a value. */
function itemsOf({
  text,
  readings,
}: Text): readonly { readonly name: string; readonly values: readonly Reading[] }[] {
  const items: { name: string; values: Reading[] }[] = [];
  let at = 0;
  let next = 0;
  for (const line of text.split('\n')) {
    const to = at + line.length;
    const values: Reading[] = [];
    for (let one = readings[next]; one && one.index < to; one = readings[++next])
      if (isValue(one)) values.push(one);
    if (line.trim() !== '') items.push({ name: fold(line.trim()), values });
    at = to + 1;
  }
  return items;
}

const isSorted = (names: readonly string[]): boolean =>
  names.every((name, i) => i === 0 || (names[i - 1] ?? '') <= name);

/** Values that items at the same place of two lists have exchanged; where each list follows its alphabet, they may. */
export function itemsExchanged(left: Text, right: Text): readonly Exchange[] {
  const [ours, theirs] = [itemsOf(left), itemsOf(right)];
  if (ours.length !== theirs.length || ours.length < 2 || ours.length > many) return [];
  const single = (item: { readonly values: readonly Reading[] } | undefined) =>
    item?.values.length === 1 ? item.values[0] : undefined;
  const differing = ours.flatMap((item, index) => {
    const [mine, other] = [single(item), single(theirs[index])];
    return mine && other && !agree(mine, other) ? [{ index, mine, other }] : [];
  });
  if (differing.length < 2) return [];
  const namesIn = (items: typeof ours) =>
    items.flatMap(({ name, values }) => (values.length > 0 ? [name] : []));
  if (differing.length > 2 && isSorted(namesIn(ours)) && isSorted(namesIn(theirs))) return [];
  const isPermuted =
    differing.every(({ mine }) => differing.some(({ other }) => agree(mine, other))) &&
    differing.every(({ other }) => differing.some(({ mine }) => agree(mine, other)));
  const [first] = differing;
  if (!isPermuted || !first) return [];
  return [
    [
      { from: first.mine.index, to: endOf(first.mine), value: first.mine.value },
      { from: first.other.index, to: endOf(first.other), value: first.other.value },
    ],
  ];
}
