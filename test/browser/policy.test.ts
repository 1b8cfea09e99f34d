import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Published, publish } from './published.ts';
import { visit } from './visit.ts';

let browser: Browser;
let site: Published;
beforeAll(async () => {
  browser = await launchChromium();
  site = await publish('open', 'github-pages');
});
afterAll(async () => {
  site?.close();
  await browser?.close();
});

test('a host without headers: each page says its policy, and nothing that it needs is stopped', async () => {
  const context = await browser.newContext();
  const shown = site.pages.filter(({ kind }) => kind !== 'redirect');
  for (const { path } of shown) {
    const html = readFileSync(join(site.directory, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    expect(html.match(/<meta http-equiv="Content-Security-Policy"/g), path).toHaveLength(1);
  }
  for (const kind of ['root', 'home', 'incident', 'search', 'banner', 'not-found']) {
    const path = shown.find((page) => page.kind === kind)?.path ?? `no ${kind}`;
    const { tab, complaints } = await visit(context, site.origin + path, site.now);
    expect(complaints, path).toEqual([]);
    const margin = await tab.evaluate<string>('getComputedStyle(document.querySelector("h1")).fontFamily');
    expect(margin, path).toContain('system-ui');
    await tab.close();
  }
  await context.close();
});

test('what is smuggled into a page does not run, and is not styled', async () => {
  const context = await browser.newContext();
  const file = join(site.directory, 'en', 'index.html');
  const whole = readFileSync(file, 'utf8');
  const smuggled =
    '<script>document.title = "run"</script><img src="/icon.svg" onload="document.title = \'run\'" style="width:9px"><script src="https://elsewhere.test/x.js"></script>';
  const titleOf = async (html: string) => {
    writeFileSync(file, html);
    const { tab, complaints } = await visit(context, `${site.origin}/en/`);
    const title = await tab.title();
    await tab.close();
    return { title, complaints: complaints.join('\n') };
  };
  const spoilt = whole.replace('</main>', `${smuggled}</main>`);
  const stopped = await titleOf(spoilt);
  expect(stopped.title).not.toBe('run');
  expect(stopped.complaints).toMatch(/inline script/);
  expect(stopped.complaints).toMatch(/inline event handler/);
  expect(stopped.complaints).toMatch(/inline style/);
  // The same page without its policy.
  expect((await titleOf(spoilt.replace(/<meta http-equiv[^>]*>/, ''))).title).toBe('run');
  writeFileSync(file, whole);
  await context.close();
});
