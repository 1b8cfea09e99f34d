import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../src/checks/check.ts';
import { buildSite } from '../../src/content/build/site.ts';
import { readContent } from '../../src/content/content.ts';
import { imagesOf } from '../../src/content/links/images.ts';
import { linksOf, resolveLink } from '../../src/content/links/resolve.ts';
import { type Target, targetsOf } from '../../src/content/links/targets.ts';
import { contentFolder, enMd, frMd, now } from './folder.ts';

const withImage = (text: string, alt: string, link: string) =>
  `${text}\n![${alt}](map.png) and [${link}](../mail/#timeline) at 14:20\n`;

/** A PNG of one pixel: signature, IHDR with width and height 1, and the rest that measuring does not read. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const folder = () =>
  contentFolder({
    'incidents/mail/map.png': png,
    'incidents/mail/en.md': withImage(enMd, 'Where it is down', 'see above'),
    'incidents/mail/fr.md': withImage(frMd, 'Où la panne a lieu', 'voir plus haut'),
  });

test('an image is read once, whoever checks and shows it, in however many texts', () => {
  const reads: string[] = [];
  const images = imagesOf((file) => {
    reads.push(file);
    return readFileSync(file);
  });
  const path = folder();
  const { value: content } = readContent(path, () => now, images);
  check(content);
  const site = buildSite(content);
  expect(reads).toEqual([`${path}/incidents/mail/map.png`]);
  expect(site.assets.map((asset) => asset.path)).toEqual(['/images/mail/map.png']);
});

test('a link is resolved once for each language and folder that it stands in', () => {
  const target = (id: string): Target => ({
    kind: 'notice',
    id,
    folder: `content/incidents/${id}`,
    path: (locale) => `/${locale}/incidents/${id}/`,
    anchors: () => new Map([['timeline', `/en/incidents/${id}/`]]),
  });
  const [mail, web] = [target('mail'), target('web')];
  let resolved = 0;
  const links = linksOf(targetsOf([mail, web]), '/status', (...given) => {
    resolved += 1;
    return resolveLink(...given);
  });
  const leadsTo = (from: Target) => links.resolve('../web/#timeline', from, 'en');
  expect([leadsTo(mail), leadsTo(mail)]).toEqual([
    { address: '/status/en/incidents/web/#timeline', inside: 'content/incidents/web#timeline' },
    { address: '/status/en/incidents/web/#timeline', inside: 'content/incidents/web#timeline' },
  ]);
  expect(resolved).toBe(1);
  leadsTo(web);
  links.resolve('../web/#timeline', mail, 'fr');
  expect(resolved).toBe(3);
});

test('rendering changes nothing: what is checked after building is what is checked before', () => {
  const { value: content } = readContent(folder(), () => now);
  const site = buildSite(content);
  const after = check(content);
  const { value: again } = readContent(content.folder.path, () => now);
  expect(after).toEqual(check(again));
  expect(after.map(({ rule }) => rule)).toContain('typography/time');
  expect(JSON.stringify(buildSite(content))).toBe(JSON.stringify(site));
});
