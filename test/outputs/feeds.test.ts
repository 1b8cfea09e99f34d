import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { enMd, type Files, frMd, incidentYml, siteYml } from '../content/folder.ts';
import { entry, epoch, incident, site } from '../sites.ts';
import { type World, world, worldNames } from '../worlds.ts';
import { ofFolder, ofWorld, written } from './written.ts';
import { childrenOf, parseXml, textOf, type XmlNode } from './xml-tree.ts';

/** RFC 3339 §5.6, with seconds and an offset. */
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
const address = z.url({ protocol: /^https$/ });
/** RFC 4151. */
const tag = z.string().regex(/^tag:[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]+$/);

/** JSON Feed 1.1 (jsonfeed.org/version/1.1): nothing that it does not name. */
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  description: z.string().optional(),
  authors: z.array(z.strictObject({ name: z.string() })),
  language: z.enum(['en-CA', 'fr-CA']),
  items: z
    .array(
      z.strictObject({
        id: tag,
        url: address,
        title: z.string().min(1),
        content_html: z.string().min(1),
        date_published: time,
        date_modified: time,
        tags: z.array(z.string()),
      }),
    )
    .max(50),
});

/** What RFC 4287 §4.1 allows in a feed and in an entry: how often at least and at most. */
const feedElements: Readonly<Record<string, readonly [least: number, most: number]>> = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  subtitle: [0, 1],
  author: [1, 9],
  link: [1, 9],
  entry: [0, 50],
};
const entryElements: typeof feedElements = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  published: [0, 1],
  link: [1, 9],
  category: [0, 99],
  content: [1, 1],
};
const linkAttributes = ['rel', 'href', 'hreflang', 'type'];

