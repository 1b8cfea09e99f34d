import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { HeavyPage } from '../../checks/site/weight.ts';
import type { Page } from '../../pages/page.ts';
import type { Sought } from '../build/sought.ts';
import type { FileHash } from '../build/write.ts';
import type { PageInspection } from '../verify/inspect-html.ts';
import type { Cache } from './cache.ts';

/** What was found in a document. */
export interface Found {
  readonly seen: PageInspection;
  /** In bytes of gzip, where that is too much. */
  readonly heavy?: Pick<HeavyPage, 'bytes' | 'most'>;
  readonly sought?: Sought;
}

export interface Examined extends Found, FileHash {}

/** Documents by all that they are made of: the kind of page and its view; template and styles are the program. */
export interface Documents {
  readonly isEmpty: boolean;
  readonly keyOf: (page: Page, view: object) => string;
  /** Whether a document is kept, and what was found in it. */
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => Examined | undefined;
  /** Itself: it need not be read where just that stands in its place. */
  readonly documentOf: (key: string) => Uint8Array | undefined;
  readonly set: (key: string, document: string, found: Found) => void;
  readonly save: () => void;
}

export function documentsIn(cache: Cache): Documents {
  const pages = cache.store('pages');
  const examined = cache.store('found');
  return {
    isEmpty: examined.isEmpty,
    keyOf: ({ kind }, view) => cache.keyOf(kind, JSON.stringify(view)),
    // Both are asked: what is not asked for goes.
    has: (key) => [pages, examined].every((store) => store.has(key)),
    get(key) {
      const bytes = examined.get(key);
      if (bytes === undefined) return undefined;
      const found: Examined = deserialize(bytes);
      return found;
    },
    documentOf: pages.get,
    set(key, document, found) {
      const bytes = Buffer.from(document);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      pages.set(key, bytes);
      examined.set(key, serialize({ ...found, size: bytes.length, sha256 } satisfies Examined));
    },
    save() {
      pages.save();
      examined.save();
    },
  };
}
