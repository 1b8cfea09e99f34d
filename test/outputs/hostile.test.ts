import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
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
