import type { Locale } from '../../model/values.ts';
import { masked, opaque } from '../typography/rule.ts';
import { fold } from '../wording/sentences.ts';
import { amountRules } from './amounts.ts';
import { dateRules } from './dates.ts';
import { type Draft, firstMatch, type Rule } from './draft.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { nameRules } from './names.ts';
import { currencies, letter, type Notation } from './notation.ts';
import { hourBefore, timeRules } from './times.ts';
import { clockOf, keyOf, type Reading, shifted, splitKey } from './values.ts';
import { weekdaysIn } from './weekdays.ts';
import { openingWords, wordRules } from './words.ts';
import { inUtc, zoneAfter } from './zone-names.ts';

/** The rules by what a reading begins with, each list in the order of trial. */
interface Rules {
  readonly figures: readonly Rule[];
  readonly signs: readonly Rule[];
  readonly words: readonly Rule[];
  /** The words with which a reading can begin, where no figure is attached to them. */
  readonly openings: ReadonlySet<string>;
}

function rulesOf(n: Notation): Rules {
  const [dates, times, names, amounts] = [dateRules(n), timeRules(n), nameRules(n), amountRules(n)];
  const { months, shortMonths, noon, version } = n;
  const known = [months, shortMonths, noon, currencies].flatMap((table) => [...table.keys()]);
  return {
    figures: [...dates.figures, ...times.figures, ...names.figures, ...amounts.figures],
    signs: [...names.signs, ...amounts.signs],
    words: [
      ...names.words,
      ...amounts.words,
      ...times.words,
      ...dates.words,
      ...wordRules(n, amounts.unitAt),
    ],
    openings: new Set([...known, ...openingWords(n), ...version, n.minus, 'us', 'ca', 'utc', 'gmt']),
  };
}

const rules: Readonly<Record<Locale, Rules>> = { en: rulesOf(english), fr: rulesOf(french) };

const start = new RegExp(`[\\d$€£¥(+–-]|[${letter}]+`, 'g');
const attached = /[\d$€£¥_-]/;
const joint = /^[ \n]?(?:to|and|or|through|until|à|au|et|ou|[-–—,]|,? (?:and|or|et|ou))[ \n]?$/;
const range = /^[ \n]?(?:to|through|à|au|[-–—])[ \n]?$/;

