import type { Contexts } from '../pages/context/locale-context.ts';
import type { Page } from '../pages/page.ts';

/** A file that only machines read. `path` begins without `/`. */
export interface Output {
  readonly path: string;
  readonly content: string | Uint8Array;
  /**
   * The ids that a feed gives its entries, and a calendar its events: all that were ever given, also of what is too old
   * to stand in it, for no later site may lose one.
   */
  readonly feeds?: readonly string[];
  readonly uids?: readonly string[];
}

/** What the machines' files are made from. */
export interface OutputContext {
  readonly contexts: Contexts;
  readonly pages: readonly Page[];
  /** The styles that stand in the page at a path, as a content policy names them: `sha256-…`. */
  readonly styles: (path: string) => readonly string[];
}
