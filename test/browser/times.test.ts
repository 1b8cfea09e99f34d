import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Published, publish } from './published.ts';

// The open world promises its next update for 10:30 on December 1, 2026, in Halifax.
const incident = {
  en: { path: '/en/incidents/internet-and-phone-down/', late: 'Overdue.', here: '9:30 a.m. where you are' },
  fr: { path: '/fr/incidents/internet-et-telephone-en-panne/', late: 'En retard.', here: '9 h 30 chez vous' },
} as const;
const promised = Date.parse('2026-12-01T10:30-04:00');

let browser: Browser;
let site: Published;
beforeAll(async () => {
  site = await publish('open');
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function textAt(path: string, now: number, timezoneId: string, press = false): Promise<string> {
  const context = await browser.newContext({ timezoneId });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    await page.goto(site.origin + path);
    if (press) await page.getByRole('button').click();
    const text = await page.locator('main').textContent();
    return (text ?? '').replaceAll('\u00a0', ' ');
  } finally {
    await context.close();
  }
}

describe.each(['en', 'fr'] as const)('%s', (locale) => {
  const { path, late, here } = incident[locale];
  test('a promise turns overdue by itself once its time has passed, and not before', async () => {
    expect(await textAt(path, promised - 60_000, 'America/Halifax')).not.toContain(late);
    expect(await textAt(path, promised + 60_000, 'America/Halifax')).toContain(late);
    expect(await textAt(`/${locale}/`, promised + 60_000, 'America/Halifax')).toContain(late);
  });

  test('the reader’s own clock stands beside the official one where it differs, and only when asked for', async () => {
    expect(await textAt(path, promised, 'America/Toronto')).not.toContain(here);
    expect(await textAt(path, promised, 'America/Toronto', true)).toContain(here);
  });
});

test('the door tells both readers', async () => {
  const text = await textAt('/', promised + 60_000, 'America/Halifax');
  expect(text).toContain('Overdue.');
  expect(text).toContain('En retard.');
});