/** `example.ca/2019`: an address without its scheme. */
const withoutAddresses = (text: string): string =>
  /[@/\\{]|www|tel:/.test(text)
    ? masked(text).replace(/\S+/g, (token) =>
        /\.[a-z]{2,24}\//.test(token) ? opaque.repeat(token.length) : token,
      )
    : text;

/** The text with one kind of space, of hyphen and of apostrophe, and addresses blotted out; as long as before. */
const prepared = (text: string): string =>
  withoutAddresses(text)
    .replace(/[\t\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replaceAll('\u2019', "'");

function draftsOf(text: string, { figures, signs, words, openings }: Rules): readonly Draft[] {
  const drafts: Draft[] = [];
  const opens = (word: string, end: number): boolean =>
    openings.has(fold(word)) || attached.test(text[end] ?? '');
  start.lastIndex = 0;
  for (let m = start.exec(text); m; m = start.exec(text)) {
    const [first] = m;
    const isWord = first.toLowerCase() !== first.toUpperCase();
    if (isWord && !opens(first, start.lastIndex)) continue;
    const list = isWord ? words : /\d/.test(first) ? figures : signs;
    const match = firstMatch(list, text, m.index);
    if (!match) continue;
    drafts.push(...match.drafts);
    start.lastIndex = match.end;
  }
  return drafts;
}

/** A bare figure with the unit of the one that follows: `15` in `15 to 20%`, `9` in `9 to 11 a.m.`. */
function borrowing(draft: Draft, next: Draft, isRange: boolean): Draft {
  const { bare, clock, leading } = draft;
  const end = next.clock;
  if (clock && clock.half === undefined && end?.half !== undefined) {
    const hour = hourBefore(clock.hour, { hour: end.hour, half: end.half });
    const { also: _, ...rest } = draft;
    return { ...rest, value: clockOf(hour, clock.minute), ...(next.lends ? { lends: next.lends } : {}) };
  }
  if (leading && leading.places === 0 && next.places && isRange) {
    const scaled = keyOf('money', `${leading.currency} ${shifted(leading.amount, next.places)}`);
    return { ...draft, also: [...(draft.also ?? []), scaled] };
  }
  if (bare === undefined || !next.lends) return draft;
  const [first, ...others] = next.lends(bare);
  if (first === undefined) return draft;
  const also = [...(draft.also ?? []), ...others, keyOf('number', bare)];
  if (draft.standing === 'year') return { ...draft, also: [first, ...also], lends: next.lends };
  const [kind, value] = splitKey(first);
  return {
    ...draft,
    kind,
    value,
    standing: 'firm',
    also,
    figures: draft.figures ?? [bare],
    lends: next.lends,
  };
}

/** A bare figure with the currency of the one before, or with its unit: `10` in `$5 to 10`, `two` in `a day or two`. */
function following(draft: Draft, before: Draft): Draft {
  if (
    draft.standing === 'cardinal' &&
    draft.bare !== undefined &&
    before.kind === 'duration' &&
    before.lends
  ) {
    const [first] = before.lends(draft.bare);
    if (first !== undefined)
      return { ...draft, kind: 'duration', value: splitKey(first)[1], standing: 'firm' };
  }
  if (!before.leading || draft.leading || draft.kind !== 'number') return draft;
  const amount = keyOf('money', `${before.leading.currency} ${draft.value}`);
  return { ...draft, also: [...(draft.also ?? []), amount] };
}

/** `12 p.m. (noon)`, `3:33 a.m. EDT (07:33 UTC)`: the same time, said twice. */
function saysAgain(text: string, { value, to, zone, zoneEnd = to }: Draft, next: Draft): boolean {
  if (next.kind !== 'time' && !next.also?.some((key) => key.startsWith('time '))) return false;
  if (!/^,? ?\($/.test(text.slice(zoneEnd, next.from)) || text[next.zoneEnd ?? next.to] !== ')') {
    if (
      !(
        next.zoneEnd !== undefined &&
        text[next.zoneEnd - 1] === ')' &&
        text.slice(zoneEnd, next.from) === ' ('
      )
    )
      return false;
  }
  const times = [next.value, ...(next.also ?? []).map((key) => splitKey(key)[1])];
  if (zone === undefined || next.zone === undefined || zone.id === next.zone.id) return times.includes(value);
  const here = inUtc(minutesOf(value), zone);
  const there = inUtc(minutesOf(next.value), next.zone);
  // In winter with winter, in summer with summer.
  return here[0] === there[0] || (here[1] ?? here[0]) === (there[1] ?? there[0]);
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const isTime = ({ kind, also = [] }: Draft): boolean =>
  kind === 'time' || also.some((key) => key.startsWith('time '));

function joined(text: string, drafts: readonly Draft[]): readonly Draft[] {
  const zoned = drafts.map((draft): Draft => {
    const found = isTime(draft) ? zoneAfter(text, draft.to, true) : undefined;
    return found ? { ...draft, zone: found.zone, zoneEnd: found.end } : draft;
  });
  const out = zoned.filter((draft, i) => {
    const before = zoned[i - 1];
    return !(before && isTime(before) && saysAgain(text, before, draft));
  });
  const between = (a: Draft, b: Draft) => (b.from - a.to <= 12 ? text.slice(a.to, b.from) : '');
  for (let i = out.length - 2; i >= 0; i--) {
    const [draft, next] = [out[i], out[i + 1]];
    if (!draft || !next || !joint.test(between(draft, next))) continue;
    const isRange = range.test(between(draft, next));
    const borrowed = borrowing(draft, next, isRange);
    out[i] = next.zone && !borrowed.zone && isTime(borrowed) ? { ...borrowed, zone: next.zone } : borrowed;
    if (isRange || (draft.kind === 'duration' && /^ (?:or|ou) $/.test(between(draft, next))))
      out[i + 1] = following(next, draft);
  }
  return out;
}

/** Everything that a text says in figures, and in words for numbers, in order. Takes time in proportion to the text. */
export function readingsOf(text: string, locale: Locale): readonly Reading[] {
  const plain = prepared(text);
  const readings = joined(plain, draftsOf(plain, rules[locale])).map(
    (draft): Reading => ({
      kind: draft.kind,
      value: draft.value,
      text: text.slice(draft.from, draft.to),
      index: draft.from,
      standing: draft.standing ?? 'firm',
      also: draft.also ?? [],
      figures: draft.figures ?? [draft.value],
      ...(draft.zone && { zone: draft.zone }),
      ...(draft.zoneEnd !== undefined && { zoned: text.slice(draft.from, draft.zoneEnd) }),
    }),
  );
  const weekdays = weekdaysIn(plain, text, locale);
  return weekdays.length === 0 ? readings : [...readings, ...weekdays].sort((a, b) => a.index - b.index);
}

/** Whether a text names a day of the week, which costs far less than reading it all. */
export const namesWeekday = (text: string, locale: Locale): boolean =>
  weekdaysIn(prepared(text), text, locale).length > 0;

/** The pairs of times that are the ends of a range, `9 a.m. to 5 p.m.`, in order. */
export function rangedTimes(
  text: string,
  times: readonly Reading[],
): readonly (readonly [Reading, Reading])[] {
  return times.flatMap((first, index) => {
    const last = times[index + 1];
    if (last === undefined) return [];
    const from = first.index + (first.zoned ?? first.text).length;
    const between = prepared(text.slice(Math.min(from, last.index), last.index));
    const isBoth =
      /^[ \n](?:and|et)[ \n]$/.test(between) &&
      /(?:between|entre) $/i.test(prepared(text.slice(0, first.index)));
    return range.test(between) || isBoth ? [[first, last] as const] : [];
  });
}
