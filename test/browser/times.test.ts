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
/** Published at 2 a.m. on December 1, 2026; fibre is to be spliced on December 8 (hours of Yukon, UTC−7). */
let planned: Published;
beforeAll(async () => {
  [site, planned] = [await publish('open'), await publish('maintenance')];
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
  planned?.close();
});

async function textAt(
  path: string,
  now: number,
  timezoneId: string,
  press = false,
  origin = site.origin,
): Promise<string> {
  const context = await browser.newContext({ timezoneId });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    await page.goto(origin + path);
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

describe.each([
  [
    'en',
    'By schedule, maintenance has begun since this page was published.',
    'By schedule, maintenance has ended since this page was published.',
    ['/en/maintenance/', '/en/services/', '/en/services/fibre-internet/'],
  ],
  [
    'fr',
    'Selon l’horaire, l’entretien a commencé depuis la publication de cette page.',
    'Selon l’horaire, l’entretien s’est terminé depuis la publication de cette page.',
    ['/fr/entretien/', '/fr/services/', '/fr/services/internet-par-fibre/'],
  ],
] as const)('%s: a window that the clock has reached', (locale, begun, ended, paths) => {
  const at = (path: string, time: string) =>
    textAt(path, Date.parse(time), 'America/Whitehorse', false, planned.origin);

  test('is told on its page, once it has begun and once it has ended, and not before', async () => {
    const { path } = planned.pages.find(
      (page) => page.kind === 'maintenance' && page.locale === locale && /fib/.test(page.path),
    ) ?? { path: '' };
    expect(await at(path, '2026-12-08T00:29-07:00')).not.toMatch(
      /has begun|has ended|a commencé depuis|s’est terminé/,
    );
    expect(await at(path, '2026-12-08T00:31-07:00')).toContain(begun);
    const after = await at(path, '2026-12-15T12:00-07:00');
    expect(after).toContain(ended);
    expect(after).not.toContain(begun);
  });

  test('is told of work under way by its word, whose window ends at 4 a.m.', async () => {
    const { path } = planned.pages.find(
      (page) =>
        page.kind === 'maintenance' && page.locale === locale && /email-move|demenagement/.test(page.path),
    ) ?? { path: '' };
    expect(await at(path, '2026-12-01T03:59-07:00')).not.toContain(ended);
    expect(await at(path, '2026-12-01T04:01-07:00')).toContain(ended);
  });

  test('is told on the door, the home and the lists', async () => {
    for (const path of ['/', `/${locale}/`, ...paths]) {
      expect(await at(path, '2026-12-01T02:01-07:00'), path).not.toContain(ended);
      expect(await at(path, '2026-12-15T12:00-07:00'), path).toContain(ended);
    }
  });
});
