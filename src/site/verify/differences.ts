import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../model/problem.ts';
import { manifestName } from '../build/manifest.ts';
import type { Recorded } from '../build/write.ts';
import { entriesIn } from '../entries.ts';
import type { Published } from './published.ts';

/** A file that is not as the manifest says: not there, of other content, or there and not named. */
export interface Difference {
  readonly path: string;
  readonly kind: 'missing' | 'other' | 'stranger';
}

/** A file that a server did not give, whatever it holds: by the status that it answered, or by why it did not answer. */
export interface Withheld {
  readonly path: string;
  readonly kind: 'status' | 'silence';
  readonly found: string;
}

/** Whether these bytes are the file that the manifest names. */
export const isSame = ({ size, sha256 }: Recorded, bytes: Uint8Array): boolean =>
  bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;

/** What is not as it should be in a folder, sorted by path. */
export function differencesIn(folder: string, { files }: Published): readonly Difference[] {
  const differing = files.flatMap((file): readonly Difference[] => {
    const found = statSync(join(folder, file.path), { throwIfNoEntry: false });
    if (found?.isFile() !== true) return [{ path: file.path, kind: 'missing' }];
    const same = found.size === file.size && isSame(file, readFileSync(join(folder, file.path)));
    return same ? [] : [{ path: file.path, kind: 'other' }];
  });
  const strangers = strangersIn(folder, files).map((path): Difference => ({ path, kind: 'stranger' }));
  return [...differing, ...strangers].sort((a, b) => compareText(a.path, b.path));
}

/** What systems and hosts leave behind by themselves. */
const droppings = ['.DS_Store', 'Thumbs.db', 'desktop.ini', '.nojekyll'];

/** The files of a site's folder that its manifest does not name. */
export function strangersIn(folder: string, files: readonly Recorded[]): readonly string[] {
  const known = new Set([manifestName, ...files.map(({ path }) => path)]);
  const isDropping = (path: string) => droppings.includes(path.slice(path.lastIndexOf('/') + 1));
  return [...entriesIn(folder)]
    .filter(({ path, kind }) => kind !== 'folder' && !known.has(path))
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('.git/') && !isDropping(path))
    .sort(compareText);
}
