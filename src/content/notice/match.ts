import { suggest } from '../../language/suggest.ts';
import type { NoticeKind } from '../../model/notice-kinds.ts';
import { isFault, type Place, type Problem, problem } from '../../model/problem.ts';
import { isOfTimes, type SectionName, titleText } from '../../model/sections.ts';
import { type Instant, isoOf, type Locale, type Moment } from '../../model/values.ts';
import type { Division } from '../document/document.ts';
import { type DocumentSection, isEmpty, type Sections } from '../document/sections.ts';
import type { Read } from '../files.ts';
import { meantTime, readTime, typedTime } from '../schema/times.ts';
import type { YamlDocument } from '../yaml/document.ts';

/** A fact that needs words under a heading of its own. */
export interface Expected {
  /** What its heading says: a time as the writer wrote it, or an id. */
  readonly label: string;
  /** Its anchor in the page. */
  readonly anchor: string;
  /** Where the fact stands. */
  readonly place: Place;
  /** Its heading alone is not enough. */
  readonly needsBody: boolean;
  /** The time or the id that its words are found by was refused. */
  readonly isDoubtful: boolean;
}

/** The facts of a notice that need words, by section; times are found by `momentKey`. */
export type Expectations = ReadonlyMap<SectionName, ReadonlyMap<string, Expected>>;

/** The words that were found, by section and anchor; what is missing, and what has no fact. */
export interface Matched {
  readonly parts: ReadonlyMap<SectionName, ReadonlyMap<string, Division>>;
  readonly missing: readonly Problem[];
  readonly withoutFact: readonly Problem[];
}

/** A moment as a key: the same instant has the same key whatever its notation; days are counted. */
export const momentKey = (moment: Moment, nth = 1): string =>
  moment.kind === 'instant' ? String(moment.epoch) : `${moment.date} (${nth})`;

interface Facts {
  readonly kind: NoticeKind;
  readonly zone: string;
  readonly now: Instant;
  readonly expectations: Expectations;
  readonly unread: YamlDocument['unread'];
}

/** Finds the words of each fact in a text; headings that should be a time and cannot be read are problems. */
export function matchFacts(
  { file, locale }: { readonly file: string; readonly locale: Locale },
  sections: Sections,
  facts: Facts,
): Read<Matched> {
  const parts = new Map<SectionName, ReadonlyMap<string, Division>>();
  const missing: Problem[] = [];
  const withoutFact: Problem[] = [];
  const problems: Problem[] = [];
  for (const [name, expected] of facts.expectations) {
    const section = sections.byName.get(name);
    const keyed = keyedParts(section, expected, facts);
    const found = partsOf(section, keyed.value, expected, facts);
    parts.set(name, found.parts);
    withoutFact.push(...found.withoutFact);
    problems.push(...keyed.problems);
    for (const one of expected.values()) {
      const part = found.parts.get(one.anchor);
      if (part === undefined ? one.isDoubtful : !(one.needsBody && isEmpty(part.block))) continue;
      const place = part?.heading.place ?? section?.heading.place ?? { file, line: 1, column: 1 };
      const values = {
        found: one.label,
        section: titleText(name)[locale],
        factsFile: one.place.file,
        factsLine: one.place.line,
      };
      const variant = `${name}${part === undefined ? '' : '.empty'}`;
      missing.push(
        problem(name === 'timeline' ? 'timeline/no-text' : 'facts/no-text', place, values, variant),
      );
    }
  }
  return { value: { parts, missing, withoutFact }, problems };
}

/** A part of a section with the key that its heading names: a time, or an id. */
interface Keyed {
  readonly key: string;
  readonly part: Division;
}

