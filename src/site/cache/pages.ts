import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { HeavyPage } from '../../checks/site/weight.ts';
import type { Page } from '../../pages/page.ts';
import type { PageInspection } from '../verify/inspect-html.ts';
import type { Cache } from './cache.ts';

/** What was found of a document. */
export interface Examined {
  readonly seen: PageInspection;
  /** In bytes of gzip, where that is too much. */
  readonly heavy?: Pick<HeavyPage, 'bytes' | 'most'>;
  /** Of the document, in hexadecimal. */
  readonly sha256: string;
}

export interface KeptDocument extends Examined {
  readonly document: Uint8Array;
}

/** Documents by all that they are made of: the kind of page and its view; template and styles are the program. */
export interface Documents {
  readonly isEmpty: boolean;
  readonly keyOf: (page: Page, view: object) => string;
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => KeptDocument | undefined;
  readonly set: (key: string, document: string, found: Omit<Examined, 'sha256'>) => void;
  readonly save: () => void;
}

export function documentsIn(cache: Cache): Documents {
  const store = cache.store('pages');
  return {
    isEmpty: store.isEmpty,
    keyOf: ({ kind }, view) => cache.keyOf(kind, JSON.stringify(view)),
    has: store.has,
    get(key) {
      const bytes = store.get(key);
      if (bytes === undefined) return undefined;
      const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
      const examined: Examined = deserialize(bytes.subarray(4, 4 + length));
      return { ...examined, document: bytes.subarray(4 + length) };
    },
    set(key, document, found) {
      const bytes = Buffer.from(document);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const examined = serialize({ ...found, sha256 } satisfies Examined);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(examined.length);
      store.set(key, Buffer.concat([length, examined, bytes]));
    },
    save: store.save,
  };
}
