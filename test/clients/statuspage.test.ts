import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { Statuspage } from 'statuspage.io';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type Published, publish } from '../browser/published.ts';

let open: Published;
let maintenance: Published;
beforeAll(async () => {
  [open, maintenance] = [await publish('open'), await publish('maintenance')];
}, 180_000);
afterAll(() => {
  open?.close();
  maintenance?.close();
});

// Of its version 3.4 only the papers were published, without the program.
describe('the client statuspage.io, pointed at the site', () => {
  const clientOf = (site: Published, folder = '') => {
    const client = new Statuspage('any');
    client.setApiUrl(site.origin + folder);
    return client.api;
  };

  test('reads how things are, each service, and what is open', async () => {
    const api = clientOf(open);
    const { page, status } = await api.getStatus();
    expect([page.name, page.url, page.time_zone]).toEqual([
      'Service notices',
      'https://status.sablebay.example',
      'America/Halifax',
    ]);
    expect(status.indicator).toBe('major');
    const { components } = await api.getComponents();
    expect(components.filter(({ group }) => !group).map(({ name, status }) => [name, status])).toEqual([
      ['Internet', 'partial_outage'],
      ['Home phone', 'partial_outage'],
      ['Television', 'operational'],
    ]);
    const { incidents } = await api.incidents.getUnresolved();
    expect(
      incidents.map(({ name, status, impact, incident_updates }) => [
        name,
        status,
        impact,
        incident_updates.length,
      ]),
    ).toEqual([['Internet and home phone down from Truro to Charlottetown', 'identified', 'critical', 5]]);
    expect((await api.incidents.getAll()).incidents).toEqual(incidents);
    expect((await api.getSummary()).incidents).toEqual(incidents);
  });

  test('reads planned work in the language asked for: what comes, and what is under way', async () => {
    const api = clientOf(maintenance, '/fr');
    const { scheduled_maintenances: ahead } = await api.scheduledMaintenances.getUpcoming();
    expect(
      ahead.map(({ status, scheduled_for, scheduled_until }) => [status, scheduled_for, scheduled_until]),
    ).toEqual([
      ['scheduled', '2026-12-08T00:30:00.000-07:00', '2026-12-08T05:00:00.000-07:00'],
      ['scheduled', '2026-12-10T01:00:00.000-07:00', '2026-12-10T03:00:00.000-07:00'],
    ]);
    // It asks for what comes where it is to ask for what is under way: that stands in the summary too.
    const { scheduled_maintenances: current } = await api.getSummary();
    expect(current.map(({ status }) => status)).toEqual([
      'in_progress',
      'in_progress',
      'scheduled',
      'scheduled',
    ]);
    expect(
      (await api.getComponents()).components.filter(({ status }) => status === 'under_maintenance'),
    ).not.toEqual([]);
    expect((await api.getStatus()).status.indicator).toBe('none');
  });
});

describe('the widget of Statuspage, on a page of another origin', () => {
  const script = readFileSync(
    createRequire(import.meta.url).resolve('@statuspage/status-widget/dist/index.js'),
  );
  let browser: Browser;
  let host: Server;
  let shop = '';
  let source = '';
  beforeAll(async () => {
    host = createServer(({ url }, response) => {
      if (url === '/widget.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
      else
        response
          .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
          .end(
            `<!DOCTYPE html><html lang="en"><title>A shop</title><script src="/widget.js"></script><statuspage-widget src="${source}"></statuspage-widget></html>`,
          );
    });
    await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
    const address = host.address();
    if (address === null || typeof address === 'string') throw new Error(`no port: ${address}`);
    shop = `http://127.0.0.1:${address.port}/`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    host?.close();
  });

  test('shows the state in words and as a colour', async () => {
    for (const [site, colour, words] of [
      [open, 'major', 'Partial outage'],
      [maintenance, 'none', 'maintenance'],
    ] as const) {
      source = site.origin;
      const page = await browser.newPage();
      await page.goto(shop, { waitUntil: 'networkidle' });
      const widget = page.locator('statuspage-widget');
      expect(await widget.locator(`.status-indicator.${colour}`).count()).toBe(1);
      expect(await widget.locator('.status-text').textContent()).toContain(words);
      await page.close();
    }
  });
});