function check(node: XmlNode, allowed: typeof feedElements): void {
  for (const [name, [least, most]] of Object.entries(allowed)) {
    const count = childrenOf(node, name).length;
    expect(count, name).toBeGreaterThanOrEqual(least);
    expect(count, name).toBeLessThanOrEqual(most);
  }
  expect(node.children.filter(({ name }) => allowed[name] === undefined).map(({ name }) => name)).toEqual([]);
  tag.parse(textOf(node, 'id'));
  time.parse(textOf(node, 'updated'));
  // RFC 4287 §4.1.1, §4.1.2: no two alternates of one type and one language.
  const links = childrenOf(node, 'link');
  const alternates = links
    .filter(({ attributes }) => attributes.rel === 'alternate')
    .map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`);
  expect(new Set(alternates).size).toBe(alternates.length);
  for (const { attributes } of links) {
    expect(Object.keys(attributes).filter((one) => !linkAttributes.includes(one))).toEqual([]);
    address.parse(attributes.href);
  }
}

function checkAtom(document: string): XmlNode {
  const root = parseXml(document);
  expect(root.name).toBe('feed');
  expect(root.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
  check(root, feedElements);
  const entries = childrenOf(root, 'entry');
  for (const one of entries) check(one, entryElements);
  const updated = entries.map((one) => Date.parse(textOf(one, 'updated')));
  expect(updated).toEqual(updated.toSorted((a, b) => b - a));
  return root;
}

const feedsIn = (name: World): readonly string[] => {
  const { site: one } = world(name);
  return (['en', 'fr'] as const).flatMap((locale) => [
    locale,
    `${locale}/${locale === 'en' ? 'maintenance' : 'entretien'}`,
    ...one.services.map(({ slug }) => `${locale}/services/${slug[locale]}`),
    ...one.regions.map(({ slug }) => `${locale}/regions/${slug[locale]}`),
  ]);
};

const idsOf = (document: string): readonly string[] =>
  childrenOf(parseXml(document), 'entry').map((one) => textOf(one, 'id'));

describe.each(worldNames)('%s', (name) => {
  const file = ofWorld(name);

  test('every Atom feed is one by RFC 4287, newest first, nothing from the future, its links whole', () => {
    const { now } = world(name);
    for (const feed of feedsIn(name)) {
      const document = file(`${feed}/feed.xml`);
      const root = checkAtom(document);
      expect(root.attributes['xml:lang']).toBe(`${feed.slice(0, 2)}-CA`);
      for (const one of childrenOf(root, 'entry')) {
        expect(Date.parse(textOf(one, 'updated'))).toBeLessThanOrEqual(now.epoch);
        for (const [, href = ''] of textOf(one, 'content').matchAll(/(?:href|src)="([^"]*)"/g)) {
          expect(href).toMatch(/^(?:https?|mailto|tel):/);
        }
      }
      const ids = idsOf(document);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('every JSON Feed is one by its version 1.1, and holds what the Atom feed holds', () => {
    for (const feed of feedsIn(name)) {
      const { items, language } = jsonFeed.parse(JSON.parse(file(`${feed}/feed.json`)));
      expect(language).toBe(`${feed.slice(0, 2)}-CA`);
      expect(items.map(({ id }) => id)).toEqual(idsOf(file(`${feed}/feed.xml`)));
    }
  });

  test('two builds an hour apart give the same bytes, unless a window opened or closed between them', () => {
    const later = ofWorld(name, name === 'maintenance' ? 1_800_000 : 3_600_000);
    for (const feed of feedsIn(name)) {
      for (const format of ['xml', 'json'])
        expect(later(`${feed}/feed.${format}`)).toBe(file(`${feed}/feed.${format}`));
    }
  });
});

test('the feeds at the root are those of the primary language, and each language names the other', () => {
  const file = ofWorld('complete');
  expect(idsOf(file('history.atom'))).toEqual(idsOf(file('fr/feed.xml')));
  const links = childrenOf(checkAtom(file('history.atom')), 'link').map(({ attributes }) => attributes);
  const hrefs = Object.fromEntries(
    links.map(({ rel, hreflang, href }) => [`${rel} ${hreflang ?? ''}`, href]),
  );
  expect(hrefs).toEqual({
    'self ': 'https://avis.riviereseine.example/history.atom',
    'alternate fr-CA': 'https://avis.riviereseine.example/fr/',
    'alternate en-CA': 'https://avis.riviereseine.example/en/feed.xml',
  });
  const [channel] = parseXml(file('history.rss')).children;
  const guids = channel === undefined ? [] : childrenOf(channel, 'item').map((one) => textOf(one, 'guid'));
  expect(guids).toEqual(idsOf(file('fr/feed.xml')));
});

test('an entry for each update, for the apology and for each correction, in the language of its feed', () => {
  const titles = (locale: string) =>
    childrenOf(parseXml(ofWorld('complete')(`${locale}/feed.xml`)), 'entry').map((one) =>
      textOf(one, 'title'),
    );
  const french = titles('fr');
  const notice = 'Panne de courriel au Manitoba et en Saskatchewan';
  expect(french.filter((one) => one === `Correction\u00a0: ${notice}`)).toHaveLength(4);
  expect(french).toContain(`Excuses\u00a0: ${notice}`);
  expect(french).toContain(`Service rétabli\u00a0: ${notice}`);
  expect(titles('en')).toContain('Apology: Email down in Manitoba and Saskatchewan');
  expect(french.join()).not.toMatch(/Apology|Resolved/);
});

test('maintenance has one of its own, dated by the announcement and not by the window', () => {
  const maintenance = `services: [email]
impact: minor
from: 2024-03-20 01:00
until: 2024-03-20 04:00
announced: 2024-03-04 09:00
`;
  const text = (title: string) => `---\ntitle: ${title}\nsummary: ${title}.\n---\n`;
  const file = ofFolder({
    'maintenance/move/maintenance.yml': maintenance,
    'maintenance/move/en.md': text('Servers move'),
    'maintenance/move/fr.md': text('Déménagement'),
  });
  const [one, ...others] = childrenOf(checkAtom(file('en/maintenance/feed.xml')), 'entry');
  expect(others).toEqual([]);
  expect(one && [textOf(one, 'title'), textOf(one, 'updated')]).toEqual([
    'Scheduled: Servers move',
    '2024-03-04T09:00:00-04:00',
  ]);
});

test('fifty entries at most, the newest', () => {
  const day = (n: number) => `2024-01-${String(n).padStart(2, '0')}`;
  const incidents = Array.from({ length: 30 }, (_none, index) =>
    incident(
      [entry(`${day(index + 1)} 06:00`, 'investigating'), entry(`${day(index + 1)} 07:00`, 'resolved')],
      { id: `i-${index + 1}` },
    ),
  ).toReversed();
  const ids = idsOf(written(site({ incidents }), epoch('2024-03-01 12:00'))('en/feed.xml'));
  expect(ids).toHaveLength(50);
  expect(ids[0]).toBe('tag:status.example.ca,2026:en/i-30/t-20240130T0700-0400');
});

/** A feed reader: tells what it has not seen by id, or seen with another `updated`. */
function reader(): (document: string) => readonly string[] {
  const seen = new Map<string, string>();
  return (document) =>
    childrenOf(parseXml(document), 'entry').flatMap((one) => {
      const [id, updated] = [textOf(one, 'id'), textOf(one, 'updated')];
      const before = seen.get(id);
      seen.set(id, updated);
      return before === updated ? [] : [textOf(one, 'title')];
    });
}

test('title, slug and text may change: only what is new is told again, and no entry twice', () => {
  const read = reader();
  const at = (changes: Files) => ofFolder(changes)('en/feed.xml');
  expect(read(at({}))).toEqual(['Looking for the cause: Email down']);
  const renamed = enMd.replace('title: Email down', 'title: No email\nslug: no-email');
  expect(read(at({ 'incidents/mail/en.md': renamed.replace('We are', 'We are still') }))).toEqual([]);
  const added = {
    'incidents/mail/incident.yml': `${incidentYml}  - { at: 2024-03-02 09:00, phase: resolved }\n`,
    'incidents/mail/en.md': `${renamed}\n### 2024-03-02 09:00\n\nEmail works.\n`,
    'incidents/mail/fr.md': `${frMd}\n### 2024-03-02 09:00\n\nLe courriel fonctionne.\n`,
  };
  expect(read(at(added))).toEqual(['Resolved: No email']);
  expect(read(at(added))).toEqual([]);
});

