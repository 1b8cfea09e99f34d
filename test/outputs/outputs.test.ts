import { expect, test } from 'vitest';
import type { Host } from '../../src/model/hosts.ts';
import { outputs } from '../../src/outputs/index.ts';
import { type Contexts, contextsOf } from '../../src/pages/context/locale-context.ts';
import type { Page } from '../../src/pages/page.ts';
import { loaded } from '../content/folder.ts';

/** A page of which only its address is asked. */
const page = (path: string, indexed = true): Page => ({
  kind: 'home',
  path,
  locale: 'en',
  indexed,
  view: () => {
    throw new Error(`no view is asked of ${path}`);
  },
});

function contextsAt(url: string, base: string): Contexts {
  const { site, now } = loaded();
  if (site === undefined) throw new Error('no site');
  return contextsOf({ ...site, url, base }, now);
}

function written(
  pages: readonly Page[],
  styles: (path: string) => readonly string[] = () => [],
): ReadonlyMap<string, string> {
  const contexts = contextsAt('https://example.ca/avis', '/avis');
  return new Map(outputs({ contexts, pages, styles }).map(({ path, content }) => [path, String(content)]));
}

test('the sitemap lists what may be found, by whole address, in order', () => {
  const files = written([page('/fr/'), page('/en/'), page('/en/x/', false)]);
  const listed = [...(files.get('sitemap.xml') ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  expect(listed).toEqual(['https://example.ca/avis/en/', 'https://example.ca/avis/fr/']);
  expect(files.get('robots.txt')).toContain('\nSitemap: https://example.ca/avis/sitemap.xml\n');
});

test('above 50,000 addresses there are several under one index (sitemaps.org)', () => {
  const files = written(Array.from({ length: 50_001 }, (_none, index) => page(`/en/${index}/`)));
  const count = (name: string) => (files.get(name) ?? '').match(/<loc>/g)?.length;
  expect([count('sitemap-1.xml'), count('sitemap-2.xml'), count('sitemap.xml')]).toEqual([50_000, 1, 2]);
  expect(files.get('sitemap.xml')).toContain('<loc>https://example.ca/avis/sitemap-2.xml</loc>');
});

test('former addresses redirect for good, and each language has its page for what is not found', () => {
  const files = written([
    {
      kind: 'redirect',
      path: '/en/old/',
      locale: 'en',
      indexed: false,
      view: () => ({ lang: 'en-CA', title: '', canonical: '', href: '/avis/en/new/', text: '' }),
    },
  ]);
  expect(files.get('_redirects')).toBe(
    '/avis/en/old/ /avis/en/new/ 301\n/avis/en/* /avis/en/404.html 404\n/avis/fr/* /avis/fr/404.html 404\n',
  );
});

test('the content policy names the styles and lets nothing written in a page run', () => {
  const headers = written([page('/en/')], () => ['sha256-abc=', 'sha256-def=']).get('_headers') ?? '';
  const policy = Object.fromEntries(
    (/Content-Security-Policy: (.*)/.exec(headers)?.[1] ?? '').split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources];
    }),
  );
  expect(policy['default-src']).toEqual(["'none'"]);
  expect(policy['style-src']).toEqual(["'sha256-abc='", "'sha256-def='"]);
  expect(JSON.stringify(policy)).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});

test('a rule names the styles of its own pages, and of the page that says that there is none', () => {
  const missing: Page = {
    kind: 'not-found',
    path: '/en/404.html',
    locale: 'en',
    indexed: false,
    view: () => {
      throw new Error('no view is asked');
    },
  };
  const own = ['/en/incidents/x/', '/en/incidents/y/', '/en/about/'].map((path) => page(path));
  const headers = written([...own, missing], (path) => [`sha256-${path}`]).get('_headers') ?? '';
  const stylesAt = (rule: string) => headers.split(`/avis${rule}\n`)[1]?.match(/style-src ([^;]*);/)?.[1];
  expect(stylesAt('/en/incidents/*')).toBe(
    "'sha256-/en/404.html' 'sha256-/en/incidents/x/' 'sha256-/en/incidents/y/'",
  );
  expect(stylesAt('/images/*')).toBe("'sha256-/en/404.html'");
});

