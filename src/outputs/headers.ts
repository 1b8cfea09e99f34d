import { contentPolicy } from '../model/content-policy.ts';
import {
  badgePath,
  bannerPath,
  bannerScript,
  calendarPath,
  feedPath,
  historyPath,
  homePath,
  iconPath,
  listPath,
  searchFolder,
} from '../model/urls.ts';
import { locales } from '../model/values.ts';
import type { Page } from '../pages/page.ts';
import type { Output, OutputContext } from './output.ts';

const always = [
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: strict-origin-when-cross-origin',
  'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()',
  // All of it is public, nothing is kept of who reads it, and clients of the API and feeds run on other sites.
  'Access-Control-Allow-Origin: *',
];

const atom = 'application/atom+xml; charset=utf-8';
const jsonFeed = 'application/feed+json; charset=utf-8';
const calendar = 'text/calendar; charset=utf-8';

/** What clients ask for again and again: as old as a minute at most, and named as what it is. */
const machines: readonly (readonly [path: string, type?: string])[] = [
  ['/api/*'],
  [bannerScript],
  [historyPath('atom'), atom],
  [historyPath('rss'), 'application/rss+xml; charset=utf-8'],
  ...locales.flatMap((locale) => [
    [`/${locale}/api/*`] as const,
    [badgePath(homePath(locale))] as const,
    [calendarPath(locale), calendar] as const,
    [`/${locale}/calendar/*`, calendar] as const,
    [feedPath(homePath(locale)), atom] as const,
    [feedPath(homePath(locale), 'json'), jsonFeed] as const,
  ]),
];

/**
 * Feeds that stand beside a page have its rules for the rest, and a type of their own. `:name` is any one part of a path.
 */
const beside: readonly (readonly [path: string, type: string])[] = locales.flatMap((locale) =>
  [
    listPath('maintenance', locale),
    `${listPath('services', locale)}:service/`,
    `${listPath('regions', locale)}:region/`,
  ].flatMap((page) => [[feedPath(page), atom] as const, [feedPath(page, 'json'), jsonFeed] as const]),
);

/** What changes is asked for anew each time, and not sent again while it is the same; what a hash names never changes. */
const fresh = 'Cache-Control: public, max-age=0, must-revalidate';
const lasting = 'Cache-Control: public, max-age=31536000, immutable';

/** What a page cannot say of itself: nobody frames it but the banner. */
const policyOf = (styles: readonly string[], framed: boolean): string =>
  `${contentPolicy(styles)}; frame-ancestors ${framed ? '*' : "'none'"}`;

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Hosts add up the rules of every path that matches, and two
 * policies allow only what both do: each path has its policy from one rule alone. There are as
 * few as that allows, and each names the styles of its own pages: hosts read so many rules, and so much of a line.
 */
export function headers({ contexts: { site }, pages, styles }: OutputContext): readonly Output[] {
  const banners = locales.map((locale) => `${bannerPath(locale)}*`);
  const byRule = Map.groupBy(pages, ({ path }) => ruleOf(path));
  // A redirect needs no rule: nothing on it runs, and there are as many as there were names.
  const isShown = ({ kind }: Page) => kind !== 'redirect';
  const shown = [...byRule].flatMap(([path, some]) => (some.some(isShown) ? [path] : []));
  // What is not there is answered at any address.
  const missing = pages.filter(({ kind }) => kind === 'not-found' || kind === 'not-found-both');
  const paths = new Set([...shown, '/images/*', iconPath]);
  const rules = [...paths].sort().map((path) => {
    const own = new Set([...(byRule.get(path) ?? []), ...missing].flatMap((page) => styles(page.path)));
    const policy = policyOf([...own].sort(), banners.includes(path));
    return `${site.base}${path}\n  Content-Security-Policy: ${policy}\n  ${fresh}\n`;
  });
  const clients = machines.map(([path, type]) => {
    const kind = type === undefined ? '' : `  Content-Type: ${type}\n`;
    return `${site.base}${path}\n  Cache-Control: public, max-age=60\n${kind}`;
  });
  const typed = beside.map(([path, type]) => `${site.base}${path}\n  Content-Type: ${type}\n`);
  const hashed = locales.map((locale) => `${site.base}${searchFolder}${locale}/*\n  ${lasting}\n`);
  const everywhere = `/*\n${always.map((line) => `  ${line}\n`).join('')}`;
  return [{ path: '_headers', content: [everywhere, ...rules, ...clients, ...typed, ...hashed].join('') }];
}

/** The rule of a page: its list's, so that there are few; the pages above the lists have one each. */
function ruleOf(path: string): string {
  const [, first = '', second = '', ...below] = path.split('/');
  return below.length === 0 ? path : `/${first}/${second}/*`;
}
