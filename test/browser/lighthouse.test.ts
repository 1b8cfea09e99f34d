import { type LaunchedChrome, launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageKind } from '../../src/pages/page.ts';
import type { World } from '../worlds.ts';
import { chromiumPath } from './chromium.ts';
import { type Published, publish } from './published.ts';
import { type Sample, samples } from './samples.ts';

/** One page of each kind: the fullest of the samples is the last that is neither late nor a redirect. */
const kinds = new Map<PageKind, Sample>(
  samples.filter(({ alone, later }) => !alone && later === undefined).map((one) => [one.kind, one]),
);
const sites = new Map<World, Published>();
let chrome: LaunchedChrome;

beforeAll(async () => {
  for (const { world } of kinds.values()) {
    if (!sites.has(world)) sites.set(world, await publish(world));
  }
  chrome = await launch({
    chromePath: chromiumPath(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}, 120_000);

afterAll(() => {
  chrome?.kill();
  for (const site of sites.values()) site.close();
});

const categories = ['accessibility', 'best-practices', 'seo'];

/** Every audit that does not pass, of the categories in which each page must have 100. */
async function amiss(address: string, kind: PageKind): Promise<readonly string[]> {
  const result = await lighthouse(address, {
    port: chrome.port,
    onlyCategories: categories,
    // A page that leads nowhere, or stands in others, is not for search engines.
    skipAudits: ['not-found', 'not-found-both', 'search', 'banner'].includes(kind) ? ['is-crawlable'] : [],
    // Nothing on a page comes after its HTML.
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 0,
    cpuQuietThresholdMs: 0,
    disableFullPageScreenshot: true,
    logLevel: 'silent',
  });
  if (result === undefined) return ['no result'];
  const { lhr } = result;
  if (lhr.runtimeError !== undefined) return [lhr.runtimeError.message];
  return Object.values(lhr.categories)
    .filter(({ score }) => score !== 1)
    .flatMap(({ id, score, auditRefs }) => [
      `${id} ${score}`,
      ...auditRefs
        .map((one) => lhr.audits[one.id])
        .flatMap((audit) =>
          audit !== undefined && audit.score !== null && audit.score < 1 ? audit.title : [],
        ),
    ]);
}

test.for([...kinds.values()])(
  'Lighthouse gives 100 for accessibility, best practices and search: $kind',
  { timeout: 120_000 },
  async ({ world, path, kind }) => {
    const site = sites.get(world);
    const page = site?.pages.find((one) => one.path === path);
    for (const one of [path, ...(page?.counterpart === undefined ? [] : [page.counterpart])])
      expect(await amiss(`${site?.origin}${one}`, kind), one).toEqual([]);
  },
);
