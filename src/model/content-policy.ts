import { type Host, sendsHeaders } from './hosts.ts';

/**
 * What a page may load and run (CSP Level 3): nothing comes from elsewhere, nothing written in a page runs. Scripts are
 * files of ours. They may fetch from the site itself: the search
 * does, and those who examine a page read `robots.txt` through it. `styles` is what those of the page hold, as `sha256-…`:
 * they stand in the page, and one that slipped into content would not count.
 */
export const contentPolicy = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styles.length === 0 ? "'none'" : styles.map((hash) => `'${hash}'`).join(' ')}`,
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/**
 * Whether each page says its policy itself: where the host is known not to read `_headers`. Elsewhere the headers do, and
 * the bytes are the reader's.
 */
export const saysItself = (host: Host | undefined): boolean => host !== undefined && !sendsHeaders(host);
