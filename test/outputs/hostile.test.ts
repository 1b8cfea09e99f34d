import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { entry, epoch, incident, maintenance, site } from '../sites.ts';
import { world } from '../worlds.ts';
import { written } from './written.ts';
import { childrenOf, parseXml, textOf } from './xml-tree.ts';

/** Everything that has broken a feed, a calendar or an API of a status page, in one title. */
const title = 'A & B <c> ]]> "d" \'e\' {{ f }} \\n; 1,5 🚧 Œuvre \u2028fin';
/** A name is typeset: its quotation marks would be those of its language. */
const name = 'A & B <c> ]]> {{ f }} \\n; 1,5 🚧 Œuvre \u2028fin';
/** With control characters, which neither XML 1.0 nor RFC 5545 can hold, and half a character. */
const soiled = (text: string) => `\u0001${text.slice(0, 3)}\u0000\u000b\u001b\ud800${text.slice(3)}\uffff`;

const [sample] = world('demonstration').site.incidents;
const intro = sample?.words.en?.intro;
if (intro === undefined) throw new Error('no words');
const given = soiled(title);
const words = { title: given, summary: given, slug: 'x', aliases: [], intro, sections: {} };
const file = written(
  site({
    name: { en: soiled(name), fr: soiled(name) },
    organization: { en: soiled(name), fr: soiled(name) },
    incidents: [incident([entry('2024-03-02 06:40', 'investigating')], { words: { en: words, fr: words } })],
    maintenance: [maintenance({ words: { en: words, fr: words } })],
  }),
  epoch('2024-03-03 02:00'),
);

test.each(['en', 'fr'])('Atom, by two parsers (%s)', (locale) => {
  const root = parseXml(file(`${locale}/feed.xml`));
  const titles = childrenOf(root, 'entry').map((one) => textOf(one, 'title'));
  for (const one of titles) expect(one.endsWith(title), one).toBe(true);
  expect(textOf(root, 'title')).toBe(name);
  const feed = parseAtomFeed(file(`${locale}/feed.xml`));
  expect(feed.entries?.map((one) => one.title?.value)).toEqual(titles);
  expect(titles).toHaveLength(3);
});

test('RSS, by two parsers', () => {
  const [channel] = parseXml(file('history.rss')).children;
  const titles = channel === undefined ? [] : childrenOf(channel, 'item').map((one) => textOf(one, 'title'));
  expect(titles.filter((one) => one.endsWith(title))).toHaveLength(3);
  expect(parseRssFeed(file('history.rss')).items?.map((one) => one.title)).toEqual(titles);
});

test.each(['en', 'fr'])('JSON Feed (%s)', (locale) => {
  const feed = parseJsonFeed(JSON.parse(file(`${locale}/feed.json`)));
  expect(feed.title).toBe(name);
  expect(feed.items?.filter((one) => one.title?.endsWith(title))).toHaveLength(3);
});

test.each(['en', 'fr'])('iCalendar (%s)', (locale) => {
  const calendar = new ICAL.Component(ICAL.parse(file(`${locale}/calendar.ics`)));
  const [event] = calendar.getAllSubcomponents('vevent');
  expect(event?.getFirstPropertyValue('summary')).toBe(title);
  // A property that the parser does not know stays as it is written.
  const calname = String(calendar.getFirstPropertyValue('x-wr-calname'));
  expect(calname.replace(/\\([\\;,])/g, '$1')).toContain(name);
});

test.each(['api', 'en/api', 'fr/api'])('the API (%s)', (folder) => {
  const { page, incidents } = JSON.parse(file(`${folder}/v2/summary.json`));
  expect([page.name, incidents[0].name]).toEqual([name, title]);
});

test('the badge, the plain text and the files for those who crawl', () => {
  expect(textOf(parseXml(file('en/badge.svg')), 'title')).toContain(name);
  expect(file('en/incidents/x/index.txt').startsWith(`# ${title}\n`)).toBe(true);
  parseXml(file('sitemap.xml'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(file('llms.txt')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

/** What breaks one format or another, and anything else that a title may be made of. */
const piece = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '<',
    '>',
    '&',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '&#0;',
    '&lt;',
    '\\',
    '\\n',
    ';',
    ',',
    ':',
  ),
  fc.constantFrom(
    '\u0000',
    '\u0007',
    '\u000b',
    '\u001b',
    '\u007f',
    '\u009f',
    '\ud83d',
    '\udc00',
    '\ufffe',
    '\uffff',
  ),
  fc.constantFrom(
    '\u2028',
    '\u2029',
    '\u00a0',
    '\ufeff',
    '\u202e',
    '\u200d',
    '🚧',
    '👩\u200d🚒',
    'é',
    'e\u0301',
    'Œ',
    '{{ a }}',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
/** What may stand in a text: XML 1.0 §2.2 (Char), less the controls of ISO 6429. */
const whole = (text: string): string =>
  [...text]
    .filter((sign) => /^[\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(sign))
    .join('');
// A title is one line, without spaces around it: reading sees to that.
const oneTitle = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').replace(/[\t\n\r\u0085]/g, ''))
  .filter((text) => whole(text) !== '' && whole(text) === whole(text).trim());

test('any title comes back whole from every format, less what no format may hold', () => {
  fc.assert(
    fc.property(fc.array(oneTitle, { minLength: 16, maxLength: 16 }), (titles) => {
      const said = titles.map((one, index) => {
        const own = { ...words, title: one, summary: one, slug: `x-${index}` };
        return { id: `n-${index}`, words: { en: own, fr: own } };
      });
      const made = written(
        site({
          incidents: said.map((one) => incident([entry('2024-03-02 06:40', 'investigating')], one)),
          maintenance: said.map(({ id, words: both }) => maintenance({ id: `w-${id}`, words: both })),
        }),
        epoch('2024-03-02 12:00'),
      );
      const expected = titles.map(whole);
      const found = (texts: readonly string[], before = '') =>
        expected.map((one) => texts.includes(before + one));
      const all = expected.map(() => true);
      const cause = 'Looking for the cause: ';
      const atom = childrenOf(parseXml(made('en/feed.xml')), 'entry').map((one) => textOf(one, 'title'));
      expect(found(atom, cause), 'Atom').toEqual(all);
      const [channel] = parseXml(made('history.rss')).children;
      const rss = channel === undefined ? [] : childrenOf(channel, 'item').map((one) => textOf(one, 'title'));
      expect(found(rss, 'Recherche de la cause\u00a0: '), 'RSS').toEqual(all);
      const json = parseJsonFeed(JSON.parse(made('en/feed.json')));
      expect(found(json.items?.map((one) => one.title ?? '') ?? [], cause), 'JSON Feed').toEqual(all);
      const calendar = new ICAL.Component(ICAL.parse(made('en/calendar.ics')));
      const summaries = calendar
        .getAllSubcomponents('vevent')
        .map((one) => String(one.getFirstPropertyValue('summary')));
      expect(found(summaries), 'iCalendar').toEqual(all);
      const { incidents } = z
        .object({ incidents: z.array(z.object({ name: z.string() })) })
        .parse(JSON.parse(made('en/api/v2/incidents.json')));
      expect(found(incidents.map((one) => one.name)), 'API').toEqual(all);
      const texts = titles.map(
        (_title, index) => made(`en/incidents/x-${index}/index.txt`).split('\n')[0] ?? '',
      );
      expect(found(texts, '# '), 'text').toEqual(all);
    }),
    { numRuns: 12 },
  );
});
