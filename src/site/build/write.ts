import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../model/problem.ts';

/** What a file holds. */
export interface FileHash {
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A file of the site as the manifest names it. `path` begins without `/`: `en/index.html`. */
export interface Recorded extends FileHash {
  readonly path: string;
}

/** The files that stand in a folder already, by path: the SHA-256 of each, in hexadecimal. */
export type Standing = ReadonlyMap<string, string>;

/** Writes files below one folder and records what they hold; its hash is worked out where it is not known. */
export interface Writer {
  /** Writes it, unless just that stands there. */
  readonly write: (path: string, content: string | Uint8Array, sha256?: string) => Recorded;
  /** Records a file where just that stands; otherwise it is still to be written. */
  readonly keep: (path: string, file: FileHash) => boolean;
  /** Takes away what stands where another will write. */
  readonly clear: (path: string) => void;
  /** Records a file that was written elsewhere, by what it holds. */
  readonly record: (path: string, content: string | Uint8Array) => void;
  /** Every file, sorted by path. */
  readonly recorded: () => readonly Recorded[];
  /** Takes away what stands there and was not recorded. */
  readonly prune: () => void;
}

export function writerIn(directory: string, standing: Standing = new Map()): Writer {
  const files = new Map<string, Recorded>();
  const made = new Set<string>();
  const ground = groundIn(directory, standing);
  const record = (path: string, content: string | Uint8Array, known?: string): Recorded => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const sha256 = known ?? createHash('sha256').update(bytes).digest('hex');
    const file = { path, size: bytes.length, sha256 };
    files.set(path, file);
    return file;
  };
  return {
    record,
    keep(path, { size, sha256 }) {
      if (!ground.holds(path, sha256)) return false;
      files.set(path, { path, size, sha256 });
      return true;
    },
    clear: ground.clear,
    write(path, content, known) {
      if (path.split('/').some((part) => part === '..' || part === ''))
        throw new Error(`not a path: ${path}`);
      if (files.has(path)) throw new Error(`two files for one path: ${path}`);
      const recorded = record(path, content, known);
      if (ground.holds(path, recorded.sha256)) return recorded;
      ground.clear(path);
      const file = join(directory, path);
      const folder = dirname(file);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      writeFileSync(file, content);
      return recorded;
    },
    recorded: () => [...files.values()].sort((a, b) => compareText(a.path, b.path)),
    prune: () => ground.prune(files.keys()),
  };
}

/** What stands in a folder before it is written into. */
function groundIn(directory: string, standing: Standing) {
  const hashes = new Map(standing);
  const folders = new Set([...standing.keys()].flatMap(foldersOf));
  // Of two names that differ in their letters' case alone, some disks see one.
  const alike = Map.groupBy(standing.keys(), (path) => path.toLowerCase());
  const needed = new Set<string>();
  const take = (path: string) => {
    if (!needed.has(path) && hashes.delete(path)) rmSync(join(directory, path), { force: true });
  };
  return {
    /** Whether just that stands there; from then on it stays. */
    holds(path: string, sha256: string): boolean {
      const isSame = hashes.get(path) === sha256;
      if (isSame) needed.add(path);
      return isSame;
    },
    clear(path: string) {
      for (const one of [path, ...foldersOf(path)])
        for (const other of alike.get(one.toLowerCase()) ?? []) take(other);
      if (!folders.has(path)) return;
      const isBelow = (one: string) => one === path || one.startsWith(`${path}/`);
      for (const one of hashes.keys()) if (isBelow(one)) hashes.delete(one);
      for (const one of folders) if (isBelow(one)) folders.delete(one);
      rmSync(join(directory, path), { recursive: true });
    },
    prune(files: Iterable<string>) {
      for (const path of [...hashes.keys()]) take(path);
      const filled = new Set([...files].flatMap(foldersOf));
      for (const folder of folders) {
        if (!filled.has(folder)) rmSync(join(directory, folder), { recursive: true, force: true });
      }
    },
  };
}

/** The folders that a file stands in: `a/b` and `a` for `a/b/c`. */
export const foldersOf = (path: string): readonly string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
};
