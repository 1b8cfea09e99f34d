import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { type World, world, worldNames } from '../worlds.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);

afterAll(() => browser?.close());

type Format = 'Letter' | 'A4';

/** A document as a printer gets it, with the margins that its styles ask for. */
async function printed(html: string, format: Format = 'Letter'): Promise<string> {
  const tab = await browser.newPage();
  await tab.setContent(html);
  const pdf = await tab.pdf({ format, preferCSSPageSize: true });
  await tab.close();
  return pdf.toString('latin1');
}

/** How many sheets it takes. */
const sheetsIn = (pdf: string): number => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The sheet on which something stands that a link of the document leads to, as the number of its object. */
const sheetOf = (pdf: string, id: string): string | undefined =>
  new RegExp(`/${id}\\s*\\[(\\d+) 0 R`).exec(pdf)?.[1];

function htmlOf(name: World, path: string): string {
  const { site, now } = world(name);
  const page = pages(contextsOf(site, now)).find((one) => one.path === path);
  if (page === undefined) throw new Error(`${name} has no ${path}`);
  return createRenderer()(page);
}

const apologies = worldNames.flatMap((name) => {
  const { site, now } = world(name);
  return pages(contextsOf(site, now))
    .filter(({ kind }) => kind === 'apology')
    .map(({ path }) => [name, path] as const);
});

test('the worlds have apologies, signed and reported, in both languages', () => {
  expect(apologies).toContainEqual(['complete', '/fr/incidents/panne-de-courriel/excuses/']);
  expect(apologies).toContainEqual(['demonstration', '/en/incidents/telus-net-email-outage/apology/']);
});

test.each(apologies)('an apology is a letter of one sheet: %s %s', async (name, path) => {
  const html = htmlOf(name, path);
  for (const format of ['Letter', 'A4'] as const) expect(sheetsIn(await printed(html, format))).toBe(1);
});

test('one of few words has larger letters', async () => {
  const tab = await browser.newPage();
  await tab.emulateMedia({ media: 'print' });
  const size = "parseFloat(getComputedStyle(document.querySelector('.letter .prose p')).fontSize) * 0.75";
  await tab.setContent(htmlOf('dates-alone', '/fr/incidents/catalogue-en-panne/excuses/'));
  expect(await tab.evaluate<number>(size)).toBeCloseTo(12, 3);
  await tab.close();
});

const letter = ['complete', '/fr/incidents/panne-de-courriel/excuses/'] as const;

test('its letters have 10 points at least, with serifs; its head says who writes, and when', async () => {
  const tab = await browser.newPage();
  await tab.setContent(htmlOf(...letter));
  await tab.emulateMedia({ media: 'print' });
  const styles = await tab.evaluate<readonly { readonly size: number; readonly family: string }[]>(
    `[...document.querySelectorAll('.letter .prose p')].map((one) => getComputedStyle(one)).map((one) =>
      ({ size: parseFloat(one.fontSize) * 0.75, family: one.fontFamily }))`,
  );
  expect(styles.length).toBeGreaterThan(5);
  // A point is 4/3 pixels, which the browser rounds.
  expect(Math.min(...styles.map(({ size }) => size))).toBeCloseTo(10, 3);
  for (const { family } of styles) expect(family).toMatch(/, serif$/);
  const head = await tab.locator('.letterhead').innerText();
  expect(head.replace(/\s+/g, ' ')).toBe('Télécom Rivière-Seine Le mardi 14 avril 2026, à 20 h (HC)');
  await tab.close();
});

test('however long it is, some of its words stand on the sheet of its signature', async () => {
  const html = htmlOf(...letter).replace('class="signature"', 'class="signature" id="Signature"');
  const paragraph = `<p>${'Nous avons manqué à notre parole, et nous le disons ici. '.repeat(4)}</p>`;
  const sheets = new Set<number>();
  for (let more = 4; more <= 14; more += 2) {
    const long = html.replace(
      /(<\/div>\s*<\/section>\s*<p class="signature")/,
      `${paragraph.repeat(more)}<p id="Last">Personne ne veillait, et aucun avis n’était prêt.</p>$1`,
    );
    const pdf = await printed(`${long}<a href="#Last">1</a><a href="#Signature">2</a>`);
    sheets.add(sheetsIn(pdf));
    expect(sheetOf(pdf, 'Last'), `${more} paragraphs`).toBeDefined();
    expect(sheetOf(pdf, 'Signature'), `${more} paragraphs`).toBe(sheetOf(pdf, 'Last'));
  }
  expect([...sheets]).toEqual([2]);
}, 60_000);

// What was seen on the sheets, of DejaVu Sans, the widest of the fonts that `system-ui` may be. The first has everything
// that a notice can hold: seven updates, two credits, five commitments, four corrections. The other has eight updates.
test.each([
  ['complete', '/en/incidents/email-down/', 4],
  ['complete', '/fr/incidents/panne-de-courriel/', 4],
  ['demonstration', '/en/incidents/telus-net-email-outage/', 3],
  ['demonstration', '/fr/incidents/panne-courriel-telus-net/', 3],
] as const)('an incident takes few sheets: %s %s, at most %i', async (name, path, most) => {
  expect(sheetsIn(await printed(htmlOf(name, path)))).toBeLessThanOrEqual(most);
});

test('paper says where one reads on: the address of the page, and that of what it leads to elsewhere', async () => {
  const tab = await browser.newPage();
  await tab.setContent(htmlOf('demonstration', '/fr/incidents/panne-courriel-telus-net/'));
  const address = tab.getByText('https://meaculpa.example/fr/incidents/panne-courriel-telus-net/');
  const after = `[...document.querySelectorAll('main a')].filter((one) => getComputedStyle(one, '::after').content
    .includes(one.getAttribute('href'))).map((one) => one.getAttribute('href'))`;
  expect(await address.isVisible()).toBe(false);
  expect(await tab.evaluate(after)).toEqual([]);
  await tab.emulateMedia({ media: 'print' });
  expect(await address.isVisible()).toBe(true);
  const said = await tab.evaluate<readonly string[]>(after);
  expect(said).toContain('https://ici.radio-canada.ca/nouvelle/1266849');
  expect(said.every((one) => one.startsWith('http'))).toBe(true);
  await tab.close();
});
