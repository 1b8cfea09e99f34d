import type { Matter, Output } from './index.ts';

/**
 * Nothing runs in a page, nothing comes from elsewhere, and nobody frames it. Styles stand in the page, so they are
 * named by what they hold (CSP Level 3 §8.3): not even a style that slipped into content would count.
 */
const policy = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styles.length === 0 ? "'none'" : styles.map((hash) => `'${hash}'`).join(' ')}`,
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
