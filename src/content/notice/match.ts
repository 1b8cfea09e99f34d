import { suggest } from '../../language/suggest.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import { isoOf, type Locale, type Moment } from '../../model/values.ts';
import type { SectionName } from '../../model/words.ts';
import type { Division } from '../document/document.ts';
import { titleText } from '../document/section-titles.ts';
import { type DocumentSection, isEmpty, type Sections } from '../document/sections.ts';
import { isFault, meantTime, readTime, typedTime } from '../schema/times.ts';
import type { YamlDocument } from '../yaml/document.ts';
import type { Kind } from './kind.ts';

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

/** The words that were found, by section and anchor, and what is missing. */
export interface Matched {
  readonly parts: ReadonlyMap<SectionName, ReadonlyMap<string, Division>>;
  readonly missing: readonly Problem[];
}

/** A moment as a key: the same instant has the same key whatever its notation; days are counted. */
export const momentKey = (moment: Moment, nth = 1): string =>
  moment.kind === 'instant' ? String(moment.epoch) : `${moment.date} (${nth})`;

/** Finds the words of each fact in a note, and reports words without a fact. */
export function matchFacts(
  { file, locale }: { readonly file: string; readonly locale: Locale },
  noticeKind: Kind,
  sections: Sections,
  expectations: Expectations,
  { unread }: Pick<YamlDocument, 'unread'>,
  zone: string,
  problems: Problem[],
): Matched {
  const parts = new Map<SectionName, ReadonlyMap<string, Division>>();
  const missing: Problem[] = [];
  for (const [name, expected] of expectations) {
    const section = sections.byName.get(name);
    const isDoubtful = unread(name) || [...expected.values()].some((one) => one.isDoubtful);
    const found =
      section === undefined
        ? new Map<string, Division>()
        : partsOf(section, expected, noticeKind, isDoubtful, zone, problems);
    parts.set(name, found);
    for (const one of expected.values()) {
      const part = found.get(one.anchor);
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
  return { parts, missing };
}

const timed: readonly SectionName[] = ['timeline', 'corrections'];

function partsOf(
  section: DocumentSection,
  expected: ReadonlyMap<string, Expected>,
  noticeKind: Kind,
  isDoubtful: boolean,
  zone: string,
  problems: Problem[],
): Map<string, Division> {
  const found = new Map<string, Division>();
  const rule = section.name === 'timeline' ? 'timeline/no-fact' : 'facts/no-fact';
  // A maintenance has no key for credits or commitments that could be added.
  const none = noticeKind === 'maintenance' && !timed.includes(section.name) ? '.maintenance' : '.none';
  const labels = [...expected.values()].map((other) => other.label);
  const titles = new Set(section.parts.map(({ heading }) => heading.title));
  const free = timed.includes(section.name) ? labels.filter((label) => !titles.has(label)) : labels;
  for (const part of section.parts) {
    const { title, place } = part.heading;
    const key = timed.includes(section.name) ? timeKey(part, zone, labels, problems) : part.heading.id;
    if (key === undefined) continue;
    const one = expected.get(key);
    const label = timed.includes(section.name) ? title : key;
    // A fact that cannot be read may be the one for these words.
    if (one === undefined && isDoubtful) continue;
    if (one === undefined) {
      const meant =
        suggest(label, free) ?? (free.length === 1 && timed.includes(section.name) ? free[0] : undefined);
      const values = {
        found: label,
        allowed: labels.join(', '),
        ...(meant === undefined ? {} : { meant }),
      };
      const which = meant !== undefined ? '.nearest' : labels.length > 0 ? '' : none;
      problems.push(problem(rule, place, values, `${section.name}${which}`));
    } else if (found.has(one.anchor)) problems.push(problem(rule, place, { found: label }, 'repeated'));
    else found.set(one.anchor, part);
  }
  return found;
}

/** The key of a heading that is a time and nothing else; `2024-03-02 (2)` is the second of that day. */
function timeKey(
  { heading }: Division,
  zone: string,
  labels: readonly string[],
  problems: Problem[],
): string | undefined {
  const [, written = '', nth = '1'] = /^(.*?)(?:[ \u00a0]\((\d{1,3})\))?$/.exec(heading.title) ?? [];
  const read = readTime(written, zone);
  if (!isFault(read)) return momentKey(read, Number(nth));
  const plain = read.rule === 'time/format' && read.variant !== 'meant' && read.variant !== 'zone';
  const variant = plain ? (labels.length === 0 ? 'heading.none' : 'heading') : read.variant;
  problems.push(problem(read.rule, heading.place, { ...read.values, allowed: labels.join(', ') }, variant));
  const meant = meantTime(read);
  const moment = meant === undefined ? undefined : readTime(meant, zone);
  return moment === undefined || isFault(moment) ? undefined : momentKey(moment, Number(nth));
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
