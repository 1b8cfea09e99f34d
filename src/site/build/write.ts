import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { compareText } from '../../model/problem.ts';

/** A file of the site as the manifest names it. `path` begins without `/`: `en/index.html`. */
export interface Recorded {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Writes files below one folder and records what they hold. */
export interface Writer {
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Every file of the folder, those that others wrote there too, sorted by path. */
  readonly record: () => readonly Recorded[];
}

export function writerIn(directory: string): Writer {
  const recorded = new Map<string, Recorded>();
  const made = new Set<string>();
  const describe = (path: string, bytes: Uint8Array): Recorded => ({
    path,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  return {
    write(path, content) {
      if (path.split('/').some((part) => part === '..' || part === ''))
        throw new Error(`not a path: ${path}`);
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const file = join(directory, path);
      const folder = dirname(file);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      writeFileSync(file, bytes);
      recorded.set(path, describe(path, bytes));
    },
    record() {
      for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = join(entry.parentPath, entry.name);
        const path = file.slice(join(directory, sep).length).replaceAll(sep, '/');
        if (!recorded.has(path)) recorded.set(path, describe(path, readFileSync(file)));
      }
      return [...recorded.values()].sort((a, b) => compareText(a.path, b.path));
    },
  };
}
