import type { Contexts } from '../pages/context/locale-context.ts';
import type { Page } from '../pages/page.ts';

/** A file that only machines read. `path` begins without `/`. */
export interface Output {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What the machines' files are made from. */
export interface OutputContext {
  readonly contexts: Contexts;
  readonly pages: readonly Page[];
  /** The styles that stand in pages, as a content policy names them: `sha256-…`, sorted. */
  readonly styles: readonly string[];
}
