import { readdirSync } from 'node:fs';

/** What stands in a folder. */
export interface Entry {
  /** From that folder, with `/`: `en/index.html`. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Everything in a folder and in those inside of it, in the order of the disk. A link is neither a file nor followed. */
export function* entriesIn(folder: string, above = ''): Iterable<Entry> {
  for (const entry of readdirSync(`${folder}/${above}`, { withFileTypes: true })) {
    const path = above + entry.name;
    yield { path, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
    if (entry.isDirectory()) yield* entriesIn(folder, `${path}/`);
  }
}
