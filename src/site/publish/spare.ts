import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestName } from '../build/manifest.ts';
import { foldersOf, type Recorded, type Standing } from '../build/write.ts';
import { entriesIn } from '../entries.ts';
import { isSame } from '../verify/differences.ts';
import { readManifest } from '../verify/published.ts';
import { isOurs, makeMarked, mark, remark, remove } from './beside.ts';

/**
 * Puts a former site in the place of an empty stage, so that only what has changed is written, and tells which of its
 * files are just those that are published: all others are gone from it. Nothing is trusted but what a file holds, and a
 * file that goes back to what it once was is written anew, as those who upload by the time of a file would miss it.
 * Nothing stands where there is no such site, or where it cannot be moved or read.
 */
export function takeSpare(spare: string | undefined, stage: string, output: string): Standing {
  if (spare === undefined || !isSite(spare)) return new Map();
  try {
    remark(spare);
    remove(stage);
    renameSync(spare, stage);
    return publishedIn(stage, filesOf(output));
  } catch {
    rmSync(stage, { recursive: true, force: true });
    makeMarked(stage);
    return new Map();
  }
}

/** Keeps a site that is no longer looked at for the next build; where that cannot be, it is removed. */
export function keepSpare(spare: string | undefined, site: string): void {
  if (spare !== undefined && !existsSync(spare)) {
    try {
      mkdirSync(dirname(spare), { recursive: true });
      renameSync(site, spare);
    } catch {
      // Another disk, or one that refuses: the next build writes everything.
    }
  }
  remove(site);
}

const isSite = (folder: string): boolean => existsSync(folder) && isOurs(folder);

function filesOf(output: string): ReadonlyMap<string, Recorded> {
  const manifest = join(output, manifestName);
  const published = existsSync(manifest) ? readManifest(readFileSync(manifest, 'utf8')) : undefined;
  return new Map(published?.files.map((file) => [file.path, file]));
}

/** Leaves in a folder only the files that are as they were published, and its mark. */
function publishedIn(folder: string, published: ReadonlyMap<string, Recorded>): Standing {
  const standing = new Map<string, string>();
  const folders: string[] = [];
  // All of them first: files are taken away meanwhile.
  for (const { path, kind } of [...entriesIn(folder)]) {
    const known = kind === 'file' ? published.get(path) : undefined;
    if (kind === 'folder') folders.push(path);
    else if (known !== undefined && isSame(known, readFileSync(join(folder, path))))
      standing.set(path, known.sha256);
    else if (path !== mark) rmSync(join(folder, path));
  }
  const filled = new Set([...standing.keys()].flatMap(foldersOf));
  for (const path of folders)
    if (!filled.has(path)) rmSync(join(folder, path), { recursive: true, force: true });
  return standing;
}
