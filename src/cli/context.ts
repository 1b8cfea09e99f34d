import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { readTime } from '../content/schema/times.ts';
import { UserError } from '../language/user-error.ts';
import { compareProblems, isFault } from '../model/problem.ts';
import type { Channel } from '../notify/channel.ts';
import type { Kept, Memory } from '../site/cache/notices.ts';
import { type Loaded, load } from '../site/load.ts';
import { channelProblems, channelsBeside } from './channels.ts';
import type { CommandContext } from './command.ts';

/** What of a call says which content, and when. */
type Asked = Pick<CommandContext, 'given' | 'system'>;

/** The content folder of this call, as a path from the current folder, with `/`. Refuses (2) where there is none. */
export function contentOf({ given }: Pick<CommandContext, 'given'>): string {
  const content = given.content ?? 'content';
  const found = statSync(content, { throwIfNoEntry: false });
  if (found === undefined) throw new UserError(2, 'command.content.missing', { content });
  if (!found.isDirectory()) throw new UserError(2, 'command.content.file', { content });
  return (relative(process.cwd(), resolve(content)) || '.').replaceAll(sep, '/');
}

/** Reads the content folder by the clock of this call, and the channels beside it; a cache that was begun is kept up. */
export const loadContent = (context: Asked): Loaded => loadWith(context, keptBy(context));

/** The same by who begins a cache; `memory` is for who does so again and again. */
export const loadAndKeep = (context: Asked, memory?: Memory): Loaded =>
  loadWith(context, keptBy(context, true, memory));

function keptBy(context: Asked, begins = false, memory?: Memory): Kept | undefined {
  const { cache } = cacheOf(context);
  if (cache === undefined) return undefined;
  return { folder: cache, isKeptUp: begins || existsSync(cache), ...(memory && { memory }) };
}

function loadWith(context: Asked, kept: Kept | undefined): Loaded {
  const content = contentOf(context);
  const loaded = load(content, clockOf(context), kept);
  const amiss = channelProblems(content, loaded.site);
  if (amiss.length === 0) return loaded;
  const { site, ...rest } = loaded;
  const problems = [...loaded.problems, ...amiss].sort(compareProblems);
  const isSound = site !== undefined && !amiss.some(({ severity }) => severity === 'error');
  return { ...rest, ...(isSound ? { site } : {}), problems };
}

/** The channels of this call that can be read. */
export const channelsOf = (context: Asked): readonly Channel[] => channelsBeside(contentOf(context)).value;

/** The clock: `--now`, on the wall of the site's zone, or else the machine's. Refuses (2) what is no time. */
export function clockOf({ given, system }: Asked): (zone: string) => number {
  const { now } = given;
  if (now === undefined) return system.clock;
  const read = (zone: string): number => {
    const time = readTime(now, zone);
    if (!isFault(time)) {
      if (time.kind === 'day') throw new UserError(2, 'command.now.day', { found: now });
      return time.epoch;
    }
    if (time.rule === 'time/format') throw new UserError(2, 'command.now.format', { found: now });
    const key = time.rule === 'time/ambiguous' ? 'command.now.ambiguous' : 'command.now.nonexistent';
    throw new UserError(2, key, time.values);
  };
  // What is no time in any zone is told before anything is read.
  read('UTC');
  return read;
}

/** Where what was made is kept between runs, unless all is to be made anew. */
export const cacheOf = ({ given }: Pick<CommandContext, 'given'>): { readonly cache?: string } =>
  given['no-cache'] === undefined ? { cache: join('.cache', 'meaculpa') } : {};
