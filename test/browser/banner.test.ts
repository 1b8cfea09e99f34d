import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Published, publish } from './published.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page of somebody else's, on another origin; it holds only what is pasted into it. */
const other = (pasted: string): string =>
  `<!DOCTYPE html><html lang="en-CA"><head><meta charset="utf-8"><title>A shop</title></head><body><main><h1>A shop</h1></main>${pasted}</body></html>`;

let browser: Browser;
let open: Published;
let quiet: Published;
let host: Server;
let pasted = '';
let origin = '';
beforeAll(async () => {
  [open, quiet] = [await publish('open'), await publish('quiet')];
  host = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(other(pasted));
  });
  await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
  const address: AddressInfo | string | null = host.address();
  if (address === null || typeof address === 'string') throw new Error(`no port: ${address}`);
  origin = `http://127.0.0.1:${address.port}/`;
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  host?.close();
  open?.close();
  quiet?.close();
});

/** What a visitor of the shop sees once everything has been read. */
async function visiting(html: string, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ bypassCSP: false });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon')) faults.push(message.text());
    });
    pasted = html;
    await page.goto(origin, { waitUntil: 'networkidle' });
    await look(page);
    expect(await context.cookies()).toEqual([]);
    expect(faults.filter((one) => !one.includes('404'))).toEqual([]);
  } finally {
    await context.close();
  }
}

const script = (site: Published, locale: string) =>
  `<script src="${site.origin}/banner.js" data-lang="${locale}" async></script>`;

const said = {
  en: {
    label: 'State of the services',
    close: 'Close',
    title: 'Internet and home phone down from Truro to Charlottetown',
  },
  fr: {
    label: 'État des services',
    close: 'Fermer',
    title: 'Internet et téléphone résidentiel en panne de Truro à Charlottetown',
  },
} as const;

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
  ) as Promise<readonly string[]>;
}

describe.each(['en', 'fr'] as const)('%s', (locale) => {
  const { label, close, title } = said[locale];
  test('the script shows what is open, in the language asked for, and goes when it is told to', async () => {
    await visiting(script(open, locale), async (page) => {
      const banner = page.getByRole('complementary', { name: label });
      expect(await banner.getAttribute('lang')).toBe(`${locale}-CA`);
      const link = banner.getByRole('link');
      expect(await link.first().textContent()).toContain(title);
      expect(await link.first().getAttribute('href')).toMatch(new RegExp(`/${locale}/incidents/[^/]+/$`));
      expect(await violations(page)).toEqual([]);
      await banner.getByRole('button', { name: close }).click();
      expect(await page.getByRole('complementary').count()).toBe(0);
      await page.reload({ waitUntil: 'networkidle' });
      expect(await page.getByRole('complementary').count()).toBe(0);
    });
  });

  test('the script shows nothing while nothing is open', async () => {
    await visiting(script(quiet, locale), async (page) => {
      expect(await page.getByRole('complementary').count()).toBe(0);
      expect(await page.locator('body > *').count()).toBe(2);
      expect(await violations(page)).toEqual([]);
    });
  });

  test('the frame shows the same, and nothing that can be seen while nothing is open', async () => {
    const path = locale === 'en' ? '/en/banner/' : '/fr/bandeau/';
    const frame = (site: Published) =>
      `<iframe src="${site.origin}${path}" title="${label}" width="100%" height="96"></iframe>`;
    await visiting(frame(open), async (page) => {
      const inside = page.frameLocator('iframe');
      expect(await inside.getByRole('listitem').first().textContent()).toContain(title);
      expect(await violations(page)).toEqual([]);
    });
    await visiting(frame(quiet), async (page) => {
      const inside = page.frameLocator('iframe');
      const box = await inside.locator('.frame').boundingBox();
      expect(box && [box.width, box.height]).toEqual([1, 1]);
    });
  });

  test('whoever opens the page of the frame itself reads what it is, and finds the way to the site', async () => {
    for (const site of [open, quiet]) {
      const page = await browser.newPage();
      await page.goto(`${site.origin}${locale === 'en' ? '/en/banner/' : '/fr/bandeau/'}`);
      expect(await page.title()).toMatch(new RegExp(`^${label}\\P{L}`, 'u'));
      expect(await violations(page)).toEqual([]);
      const way = page.getByRole('heading', { level: 1 }).getByRole('link');
      expect((await way.boundingBox())?.width).toBeGreaterThan(50);
      await way.click();
      expect(new URL(page.url()).pathname).toBe(`/${locale}/`);
      await page.close();
    }
  });
});
