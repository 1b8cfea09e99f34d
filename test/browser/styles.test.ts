import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { type PageKind, pageKinds } from '../../src/pages/page.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { stylesOf, templatesOf } from '../../src/site/build/styles.ts';
import { existsView, readView } from '../../src/site/build/views.ts';
import { load } from '../../src/site/load.ts';
import { generateSite } from '../generate.ts';
import { type World, world, worldNames } from '../worlds.ts';
import { launchChromium } from './chromium.ts';

/**
 * What is asked of the browser, which knows its own grammar: for every selector of a style, whether any of the
 * documents has what it names. What depends on the moment (`:hover`, `::before`) is taken as there.
 */
const unusedIn = `([css, documents]) => {
  const parsed = documents.map((html) => new DOMParser().parseFromString(html, 'text/html'));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const selectors = [];
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule.selectorText) selectors.push(...rule.selectorText.split(/,(?![^(]*[)])/));
      if (rule.cssRules) walk(rule.cssRules);
    }
  };
  walk(sheet.cssRules);
  const moment = /:(not[(]:focus[)]|:?(before|after|hover|focus-visible|focus|target))/g;
  const lasting = selectors.map((selector) => selector.replace(moment, '').trim()).filter((selector) => selector !== '');
  return [...new Set(lasting)].filter((selector) => !parsed.some((one) => one.querySelector(selector) !== null));
}`;

/** Classes that some component's style names, and that stand on a page whose own style does not. */
const unstyledIn = `([own, styled, documents]) => {
  const found = new Set();
  for (const html of documents) {
    for (const one of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[class]')) {
      for (const name of one.classList) if (styled.includes(name) && !own.includes(name)) found.add(name);
    }
  }
  return [...found];
}`;

let browser: Browser;
let tab: Tab;
const documents = new Map<PageKind, string[]>();

beforeAll(async () => {
  browser = await launchChromium();
  tab = await browser.newPage();
  for (const name of worldNames) {
    const { site, now } = world(name);
    const render = createRenderer();
    for (const page of pages(contextsOf(site, now))) {
      const known = documents.get(page.kind) ?? [];
      if (known.length === 0) documents.set(page.kind, known);
      known.push(render(page));
    }
  }
  const directory = mkdtempSync(join(tmpdir(), 'meaculpa-long-'));
  generateSite(directory, 160);
  const { site, now } = load(directory, () => Date.parse('2026-06-01T12:00Z'));
  rmSync(directory, { recursive: true });
  const render = createRenderer();
  if (site === undefined || now === undefined) throw new Error('a generated site has errors');
  for (const page of pages(contextsOf(site, now))) {
    if (page.path.endsWith('/2/')) documents.get(page.kind)?.push(render(page));
  }
  documents.get('incident')?.push(await scripted('open', '/en/incidents/internet-and-phone-down/', 24));
}, 180_000);

afterAll(() => browser?.close());

/** A page as its script of times leaves it for a reader in another zone, so many hours after it was made. */
async function scripted(name: World, path: string, later: number): Promise<string> {
  const { site, now } = world(name);
  const page = pages(contextsOf(site, now)).find((one) => one.path === path);
  if (page === undefined) throw new Error(`${name} has no ${path}`);
  const html = createRenderer()(page);
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  const reader = await context.newPage();
  await reader.addInitScript(`Date.now = () => ${now.epoch + later * 3_600_000}`);
  await reader.route('**/*', (route) =>
    new URL(route.request().url()).pathname === path
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.fulfill({ contentType: 'text/javascript', body: readView('scripts/times.js') }),
  );
  await reader.goto(`https://site.example${path}`);
  const left = await reader.content();
  await context.close();
  return left;
}

const kinds = pageKinds.filter((kind) => kind !== 'redirect');
const classesOf = (css: string): readonly string[] =>
  [...css.matchAll(/\.([a-z][a-z_-]*)/g)].map(([, name = '']) => name);

/** What only the search's script writes, or a writer may, or a page shows at one hour and not at the next. */
const elsewhere = /^\.(found|excerpt|kind|prose|is-)|^h4$/;
const unused = (css: string, html: readonly string[]): Promise<readonly string[]> =>
  tab.evaluate<readonly string[]>(`(${unusedIn})(${JSON.stringify([css, html])})`);

/** The styles beside a template that the kind is made of. */
const sheetsOf = (kind: PageKind): readonly string[] =>
  [...templatesOf(`pages/${kind}.njk`)].map((name) => name.replace(/njk$/, 'css')).filter(existsView);

test('every rule is for something that is on some page that carries it', async () => {
  const dead: string[] = [];
  const shared = ['styles/base.css', 'styles/print.css'];
  for (const name of new Set([...shared, ...kinds.flatMap(sheetsOf)])) {
    const carriers = kinds.filter((kind) => shared.includes(name) || sheetsOf(kind).includes(name));
    const found = await unused(
      readView(name),
      carriers.flatMap((kind) => documents.get(kind) ?? []),
    );
    dead.push(
      ...found.filter((selector) => !elsewhere.test(selector)).map((selector) => `${name}: ${selector}`),
    );
  }
  expect(dead).toEqual([]);
});

/** Carried for a page that a world may have: a list that grows, a correction that comes, a macro beside another. */
const mayCome: readonly string[] = [
  'components/paging.css',
  'components/corrections.css',
  'apology: components/facts.css',
  'service: components/prose.css',
  'region: components/prose.css',
  'apologies: components/badge.css',
  'follow: components/badge.css',
];

test('no kind of page carries the style of a component that none of its pages has', async () => {
  const idle: string[] = [];
  for (const kind of kinds) {
    for (const name of sheetsOf(kind)) {
      const css = readView(name);
      const html = documents.get(kind) ?? [];
      const used = (await unused(css, [])).length > (await unused(css, html)).length;
      if (!used && !mayCome.some((one) => `${kind}: ${name}`.endsWith(one))) idle.push(`${kind}: ${name}`);
    }
  }
  expect(idle).toEqual([]);
});

test.each(kinds)('%s has the rules of every class on it', async (kind) => {
  const styled = kinds.flatMap((one) => classesOf(stylesOf(one)));
  const own = classesOf(stylesOf(kind));
  const ask = `(${unstyledIn})(${JSON.stringify([own, styled, documents.get(kind)])})`;
  expect(await tab.evaluate<readonly string[]>(ask)).toEqual([]);
});
