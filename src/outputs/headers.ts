import { homePath, iconPath, notFound, root } from '../model/urls.ts';
import { locales } from '../model/values.ts';
import type { Output, OutputContext } from './output.ts';

const always = [
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: strict-origin-when-cross-origin',
  'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()',
];

/** What changes is asked for anew each time, and not sent again while it is the same; what a hash names never changes. */
const fresh = 'Cache-Control: public, max-age=0, must-revalidate';
const lasting = 'Cache-Control: public, max-age=31536000, immutable';
const anyone = 'Access-Control-Allow-Origin: *';

/**
 * Nothing comes from elsewhere, nothing written in a page runs, and nobody frames it. Styles stand in the page, so they
 * are named by what they hold (CSP Level 3 §8.3): not even a style that slipped into content would count. Scripts are
 * files of ours; that of the search compiles WebAssembly, its index, and that right is for all pages of a language:
 * a rule for each list would be more rules than hosts read. They may fetch from the site itself: the search does, and
 * those who examine a page read `robots.txt` through it.
 */
const policyOf = (styles: readonly string[], searches: boolean): string =>
  [
    "default-src 'none'",
    `style-src ${styles.length === 0 ? "'none'" : styles.map((hash) => `'${hash}'`).join(' ')}`,
    searches ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What other sites and programs read in a reader's browser: feeds, calendar, interface, badge. */
const shared = [
  ...locales.flatMap((locale) =>
    ['feed.xml', 'feed.json', 'calendar.ics', 'badge.svg', 'api/*'].map(
      (name) => `${homePath(locale)}${name}`,
    ),
  ),
  '/api/*',
  '/history.atom',
  '/history.rss',
  '/meaculpa.json',
];

/** A rule of `_headers`: the paths that it is for, and its lines. */
export interface HeaderRule {
  readonly path: string;
  readonly lines: readonly string[];
}

/**
 * Hosts add up the rules of every path that matches, and two policies allow only what both do: no path has two rules
 * with the same header. How many there are does not depend on the content: hosts read few.
 */
export function headerRules(styles: readonly string[]): readonly HeaderRule[] {
  const page = (path: string, searches: boolean): HeaderRule => ({
    path,
    lines: [`Content-Security-Policy: ${policyOf(styles, searches)}`, fresh],
  });
  const pages = [root, notFound].map((path) => page(path, false));
  const inEach = locales.map((locale) => page(`${homePath(locale)}*`, true));
  const drawings = ['/images/*', iconPath].map(
    (path): HeaderRule => ({ path, lines: [`Content-Security-Policy: ${policyOf(styles, false)}`] }),
  );
  // Those of a language have the line on caches from the rule for it.
  const open = shared.map(
    (path): HeaderRule => ({
      path,
      lines: locales.some((locale) => path.startsWith(homePath(locale))) ? [anyone] : [anyone, fresh],
    }),
  );
  const hashed = ['fragment', 'index'].map(
    (name): HeaderRule => ({ path: `/pagefind/${name}/*`, lines: [lasting] }),
  );
  return [{ path: '/*', lines: always }, ...pages, ...inEach, ...drawings, ...open, ...hashed];
}

/** `_headers`, as Netlify and Cloudflare Pages read it. */
export const headers = ({ contexts: { site }, styles }: OutputContext): readonly Output[] => [
  {
    path: '_headers',
    content: headerRules(styles)
      .map(
        ({ path, lines }) =>
          `${path === '/*' ? '' : site.base}${path}\n${lines.map((line) => `  ${line}\n`).join('')}`,
      )
      .join(''),
  },
];
