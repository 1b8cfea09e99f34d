import { expect, test } from 'vitest';
import { enMd, frMd, siteYml } from '../content/folder.ts';
import { builtFolder } from './built.ts';

const head = (words: string, lines: string) => words.replace('---\n\n##', `${lines}---\n\n##`);
const faq = (words: string) => `${words}\n## FAQ\n\n### 9-1-1? {#q}\n\nX.\n`;
const files = {
  'incidents/mail/en.md': faq(
    head(enMd, 'slug: email-down\naliases: [mail-outage, /status/42, /old.html]\n'),
  ),
  'incidents/mail/fr.md': faq(head(frMd, 'slug: panne-de-courriel\n')),
};

test('a former slug, a former path and the id lead to the notice, and so do their questions', () => {
  const built = builtFolder(files);
  const target = (path: string) => /content="0; url=([^"]*)"/.exec(built.html(path))?.[1];
  const notice = '/en/incidents/email-down/';
  expect(target('/en/incidents/mail-outage/')).toBe(notice);
  expect(target('/en/incidents/mail-outage/faq/')).toBe(`${notice}faq/`);
  expect(target('/en/incidents/mail/')).toBe(notice);
  expect(target('/en/incidents/mail/faq/')).toBe(`${notice}faq/`);
  expect(target('/fr/incidents/mail/')).toBe('/fr/incidents/panne-de-courriel/');
  expect(target('/status/42/')).toBe(notice);
  expect(target('/status/42/faq/')).toBe(`${notice}faq/`);
  expect(target('/old.html')).toBe(notice);
});

test('a redirect only redirects: canonical, not for search engines, no toggle', () => {
  const html = builtFolder(files).html('/en/incidents/mail-outage/');
  expect(html).toContain('<link rel="canonical" href="https://status.example.ca/en/incidents/email-down/">');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<a href="/en/incidents/email-down/">');
  expect(html).not.toMatch(/hreflang|<style|<script/);
});

test('below a path the links carry it', () => {
  const site = siteYml.replace('https://status.example.ca', 'https://example.ca/notices');
  const html = builtFolder({ ...files, 'site.yml': site }).html('/en/incidents/mail-outage/');
  expect(html).toContain('url=/notices/en/incidents/email-down/"');
  expect(html).toContain('href="https://example.ca/notices/en/incidents/email-down/"');
});
