import type { Site } from '../model/site.ts';
import type { Page } from '../pages/page.ts';
import { headers } from './headers.ts';
import { icon } from './icon.ts';
import { redirects } from './redirects.ts';
import { robots, sitemaps } from './sitemap.ts';

/** A file that only machines read. `path` begins without `/`. */
export interface Output {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What the machines' files are made from. */
export interface Matter {
  readonly site: Site;
  readonly pages: readonly Page[];
  /** The styles that stand in pages, as a content policy names them: `sha256-…`, sorted. */
  readonly styles: readonly string[];
}

/** Every family of machines' files. */
const families: readonly ((matter: Matter) => readonly Output[])[] = [
  headers,
  icon,
  redirects,
  robots,
  sitemaps,
];

export const outputs = (matter: Matter): readonly Output[] => families.flatMap((family) => family(matter));