test('former addresses make no rules, each path has a header from one of them, and no line is too long', () => {
  const former = (path: string): Page => ({
    kind: 'redirect',
    path,
    locale: 'en',
    indexed: false,
    view: () => ({ lang: 'en-CA', title: '', canonical: '', href: '/avis/en/new/', text: '' }),
  });
  const shown = [
    '/',
    '/404.html',
    '/en/',
    '/fr/404.html',
    '/en/incidents/x/',
    '/fr/recherche/',
    '/en/about/',
  ];
  const rulesOf = (more: readonly Page[]) => {
    const styles = Array.from({ length: 20 }, () => `sha256-${'a'.repeat(44)}`);
    const text = written([...shown.map((path) => page(path)), ...more], () => styles).get('_headers');
    return [...(text ?? '').matchAll(/^(\/\S*)\n((?: {2}.*\n)+)/gm)].map(([, path = '', lines = '']) => ({
      path,
      headers: [...lines.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([line, name = '']) => ({ line, name })),
    }));
  };
  const rules = rulesOf([]);
  const many = Array.from({ length: 500 }, (_none, nth) => [
    former(`/en/incidents/f${nth}/`),
    former(`/old/${nth}/`),
  ]);
  expect(rulesOf(many.flat())).toEqual(rules);
  // Cloudflare Pages reads 100 rules, and 2,000 signs of a line.
  expect(rules.length).toBeLessThan(100);
  for (const { headers } of rules) for (const { line } of headers) expect(line.length).toBeLessThan(2_000);
  const matches = (rule: string, path: string) =>
    rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;
  const namesAt = (path: string) =>
    rules
      .filter((rule) => rule.path === '/*' || matches(rule.path, path))
      .flatMap(({ headers }) => headers.map(({ name }) => name));
  const files = ['/images/x/a.svg', '/icon.svg', '/en/feed.xml', '/fr/api/v2/summary.json', '/history.rss'];
  for (const path of [...shown, ...files, '/en/badge.svg', '/assets/search/en/0a1b2c3d4e5f.json']) {
    const names = namesAt(`/avis${path}`);
    expect(new Set(names).size, path).toBe(names.length);
    expect(names, path).toContain('X-Content-Type-Options');
    expect(names, path).toContain('Access-Control-Allow-Origin');
  }
  for (const path of shown) expect(namesAt(`/avis${path}`), path).toContain('Content-Security-Policy');
});

test('what a hash names is kept for good, and pages are asked for anew', () => {
  const text = written([page('/'), page('/en/incidents/x/')]).get('_headers') ?? '';
  const cacheOf = (rule: string) =>
    text
      .split(/^(?=\/)/m)
      .find((one) => one.startsWith(`${rule}\n`))
      ?.match(/Cache-Control: (.*)/)?.[1];
  expect(cacheOf('/avis/assets/search/fr/*')).toBe('public, max-age=31536000, immutable');
  for (const rule of ['/avis/', '/avis/en/incidents/*'])
    expect(cacheOf(rule), rule).toBe('public, max-age=0, must-revalidate');
});

test('hosts that know no rule for what is not found are given none', () => {
  const { site, now } = loaded();
  if (site === undefined) throw new Error('no site');
  const textFor = (host: Host) =>
    String(
      outputs({ contexts: contextsOf({ ...site, host }, now), pages: [], styles: () => [] }).find(
        ({ path }) => path === '_redirects',
      )?.content,
    );
  expect(textFor('netlify')).toContain('404');
  expect(textFor('cloudflare-pages')).toBe('');
  expect(textFor('gitlab-pages')).toBe('');
});
