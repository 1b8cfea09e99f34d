import { createHash } from 'node:crypto';
import { programHash } from './program.ts';
import { openStore, removeOthers, type Store } from './store.ts';

const names = ['notices', 'views', 'texts', 'pages', 'found', 'cards', 'sites'] as const;

/** What is kept between runs: one store for each kind of entry. */
export interface Cache {
  readonly store: (name: (typeof names)[number]) => Store;
  /** Takes away what a former program kept otherwise. */
  readonly tidy: () => void;
  /** The key of what is made of these parts by this program, and of nothing else. */
  readonly keyOf: (...parts: readonly string[]) => string;
}

/** The cache in a folder; none without a folder, or where it cannot be told what the program is made of. */
export function openCache(folder: string | undefined): Cache | undefined {
  const program = folder === undefined ? undefined : programHash();
  if (folder === undefined || program === undefined) return undefined;
  return {
    store: (name) => openStore(folder, name),
    tidy: () => removeOthers(folder, names),
    keyOf(...parts) {
      const hash = createHash('sha256').update(program);
      for (const part of parts) hash.update(`${part.length}\n`).update(part);
      return hash.digest('base64');
    },
  };
}
