import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../language/user-error.ts';
import { isPublished, manifestName } from '../build/manifest.ts';

/** What stands beside an output folder while it is being replaced, on the same file system. */
export const besides = (output: string) => ({
  /** The new site until it is complete. */
  stage: `${output}.meaculpa-new`,
  /** What is being removed: the former site, between the two renames of a swap and until it is gone. */
  former: `${output}.meaculpa-old`,
  /** Holds the process that builds. */
  lock: `${output}.meaculpa-lock`,
  /** The link to a release before it takes the place of the former one. */
  link: `${output}.meaculpa-link`,
  /** The releases, where there are some. */
  releases: `${output}.releases`,
});

/** Stands in a folder that is being filled: nothing is removed that has neither this nor the list of what was published. */
export const mark = '.meaculpa-build';

/** An empty folder of ours. */
export function makeMarked(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, mark), '');
}

/** Marks a folder of ours as one that is being filled. */
export const remark = (folder: string): void => writeFileSync(join(folder, mark), '');

/** Makes what is complete a site: without the mark. */
export const unmark = (folder: string): void => rmSync(join(folder, mark));

/** Whether what stands there is a folder that this program fills or filled; an empty one is anyone's. */
export function isOurs(path: string): boolean {
  const names = lstatSync(path).isDirectory() ? readdirSync(path) : undefined;
  return names !== undefined && (names.length === 0 || names.includes(mark) || isPublished(path));
}

/** Refuses (2) what has the name of one of ours and is none. */
export function refuseStranger(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined && !isOurs(path))
    throw new UserError(2, 'command.output.beside', { path });
}

/** Removes a folder of ours, if it is there, and last what tells that it is: whatever stops it, the next run goes on. */
export function remove(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return;
  refuseStranger(folder);
  const last = [manifestName, mark];
  for (const name of [...readdirSync(folder).filter((one) => !last.includes(one)), ...last]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  rmdirSync(folder);
}

/** Removes a site that may be looked at: out of sight first. */
export function discard(site: string, former: string): void {
  renameSync(site, former);
  remove(former);
}
