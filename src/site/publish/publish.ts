import { existsSync, lstatSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../language/user-error.ts';
import type { Standing } from '../build/write.ts';
import { besides, makeMarked, refuseStranger, remove, unmark } from './beside.ts';
import { release, take } from './lock.ts';
import { addRelease, linkLatest } from './releases.ts';
import { keepSpare, takeSpare } from './spare.ts';

export interface Publishing {
  /** Keep the former sites, and make the output folder a link to the newest: it is replaced in one step. */
  readonly releases: boolean;
  /** Where the former site is kept, so that the next build writes only what has changed; without it, it is removed. */
  readonly spare?: string;
  /** Told once when another build holds the folder. */
  readonly waiting: () => void;
}

/**
 * Has a site written beside `output` and puts it in its place: by two renames, whoever looks sees the former site or the
 * new one, but for the instant between them; with releases, by replacing a link, without it. Whatever stops it, the
 * former site stays, or stands beside and is put back by the next run. Nothing is replaced where `write` gives nothing.
 * `standing` may be asked, once, what need not be written again.
 */
export async function publish<T>(
  output: string,
  write: (stage: string, standing: () => Standing) => Promise<T | undefined>,
  { releases, spare, waiting }: Publishing,
): Promise<T | undefined> {
  makeFolder(dirname(output));
  const { stage } = besides(output);
  return holding(output, waiting, async () => {
    makeMarked(stage);
    try {
      const result = await write(stage, () => takeSpare(spare, stage, output));
      if (result === undefined) return undefined;
      unmark(stage);
      if (releases || isLink(output)) addRelease(output);
      else swap(output, spare);
      return result;
    } finally {
      remove(stage);
    }
  });
}

/** Does it while no other process may touch the output folder, once what an interrupted run left is put back. */
export async function holding<T>(output: string, waiting: () => void, work: () => Promise<T>): Promise<T> {
  const { stage, former, lock } = besides(output);
  await take(lock, waiting);
  try {
    for (const path of [stage, former]) refuseStranger(path);
    recover(output);
    return await work();
  } finally {
    release(lock);
  }
}

/** One folder after the other: where none can be made, such as in /proc, Node's own recursion never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new UserError(3, 'command.machine.permission', { code, path });
    throw error;
  }
}

const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** Puts back what an interrupted run left: the former site, or the newest release, if nothing stands in its place. */
function recover(output: string): void {
  const { stage, former } = besides(output);
  if (existsSync(output)) remove(former);
  else if (existsSync(former)) renameSync(former, output);
  else linkLatest(output);
  remove(stage);
}

function swap(output: string, spare: string | undefined): void {
  const { stage, former } = besides(output);
  if (!existsSync(output)) {
    renameSync(stage, output);
    return;
  }
  renameSync(output, former);
  try {
    renameSync(stage, output);
  } catch (error) {
    renameSync(former, output);
    throw error;
  }
  keepSpare(spare, former);
}
