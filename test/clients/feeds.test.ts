import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { workshop } from '../cli/command.ts';
import { allOf } from '../outputs/written.ts';
import { worldNames } from '../worlds.ts';
import { debian, python } from './programs.ts';

const schema = join(import.meta.dirname, 'atom.rnc');
const room = workshop();

/** Every Atom feed of every world, as files: `/tmp/…/open/en/feed.xml`. */
const feeds: string[] = [];
beforeAll(() => {
  for (const name of worldNames) {
    for (const [path, content] of allOf(name)) {
      if (!/\.atom$|feed\.xml$/.test(path)) continue;
      const file = join(room, name, path);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, content);
      feeds.push(file);
    }
  }
});

test('every Atom feed is valid by a grammar of RFC 4287', async () => {
  expect(feeds.length).toBeGreaterThan(100);
  const { status, out } = await debian(['jing', 'jing'], ['-c', schema, ...feeds], room);
  expect([status, out]).toEqual([0, '']);
});

test('what breaks the rules of Atom is refused by it', async () => {
  const sound = readFileSync(join(room, 'open', 'en', 'feed.xml'), 'utf8');
  const broken = {
    'no id': sound.replace(/<id>.*?<\/id>/, ''),
    'two titles': sound.replace(/(<entry>)/, '$1<title>again</title>'),
    'a time without offset': sound.replace(/(<updated>.*?)[+-]\d\d:\d\d/, '$1'),
    'an id that is no address': sound.replace(/<id>tag:/, '<id>tag/'),
    'a link to nowhere': sound.replace(/ href="[^"]*"/, ''),
    'an element of no standard': sound.replace('</feed>', '<state>up</state></feed>'),
    'an author without a name': sound.replace(/<name>.*?<\/name>/, ''),
  };
  for (const [fault, document] of Object.entries(broken)) {
    expect(document, fault).not.toBe(sound);
    const file = join(room, 'broken.xml');
    writeFileSync(file, document);
    const { status, out } = await debian(['jing', 'jing'], ['-c', schema, file], room);
    expect([status, out.startsWith(`${file}:`)], `${fault}: ${out}`).toEqual([1, true]);
  }
});

const entries = z.record(
  z.string(),
  z.array(z.object({ id: z.string(), title: z.string(), updated: z.string(), link: z.string() })),
);

test('two parsers that know nothing of each other read the same entries, and find nothing wrong', async () => {
  const program = `
import feedparser, json, sys
def entries(file):
    feed = feedparser.parse(open(file, 'rb').read())
    if feed.bozo: raise ValueError((file, feed.bozo_exception))
    if feed.version != 'atom10': raise ValueError((file, feed.version))
    return [{'id': e.id, 'title': e.title, 'updated': e.updated, 'link': e.link} for e in feed.entries]
print(json.dumps({file: entries(file) for file in sys.argv[1:]}))
`;
  const read = entries.parse(JSON.parse(await python('rss2email', program, feeds, room)));
  for (const file of feeds) {
    const feed = parseAtomFeed(readFileSync(file, 'utf8'));
    const other = (feed.entries ?? []).map(({ id, title, updated, links }) => ({
      id,
      title: title?.value,
      updated,
      link: links?.find(({ rel }) => rel === 'alternate')?.href,
    }));
    expect(read[file], file).toEqual(other);
  }
});
