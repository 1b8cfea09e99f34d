import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../model/problem.ts';

/** A file of the site as the manifest names it. `path` begins without `/`: `en/index.html`. */
export interface Recorded {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Writes files below one folder and records what they hold; its hash is worked out where it is not known. */
export interface Writer {
  readonly write: (path: string, content: string | Uint8Array, sha256?: string) => void;
  /** Records a file that was written elsewhere, by what it holds. */
  readonly record: (path: string, content: string | Uint8Array) => void;
  /** Every file, sorted by path. */
  readonly recorded: () => readonly Recorded[];
}

export function writerIn(directory: string): Writer {
  const files = new Map<string, Recorded>();
  const made = new Set<string>();
  const record = (path: string, content: string | Uint8Array, known?: string): void => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const sha256 = known ?? createHash('sha256').update(bytes).digest('hex');
    files.set(path, { path, size: bytes.length, sha256 });
  };
  return {
    record,
    write(path, content, sha256) {
      if (path.split('/').some((part) => part === '..' || part === ''))
        throw new Error(`not a path: ${path}`);
      if (files.has(path)) throw new Error(`two files for one path: ${path}`);
      const file = join(directory, path);
      const folder = dirname(file);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      writeFileSync(file, content);
      record(path, content, sha256);
    },
    recorded: () => [...files.values()].sort((a, b) => compareText(a.path, b.path)),
  };
}