test('a corrected time keeps the id of its entry, and a language that is late says so in its own words', () => {
  const moved = (text: string) => text.replace('### 2024-03-02 06:40', '### 2024-03-02 06:45');
  const file = ofFolder({
    'incidents/mail/incident.yml': incidentYml.replace('06:40', '06:45\n    was: 2024-03-02 06:40'),
    'incidents/mail/en.md': moved(enMd),
    'incidents/mail/fr.md': moved(frMd),
  });
  expect(idsOf(file('en/feed.xml'))).toEqual(['tag:status.example.ca,2026:en/mail/t-20240302T0640-0400']);
  const late = ofFolder({
    'site.yml': `${siteYml}may_be_late: any\n`,
    'incidents/mail/en.md': undefined,
  });
  const [one] = childrenOf(checkAtom(late('en/feed.xml')), 'entry');
  expect(one && textOf(one, 'title')).toBe('Looking for the cause: Incident – Email');
  expect(one && textOf(one, 'content')).toContain('The English text is still to come.');
  expect(one && textOf(one, 'content')).not.toContain('Nous cherchons');
});

test('the feed of a region tells what an entry brought there, and where it holds', () => {
  const regions = ['ns', 'pe'].map((id) => ({
    id,
    name: { en: id.toUpperCase(), fr: id },
    slug: { en: id, fr: id },
  }));
  const mail = incident(
    [
      entry('2024-03-02 06:40', 'investigating'),
      entry('2024-03-02 08:00', 'identified', { regions: ['pe'] }),
    ],
    { regions: ['ns'] },
  );
  const file = written(site({ incidents: [mail], regions }), epoch('2024-03-02 12:00'));
  expect(idsOf(file('en/regions/pe/feed.xml'))).toHaveLength(2);
  const [last] = childrenOf(checkAtom(file('en/regions/pe/feed.xml')), 'entry');
  expect(last && textOf(last, 'content')).toContain('<p>Region: PE</p>');
});

test.each([
  ['an id like any other', 'kz1xjx', 'statuspage.kz1xjx'],
  ['a file in a folder, with a space and an accent', '2019/août 1', 'statuspage.2019/ao%C3%BBt%201'],
])('a notice from elsewhere is called by its id there: %s', (_what, id, name) => {
  const mail = incident([entry('2024-03-02 06:40', 'investigating')], {
    imported: { from: 'statuspage', id },
  });
  const native = incident([entry('2024-03-02 06:40', 'investigating')], { id: 'kz1xjx' });
  const file = written(site({ incidents: [mail, native] }), epoch('2024-03-02 12:00'));
  const ids = idsOf(file('en/feed.xml'));
  expect(ids.toSorted()).toEqual(
    ['kz1xjx', name].map((one) => `tag:status.example.ca,2026:en/${one}/t-20240302T0640-0400`).toSorted(),
  );
  for (const one of ids) tag.parse(one);
});

test('the feed of hosted pages has a notice from elsewhere once, by its address there, and those of our own entry by entry', () => {
  const times = [entry('2024-03-02 06:40', 'investigating'), entry('2024-03-02 08:00', 'resolved')] as const;
  const former = incident([...times], {
    id: 'former',
    imported: { from: 'cstate', id: '2024-03-mail' },
    sources: [{ id: 'original', title: 'Mail', publisher: 'Us', url: 'https://old.example.ca/issues/mail/' }],
  });
  const file = written(
    site({ incidents: [incident([...times]), former] }),
    epoch('2024-03-02 12:00'),
  )('history.rss');
  const [channel] = parseXml(file).children;
  const items = channel === undefined ? [] : childrenOf(channel, 'item');
  const guids = items.map((one) => textOf(one, 'guid'));
  expect(guids.toSorted()).toEqual([
    'https://old.example.ca/issues/mail/',
    'tag:status.example.ca,2026:fr/mail/t-20240302T0640-0400',
    'tag:status.example.ca,2026:fr/mail/t-20240302T0800-0400',
  ]);
  expect(items.map((one) => textOf(one, 'title')).filter((one) => one.startsWith('Recherche'))).toHaveLength(
    1,
  );
});