function keyedParts(
  section: DocumentSection | undefined,
  expected: ReadonlyMap<string, Expected>,
  { zone, now }: Facts,
): Read<readonly Keyed[]> {
  const labels = [...expected.values()].map(({ label }) => label);
  const read = (section?.parts ?? []).map((part) =>
    section !== undefined && isOfTimes(section.name)
      ? timeKey(part, { zone, now }, labels)
      : { value: part.heading.id, problems: [], part },
  );
  return {
    value: read.flatMap(({ value: key, part }) => (key === undefined ? [] : [{ key, part }])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function partsOf(
  section: DocumentSection | undefined,
  keyed: readonly Keyed[],
  expected: ReadonlyMap<string, Expected>,
  { kind, unread }: Facts,
): { readonly parts: Map<string, Division>; readonly withoutFact: readonly Problem[] } {
  const parts = new Map<string, Division>();
  const withoutFact: Problem[] = [];
  if (section === undefined) return { parts, withoutFact };
  const { name } = section;
  const isDoubtful = unread(name) || [...expected.values()].some((one) => one.isDoubtful);
  const rule = name === 'timeline' ? 'timeline/no-fact' : 'facts/no-fact';
  // A maintenance has no key for credits or commitments that could be added.
  const none = kind === 'maintenance' && !isOfTimes(name) ? '.maintenance' : '.none';
  const labels = [...expected.values()].map(({ label }) => label);
  const titles = new Set(section.parts.map(({ heading }) => heading.title));
  const free = isOfTimes(name) ? labels.filter((label) => !titles.has(label)) : labels;
  for (const { key, part } of keyed) {
    const { title, place } = part.heading;
    const one = expected.get(key);
    const label = isOfTimes(name) ? title : key;
    // A fact that cannot be read may be the one for these words.
    if (one === undefined && isDoubtful) continue;
    if (one === undefined) {
      const meant = suggest(label, free) ?? (free.length === 1 && isOfTimes(name) ? free[0] : undefined);
      const values = {
        found: label,
        allowed: labels.join(', '),
        ...(meant === undefined ? {} : { meant }),
      };
      const which = meant !== undefined ? '.nearest' : labels.length > 0 ? '' : none;
      withoutFact.push(problem(rule, place, values, `${name}${which}`));
    } else if (parts.has(one.anchor)) withoutFact.push(problem(rule, place, { found: label }, 'repeated'));
    else parts.set(one.anchor, part);
  }
  return { parts, withoutFact };
}

/** The key of a heading that is a time and nothing else; `2024-03-02 (2)` is the second of that day. */
function timeKey(
  part: Division,
  { zone, now }: Pick<Facts, 'zone' | 'now'>,
  labels: readonly string[],
): Read<string | undefined> & { readonly part: Division } {
  const { heading } = part;
  const [, written = '', nth = '1'] = /^(.*?)(?:[ \u00a0]\((\d{1,3})\))?$/.exec(heading.title) ?? [];
  const read = readTime(written, zone, now);
  if (!isFault(read)) return { value: momentKey(read, Number(nth)), problems: [], part };
  const plain = read.rule === 'time/format' && read.variant !== 'meant' && read.variant !== 'zone';
  const variant = plain ? (labels.length === 0 ? 'heading.none' : 'heading') : read.variant;
  const values = { ...read.values, allowed: labels.join(', ') };
  const meant = meantTime(read);
  const moment = meant === undefined ? undefined : readTime(meant, zone);
  return {
    value: moment === undefined || isFault(moment) ? undefined : momentKey(moment, Number(nth)),
    problems: [problem(read.rule, heading.place, values, variant)],
    part,
  };
}

/** The n-th of its day, for each moment that is a day alone; 1 for instants. */
export function countDays(moments: readonly Moment[]): number[] {
  const seen = new Map<string, number>();
  return moments.map((moment) => {
    if (moment.kind === 'instant') return 1;
    const nth = (seen.get(moment.date) ?? 0) + 1;
    seen.set(moment.date, nth);
    return nth;
  });
}

/** A moment as a writer types it in a heading: `2024-03-02 06:40`, `2024-03-02 (2)`. */
export const headingOf = (moment: Moment, nth: number, zone: string): string =>
  moment.kind === 'instant' ? typedTime(moment, zone) : `${isoOf(moment)}${nth > 1 ? ` (${nth})` : ''}`;
