import { guidanceFor } from '../content/document/guidance.ts';
import { readTime } from '../content/schema/times.ts';
import type { Plain } from '../content/yaml/document.ts';
import { isFault } from '../model/problem.ts';
import { titleText } from '../model/sections.ts';
import { compareMoments, type Locale, locales, type Moment } from '../model/values.ts';
import type { InEach } from '../model/words.ts';
import { addEntry, type NewEntry } from './insert-entry.ts';
import { addHeading, headingsBelow } from './insert-heading.ts';
import type { Edit } from './text-edit.ts';

/** A notice's files as they are. A text that is not there is late. */
interface Texts {
  readonly facts: string;
  readonly documents: InEach<string>;
}

/** The same with an entry more; `undefined` where a file cannot be edited without touching what stands in it. */
interface Updated {
  readonly facts: Edit | undefined;
  readonly documents: InEach<Edit | undefined>;
}

/**
 * Adds an entry to the facts and its heading to both texts, in order of time in `zone`, with `words` or else a line of
 * guidance below it. `nth` counts days alone.
 */
export function updated(
  { facts, documents }: Texts,
  entry: NewEntry,
  nth: number,
  zone: string,
  words: InEach<string> = {},
): Updated {
  const compare = (a: string, b: string): number => {
    const [first, second] = [momentOf(a, zone), momentOf(b, zone)];
    return first === undefined || second === undefined ? 0 : compareMoments(first, second);
  };
  const heading = nth > 1 ? `${entry.at} (${nth})` : entry.at;
  const edits: { [L in Locale]?: Edit | undefined } = {};
  for (const locale of locales) {
    const document = documents[locale];
    if (document === undefined) continue;
    const later = headingsBelow(document, 'timeline').find((one) => compare(one, entry.at) > 0);
    const section = titleText('timeline')[locale];
    const below = words[locale] ?? guidanceFor('timeline', locale);
    edits[locale] = addHeading(document, section, heading, below, later);
  }
  return { facts: addEntry(facts, entry, compare), documents: edits };
}

/** A time as a writer types it, also in a heading, where `(2)` counts the days alone of a day. */
function momentOf(typed: string, zone: string): Moment | undefined {
  const read = readTime(typed.replace(/[ \u00a0]\(\d{1,3}\)$/, ''), zone);
  return isFault(read) ? undefined : read;
}

/** The times of the entries that can be read. */
export function timesOf(facts: Plain, zone: string): readonly Moment[] {
  const timeline = typeof facts === 'object' && 'timeline' in facts ? facts.timeline : undefined;
  if (!Array.isArray(timeline)) return [];
  return timeline.flatMap((entry) => {
    const at = typeof entry === 'object' && 'at' in entry ? entry.at : undefined;
    return typeof at === 'string' ? (momentOf(at, zone) ?? []) : [];
  });
}
