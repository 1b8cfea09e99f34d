import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageKinds } from '../../src/pages/page.ts';
import { type World, worldNames } from '../worlds.ts';
import {
  accessible,
  adapted,
  byKeyboard,
  type Check,
  composed,
  framed,
  headings,
  narrow,
  onPaper,
  order,
  underlined,
} from './checks.ts';
import { launchChromium } from './chromium.ts';
import { type Published, publish } from './published.ts';
import { hostile, type Sample, samples } from './samples.ts';
import { ask, visit } from './visit.ts';

const probe = join(import.meta.dirname, 'probe.js');
const sites = new Map<World, Published>();
let browser: Browser;
/** As most readers have it; and as it is where no script runs. */
let usual: BrowserContext;
let scriptless: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium();
  for (const name of new Set([...samples.map(({ world }) => world), hostile]))
    sites.set(name, await publish(name));
  usual = await browser.newContext();
  await usual.addInitScript({ path: join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js') });
  await usual.addInitScript({ path: probe });
  scriptless = await browser.newContext({ javaScriptEnabled: false });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) site.close();
});

const siteOf = (world: World): Published => {
  const site = sites.get(world);
  if (site === undefined) throw new Error(`${world} is not served`);
  return site;
};

/** The addresses of a sample, one for each language; of a page of both languages, or alone, one. */
function addressesOf({ world, path, kind, alone }: Sample): readonly string[] {
  const { pages } = siteOf(world);
  const page = pages.find((one) => one.path === path);
  expect(page?.kind, `${world} has ${path}`).toBe(kind);
  return alone || page?.counterpart === undefined ? [path] : [path, page.counterpart];
}

test('there is a sample of every kind of page but redirects, which nobody sees', () => {
  const kinds = new Set(samples.map(({ kind }) => kind));
  expect([...kinds, 'redirect'].sort()).toEqual([...pageKinds].sort());
  expect(worldNames).toContain(hostile);
});

const checks: readonly Check[] = [
  accessible,
  headings,
  underlined,
  composed,
  narrow,
  adapted,
  onPaper,
  byKeyboard,
];

/** Every sentence of what is amiss with a page, with script and without. */
async function amiss({ kind, world, later = 0 }: Sample, path: string): Promise<readonly string[]> {
  const { origin, now } = siteOf(world);
  const address = origin + path;
  const seen = await visit(usual, address, now + later * 3_600_000);
  const text = await ask<string>(seen.tab, 'text()');
  const found: string[] = [];
  for (const check of checks) found.push(...(await check(seen)));
  found.push(...seen.complaints, ...(await ask(seen.tab, 'policy()')));
  await seen.tab.close();
  const plain = await visit(scriptless, address);
  const shown = await plain.tab.evaluate<string>('document.body.innerText.replace(/\\s+/g, " ").trim()');
  // The search says without script that it needs one; a promise that passes is told by a script.
  if (kind !== 'search' && later === 0 && shown !== text)
    found.push(`without script it says another thing: ${shown}`);
  // What stands in a frame of another site has no way around to offer: what is open, and the other language.
  if (kind === 'banner') found.push(...(await framed(plain)));
  else if (kind !== 'root' && kind !== 'not-found-both') found.push(...(await order(plain)));
  await plain.tab.close();
  return found;
}

describe.concurrent('a reader finds nothing amiss on', { timeout: 120_000 }, () => {
  test.for(samples)('$name', async (sample, { expect }) => {
    for (const path of addressesOf(sample)) {
      const found = await amiss(sample, path);
      expect(found, `${sample.name} of ${sample.world}, ${path}`).toEqual([]);
    }
  });

  test('words that are too long for a line: no page scrolls sideways', async ({ expect }) => {
    const { origin, pages } = siteOf(hostile);
    const context = await browser.newContext();
    await context.addInitScript({ path: probe });
    const { tab } = await visit(context, `${origin}/`);
    const found: string[] = [];
    for (const { path } of pages.filter(({ kind }) => kind !== 'redirect')) {
      await tab.goto(origin + path);
      const said = await narrow({ tab, complaints: [] });
      found.push(...said.map((one) => `${path}, ${one}`));
    }
    await context.close();
    expect(found).toEqual([]);
  });
});
