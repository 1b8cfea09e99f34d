import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { agreedFile } from '../../content/agreed.ts';
import type { Ground } from '../../content/content.ts';
import type { Folder } from '../../content/files.ts';
import type { NoticeFolder } from '../../content/notice/find.ts';
import type { Cache } from './cache.ts';

/**
 * By what a notice is found again: the program, what all notices rest on, what is agreed of it, and its files.
 * `undefined` where a file cannot be read.
 */
export type KeyOf = (notice: NoticeFolder) => string | undefined;

export function keysIn(cache: Cache, ground: Ground): KeyOf {
  const shared = sharedHash(ground);
  return ({ folder, kind }) => {
    const files = shared === undefined ? undefined : filesHash(folder);
    if (shared === undefined || files === undefined) return undefined;
    const pairs = ground.agreed.get(folder.path.split('/').at(-1) ?? '') ?? {};
    return cache.keyOf(shared, JSON.stringify(pairs), kind, files);
  };
}

/** SHA-256 of what all notices rest on: the settings, and what else stands beside them. Of what is agreed, each its own. */
function sharedHash({ folder, site }: Ground): string | undefined {
  const names = [...folder.files].filter((name) => name !== agreedFile);
  return hashOf(folder.path, names, JSON.stringify([site.settings, site.written]));
}

/** SHA-256 of what stands in a notice's folder. */
const filesHash = (folder: Folder): string | undefined =>
  hashOf(
    folder.path,
    [...folder.files].filter((name) => /\.(?:yml|md)$/.test(name)),
    JSON.stringify(namesIn(folder)),
  );

/** Of files and of some words; `undefined` where a file cannot be read. */
function hashOf(path: string, names: readonly string[], words: string): string | undefined {
  const hash = createHash('sha256').update(words);
  try {
    for (const name of names) {
      const bytes = readFileSync(`${path}/${name}`);
      hash.update(`${name} ${bytes.length}\n`).update(bytes);
    }
  } catch {
    return undefined;
  }
  return hash.digest('base64');
}

const namesIn = ({ path, files, folders }: Folder): unknown => [path, [...files], folders.map(namesIn)];
