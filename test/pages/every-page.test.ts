import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { outputs } from '../../src/outputs/index.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { type Page, pageKinds } from '../../src/pages/page.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { markupChecker } from '../markup.ts';
import { type World, world, worldNames } from '../worlds.ts';

const faultsOf = markupChecker({
  // Titles are the writers'; state and site come with them.
  'long-title': 'off',
  // Kept together by `white-space`, so that the number can be copied as it is dialled.
  'tel-non-breaking': 'off',
});

interface Built {
  readonly page: Page;
  readonly html: string;
}

const built = new Map<World, readonly Built[]>();

function buildOf(name: World): readonly Built[] {
  const known = built.get(name);
  if (known) return known;
  const { site, now } = world(name);
  const render = createRenderer();
  const all = pages(contextsOf(site, now)).map((page) => ({ page, html: render(page) }));
  built.set(name, all);
  return all;
}

const all = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, one = '']) => one);
const documents = (name: World): readonly Built[] =>
  buildOf(name).filter(({ page }) => page.kind !== 'redirect');
const ofOneLanguage = (name: World): readonly Built[] =>
  documents(name).filter(({ page }) => page.locale !== 'both');

test('the worlds have every kind of page', () => {
  const kinds = new Set(worldNames.flatMap((name) => buildOf(name).map(({ page }) => page.kind)));
  expect([...kinds].sort()).toEqual([...pageKinds].sort());
});

describe.each(worldNames)('%s', (name) => {
  test('a view is plain data: what is written of it as JSON is all of it', () => {
    for (const { page } of buildOf(name)) {
      const view = page.view();
      expect(JSON.parse(JSON.stringify(view)), page.path).toStrictEqual(view);
      expect(page.view(), page.path).toStrictEqual(view);
    }
  });

  test('addresses are unique, and every page has its counterpart, which leads back', () => {
    const byPath = new Map(buildOf(name).map(({ page }) => [page.path, page]));
    expect(byPath.size).toBe(buildOf(name).length);
    for (const { page } of ofOneLanguage(name)) {
      const counterpart = byPath.get(page.counterpart ?? '');
      expect(counterpart?.counterpart, page.path).toBe(page.path);
      expect(counterpart?.kind).toBe(page.kind);
      expect(counterpart?.locale).not.toBe(page.locale);
    }
  });

  test('every page is valid', async () => {
    for (const { page, html } of buildOf(name)) expect(await faultsOf(html), page.path).toEqual([]);
  });

  test('every page has one h1, a title of its own, a description and no code of its own', () => {
    const titles = new Map<string, string>();
    for (const { page, html } of documents(name)) {
      expect(all(html, /(<h1[\s>])/g), page.path).toHaveLength(1);
      expect(html, page.path).toMatch(/<meta name="description"[^>]* content="[^"]{3,}">/);
      const [title = ''] = all(html, /<title>([^<]*)<\/title>/g);
      expect(titles.get(title), `${page.path}: ${title}`).toBeUndefined();
      titles.set(title, page.path);
      expect(html, page.path).not.toMatch(
        /<script(?![^>]* (?:src="\/|type="application\/ld\+json"))|\sstyle=|\son[a-z]+=|javascript:/i,
      );
      expect(all(html, /\s(?:src|srcset)="(https?:[^"]*)"/g), page.path).toEqual([]);
    }
  });

  test('the language is declared, and one toggle in the header leads to the same page in the other', () => {
    const { site } = world(name);
    for (const { page, html } of ofOneLanguage(name)) {
      const other = page.locale === 'en' ? 'fr' : 'en';
      expect(html).toContain(`<html lang="${page.locale}-CA">`);
      const toggles = all(html, /(<a [^>]*translate="no"[^>]*>[^<]*<\/a>)/g);
      expect(toggles, page.path).toEqual([
        `<a href="${site.base}${page.counterpart}" lang="${other}" hreflang="${other}" translate="no">${other === 'fr' ? 'Français' : 'English'}</a>`,
      ]);
      // What stands in a frame has no menu.
      if (page.kind === 'banner') continue;
      const header = html.slice(html.indexOf('<header'), html.indexOf('</header>'));
      expect(header.indexOf('translate="no"')).toBeGreaterThan(0);
      expect(header.indexOf('translate="no"')).toBeLessThan(header.indexOf('class="menu"'));
    }
  });

  test('canonical and hreflang name each page, reciprocally', () => {
    const { site } = world(name);
    const indexed = new Set(
      buildOf(name)
        .filter(({ page }) => page.indexed)
        .map(({ page }) => site.url + page.path),
    );
    for (const { page, html } of ofOneLanguage(name)) {
      expect(all(html, /<link rel="canonical" href="([^"]*)"/g), page.path).toEqual([site.url + page.path]);
      const alternates = Object.fromEntries(
        [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(
          ([, tag, href]) => [tag, href],
        ),
      );
      expect(html.includes('<meta name="robots" content="noindex">'), page.path).toBe(!page.indexed);
      // A stub is named by no hreflang, so what it stands for has none either.
      const paired = indexed.has(site.url + page.counterpart);
      if (!page.indexed || !paired) {
        expect(alternates, page.path).toEqual({});
        continue;
      }
      const paths = { [page.locale]: page.path, [page.locale === 'en' ? 'fr' : 'en']: page.counterpart };
      expect(alternates).toEqual({
        'en-CA': site.url + paths.en,
        'fr-CA': site.url + paths.fr,
        'x-default': site.url + (page.kind === 'home' ? '/' : paths[site.primary]),
      });
      for (const href of Object.values(alternates)) expect(indexed, page.path).toContain(href);
    }
  });

  test('links within the site lead to a page or a file, and fragments to an id on it', () => {
    const { site, now } = world(name);
    const contexts = contextsOf(site, now);
    const written = outputs({ contexts, pages: pages(contexts), styles: () => [] });
    const files = new Set(written.map(({ path }) => `${site.base}/${path}`));
    const ids = new Map(
      buildOf(name).map(({ page, html }) => [site.base + page.path, new Set(all(html, /\sid="([^"]*)"/g))]),
    );
    for (const { page, html } of documents(name)) {
      for (const href of all(html, /<a [^>]*href="([^"]*)"/g)) {
        if (/^(?:https?|mailto|tel):/.test(href)) continue;
        const [path = '', fragment] = href.split('#');
        if (files.has(path)) continue;
        const target = ids.get(path === '' ? site.base + page.path : path);
        expect(target, `${page.path} → ${href}`).toBeDefined();
        if (fragment !== undefined) expect(target, `${page.path} → ${href}`).toContain(fragment);
      }
    }
  });

  test('every time has a date or an instant with its offset', () => {
    for (const { page, html } of documents(name)) {
      for (const datetime of all(html, /<time datetime="([^"]*)"/g)) {
        expect(datetime, page.path).toMatch(
          /^(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?[+-]\d\d:\d\d)?|P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/,
        );
      }
    }
  });

  test('no page is too heavy for a first round trip', () => {
    const heavy = documents(name).flatMap(({ page, html }) => {
      const size = gzipSync(html, { level: 9 }).length;
      const most = page.kind === 'incident' ? 9_000 : 14_600;
      return size > most ? [`${page.path} weighs ${size} bytes, ${size - most} too many`] : [];
    });
    expect(heavy).toEqual([]);
  });

  test('the same site gives the same pages', () => {
    const { site, now } = world(name);
    const render = createRenderer();
    expect(pages(contextsOf(site, now)).map(render)).toEqual(buildOf(name).map(({ html }) => html));
  });
});
