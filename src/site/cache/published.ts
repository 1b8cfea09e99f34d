import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { compareText } from '../../model/problem.ts';
import { manifestName } from '../build/manifest.ts';
import { entriesIn } from '../entries.ts';
import { openCache } from './cache.ts';

/** Remembers what a build told, by its content and its clock, for as long as what it published stands as it was. */
export interface Published<T> {
  /**
   * What was told of the same content, where `output` holds its site, whole and nothing else. One file is written into
   * `stage` all the same: a machine that writes no more is better known today than when there is something to say.
   */
  readonly recall: (output: string, stage: string) => T | undefined;
  /** Remembers it of a site that stands in a folder. */
  readonly remember: (folder: string, told: T) => void;
}

/** `clock` is the time as it was given: by the machine's own, no two builds are the same. `beside` is read with the content. */
export function publishedBy<T>(
  folder: string | undefined,
  content: string,
  beside: string,
  clock: string | undefined,
): Published<T> {
  const cache = clock === undefined ? undefined : openCache(folder);
  const hash = cache && contentHash(content);
  if (cache === undefined || clock === undefined || hash === undefined)
    return { recall: () => undefined, remember: () => undefined };
  const key = cache.keyOf(clock, content, hash, existsSync(beside) ? hashOf(readFileSync(beside)) : '');
  return {
    recall(output, stage) {
      const store = cache.store('sites');
      const bytes = store.get(key);
      store.save();
      if (bytes === undefined) return undefined;
      const { manifest, told }: { manifest: string; told: T } = deserialize(bytes);
      if (!stands(output, manifest)) return undefined;
      copyFileSync(join(output, manifestName), join(stage, manifestName));
      return told;
    },
    remember(site, told) {
      const store = cache.store('sites');
      store.set(key, serialize({ manifest: hashOf(readFileSync(join(site, manifestName))), told }));
      store.save();
    },
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of every file of a folder, whatever its name; `undefined` where something else stands there, such as a link. */
function contentHash(folder: string): string | undefined {
  const files = [...entriesIn(folder)].filter(({ kind }) => kind !== 'folder');
  if (!files.every(({ kind }) => kind === 'file')) return undefined;
  const hash = createHash('sha256');
  for (const path of files.map((file) => join(folder, file.path)).sort(compareText)) {
    hash.update(JSON.stringify(path)).update(hashOf(readFileSync(path)));
  }
  return hash.digest('hex');
}

/** Whether a folder holds exactly what its manifest names, and that manifest is the one that was written. */
function stands(folder: string, manifest: string): boolean {
  try {
    const bytes = readFileSync(join(folder, manifestName));
    if (hashOf(bytes) !== manifest) return false;
    const { files }: { files: readonly { path: string; sha256: string }[] } = JSON.parse(bytes.toString());
    const named = new Map(files.map(({ path, sha256 }) => [path, sha256]));
    const found = [...entriesIn(folder)]
      .filter(({ path, kind }) => kind !== 'folder' && path !== manifestName)
      .map(({ path }) => path);
    return (
      found.length === files.length &&
      found.every((path) => named.get(path) === hashOf(readFileSync(join(folder, path))))
    );
  } catch {
    return false;
  }
}
