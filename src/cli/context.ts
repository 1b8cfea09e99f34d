import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { isFault, readTime } from '../content/schema/times.ts';
import { Refusal } from '../language/user-error.ts';
import { type Loaded, load } from '../site/load.ts';
import type { Call } from './command.ts';

/** What of a call says which content, and when. */
type Asked = Pick<Call, 'given' | 'machine'>;

/** The content folder of this call, as a path from the current folder, with `/`. Refuses (2) where there is none. */
export function contentOf({ given }: Pick<Call, 'given'>): string {
  const content = given.content ?? 'content';
  const found = statSync(content, { throwIfNoEntry: false });
  if (found === undefined) throw new Refusal(2, 'command.content.missing', { content });
  if (!found.isDirectory()) throw new Refusal(2, 'command.content.file', { content });
  return (relative(process.cwd(), resolve(content)) || '.').replaceAll(sep, '/');
}

/** What a command that is named to the writer needs, to be about the same folder: ` --content site`. */
export function contentOption({ given: { content } }: Pick<Call, 'given'>): string {
  if (content === undefined) return '';
  return ` --content ${/^[\w./-]+$/.test(content) ? content : `'${content.replaceAll("'", `'\\''`)}'`}`;
}

/** Reads the content folder by the clock of this call. */
export const loadContent = (call: Asked): Loaded => load(contentOf(call), clockOf(call));

/** The clock: `--now`, on the wall of the site's zone, or else the machine's. Refuses (2) what is no time. */
export function clockOf({ given, machine }: Asked): (zone: string) => number {
  const { now } = given;
  if (now === undefined) return machine.clock;
  const read = (zone: string): number => {
    const time = readTime(now, zone);
    if (!isFault(time)) {
      if (time.kind === 'day') throw new Refusal(2, 'command.now.day', { found: now });
      return time.epoch;
    }
    if (time.rule === 'time/format') throw new Refusal(2, 'command.now.format', { found: now });
    const key = time.rule === 'time/ambiguous' ? 'command.now.ambiguous' : 'command.now.nonexistent';
    throw new Refusal(2, key, time.values);
  };
  // What is no time in any zone is told before anything is read.
  read('UTC');
  return read;
}

/** Where pictures are kept between builds, unless all is to be made anew. */
export const cacheOf = ({ given }: Pick<Call, 'given'>): { readonly cache?: string } =>
  given['no-cache'] === undefined ? { cache: join('.cache', 'cards') } : {};
