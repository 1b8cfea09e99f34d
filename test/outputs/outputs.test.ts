import { expect, test } from 'vitest';
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

function written(pages: readonly Page[], styles: readonly string[] = []): ReadonlyMap<string, string> {
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
  const headers = written([page('/en/')], ['sha256-abc=', 'sha256-def=']).get('_headers') ?? '';
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

test('each path has one policy, and only the search may compile WebAssembly', () => {
  const headers = written(
    ['/', '/en/', '/en/404.html', '/en/incidents/x/', '/en/search/'].map((path) => page(path)),
  );
  const policies = [
    ...(headers.get('_headers') ?? '').matchAll(/^(\/\S*)\n {2}Content-Security-Policy: (.*)$/gm),
  ];
  expect(policies.map(([, path, policy]) => [path, /wasm/.test(policy ?? '')])).toEqual([
    ['/avis/', false],
    ['/avis/en/', false],
    ['/avis/en/404.html', false],
    ['/avis/en/incidents/*', false],
    ['/avis/en/search/*', true],
    ['/avis/icon.svg', false],
    ['/avis/images/*', false],
  ]);
});
