import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../worlds.ts';
import { launchChromium } from './chromium.ts';
import { type Published, publish } from './published.ts';

let browser: Browser;
const sites = new Map<World, Published>();

beforeAll(async () => {
  browser = await launchChromium();
  for (const name of ['complete', 'demonstration'] as const) sites.set(name, await publish(name));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) site.close();
});

/** How many sheets a page takes on paper, with the margins that its styles ask for. */
async function sheets(world: World, path: string, format: 'Letter' | 'Legal' = 'Letter'): Promise<number> {
  const tab = await browser.newPage();
  await tab.goto((sites.get(world)?.origin ?? '') + path);
  const pdf = await tab.pdf({ format, preferCSSPageSize: true });
  await tab.close();
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test.each([
  ['complete', '/en/incidents/email-down/apology/'],
  ['complete', '/fr/incidents/panne-de-courriel/excuses/'],
  ['demonstration', '/en/incidents/telus-net-email-outage/apology/'],
  ['demonstration', '/fr/incidents/panne-courriel-telus-net/excuses/'],
] as const)('an apology fits one sheet: %s %s', async (world, path) => {
  expect(await sheets(world, path)).toBe(1);
});

// What was seen on the sheets, of DejaVu Sans, the widest of the fonts that `system-ui` may be. The first has everything
// that a notice can hold: seven updates, two credits, five commitments, four corrections. The other has eight updates.
test.each([
  ['complete', '/en/incidents/email-down/', 4],
  ['complete', '/fr/incidents/panne-de-courriel/', 4],
  ['demonstration', '/en/incidents/telus-net-email-outage/', 3],
  ['demonstration', '/fr/incidents/panne-courriel-telus-net/', 3],
] as const)('an incident takes few sheets: %s %s, at most %i', async (world, path, most) => {
  expect(await sheets(world, path)).toBeLessThanOrEqual(most);
});
