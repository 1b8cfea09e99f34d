import type { Locale } from '../model/values.ts';

export const pageKinds = [
  'root',
  'home',
  'incidents',
  'incident',
  'apology',
  'questions',
  'maintenances',
  'maintenance',
  'history',
  'year',
  'services',
  'service',
  'regions',
  'region',
  'apologies',
  'commitments',
  'credits',
  'faq',
  'page',
  'search',
  'redirect',
  'not-found',
  'not-found-both',
] as const;
export type PageKind = (typeof pageKinds)[number];

/** One address, and what stands there. `src/views/pages/<kind>.njk` turns its view into markup. */
export interface Page {
  readonly kind: PageKind;
  /** Below `site.url`: `/en/incidents/x/`, `/404.html`. */
  readonly path: string;
  /** The page's language; the door and `/404.html` hold both. */
  readonly locale: Locale | 'both';
  /** The same page in the other language. */
  readonly counterpart?: string;
  /** Whether search engines may list it: not a stub, a redirect or a not-found page. */
  readonly indexed: boolean;
  /** Everything that the template shows, already in words. Computed when asked: views are not all held at once. */
  readonly view: () => object;
}
