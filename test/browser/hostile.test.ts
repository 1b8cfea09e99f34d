import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { naughty } from '../content/naughty.ts';
import { launchChromium } from './chromium.ts';
import { openHostile } from './hostile.ts';

let browser: Browser;
let hostile: Awaited<ReturnType<typeof openHostile>>;

beforeAll(async () => {
  browser = await launchChromium();
  hostile = await openHostile(browser);
});
afterAll(async () => {
  await hostile?.close();
  await browser?.close();
});

// A short run; `node test/hostile-pages.ts` opens every string. The last is a sign that templates have used.
const some = [
  naughty.find((string) => string.startsWith('<script>alert')) ?? '',
  'a@example.org"><x-evil>',
  '/*styles*/',
];

test.for(some)('%s in every field is text', { timeout: 300_000 }, async (string) => {
  const { opened, amiss } = await hostile.outcome(string);
  expect(hostile.pages).toBeGreaterThan(10);
  expect(opened).toBeGreaterThanOrEqual(hostile.pages);
  expect(amiss).toEqual([]);
});

test('what is looked for can be seen', async () => {
  const found = await hostile.spoilt((html) =>
    html.replace('</h1>', '</h1><img src="//elsewhere.test/x" onload="1"><script>alert(7)</script>'),
  );
  expect(found.sort()).toEqual(
    [
      'a dialog: 7',
      'asks for http://elsewhere.test/x',
      '<img>',
      '<img src>',
      '<img onload>',
      '<script>',
    ].sort(),
  );
});
