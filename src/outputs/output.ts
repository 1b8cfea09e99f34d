import type { AnyNotice } from '../model/site-index.ts';
import type { Locale } from '../model/values.ts';
import type { Contexts } from '../pages/context/locale-context.ts';
import type { Page } from '../pages/page.ts';

/** A file that only machines read. `path` begins without `/`. */
export interface Output {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The notice that it is about: it says of the rest of the site only what `besideNotice` and `frameOf` say. */
  readonly notice?: AnyNotice;
  readonly locale?: Locale;
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
