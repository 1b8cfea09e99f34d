import type { Matter, Output } from './index.ts';

/**
 * Nothing comes from elsewhere, nothing written in a page runs, and nobody frames it. Styles stand in the page, so they
 * are named by what they hold (CSP Level 3 §8.3): not even a style that slipped into content would count. The one
 * script, that of the search, is a file of ours, which compiles its index's WebAssembly and fetches its parts. The
 * policy is the same everywhere: hosts add up the rules of all paths that match, so none can be looser than `/*`.
 */
const policy = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styles.length === 0 ? "'none'" : styles.map((hash) => `'${hash}'`).join(' ')}`,
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** `_headers`, as Netlify and Cloudflare Pages read it. */
export const headers = ({ styles }: Matter): readonly Output[] => {
  const lines = [
    `Content-Security-Policy: ${policy(styles)}`,
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: strict-origin-when-cross-origin',
    'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()',
  ];
  return [{ path: '_headers', content: `/*\n${lines.map((line) => `  ${line}\n`).join('')}` }];
};
