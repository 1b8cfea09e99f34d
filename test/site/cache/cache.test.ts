import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkRest } from '../../../src/checks/check.ts';
import { type NoticeReader, readContent } from '../../../src/content/content.ts';
import { imagesOf } from '../../../src/content/links/images.ts';
import { type Memory, noticesIn } from '../../../src/site/cache/notices.ts';
import { openStore, removeOthers } from '../../../src/site/cache/store.ts';
import { load } from '../../../src/site/load.ts';
import { filled, notice, settings } from '../../cli/command.ts';
import { enMd, frMd, siteYml } from '../../content/folder.ts';
import { Desk, edit, told } from './edits.ts';

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'meaculpa-cache-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
const base = join(import.meta.dirname, '..', '..', 'worlds', 'images', 'content');
const now = Date.parse('2026-12-01T13:00Z');
const desk = () => new Desk(folder(), base, now);

test('whatever is edited, damaged or put back, by whatever clock, what is found is the same', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 4, maxLength: 10 }), fc.boolean(), (edits, remembers) => {
      const one = desk();
      const memory: Memory | undefined = remembers ? new Map() : undefined;
      one.loaded(memory);
      for (const step of edits) {
        one.apply(step);
        const { warm, cold } = one.loaded(memory);
        expect(told(warm)).toEqual(told(cold));
      }
    }),
    { numRuns: 8 },
  );
});

test('… and so are the bytes of the site', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 2 }), async (edits) => {
      const one = desk();
      await one.built(one.loaded());
      for (const step of edits) one.apply(step);
      const { warm, cold } = await one.built(one.loaded());
      expect(warm).toEqual(cold);
    }),
    { numRuns: 2 },
  );
});

test('a process that reads again and again takes a notice out of the cache once', () => {
  const one = desk();
  one.loaded();
  const memory: Memory = new Map();
  one.loaded(memory);
  const [...first] = memory.values();
  one.loaded(memory);
  const [...second] = memory.values();
  expect(first.length).toBeGreaterThan(1);
  expect(second.every((entry) => first.includes(entry))).toBe(true);
});

/** Reads and checks a desk's content by its cache, and counts how often a notice was parsed. */
function counting(one: Desk) {
  const notices = noticesIn({ folder: one.cache, isKeptUp: false });
  const count = { parsed: 0 };
  const counted: NoticeReader = (found, rest) =>
    notices.read(
      found.map((one) => ({
        ...one,
        read() {
          count.parsed += 1;
          return one.read();
        },
      })),
      rest,
    );
  const { value: content } = readContent(one.content, () => now, imagesOf(), counted);
  for (const notice of content.notices) notices.findings(notice, content).built();
  checkRest(content);
  expect(content.notices.length).toBeGreaterThan(0);
  return { content, count };
}

test('a notice is not parsed again while nothing that it rests on has changed', () => {
  const one = desk();
  one.loaded();
  expect(counting(one).count.parsed).toBe(0);
});

test.each(['complete', 'demonstration', 'maintenance', 'reopened'])(
  'in %s a notice is parsed once, held no longer than it is checked, and read again for who asks more',
  (world) => {
    const { content, count } = counting(new Desk(folder(), join(base, '..', '..', world, 'content'), now));
    const { length } = content.notices;
    expect(count.parsed).toBe(length);
    for (const notice of content.notices) expect(notice.sound).toBeDefined();
    expect(count.parsed).toBe(2 * length);
  },
);

describe('what a notice rests on, and what is found of it then', () => {
  const link = (to: string) => `\n[See](../${to}/)\n`;
  const files = {
    ...settings,
    ...notice('one'),
    ...notice('two', 'Another', 'Une autre'),
    'incidents/one/en.md': `${enMd}${link('two')}`,
    'incidents/one/fr.md': `${frMd}${link('two')}`,
  };
  const hour = 3_600_000;
  const clock = Date.parse('2024-03-05T12:00-04:00');
  const told = ({ problems, site }: ReturnType<typeof load>) => [
    ...problems.map(({ rule, place }) => `${rule} ${place.file}`),
    ...(site?.incidents ?? []).map(
      ({ words }) => words.en?.sections.timeline?.parts.values().next().value?.body.html,
    ),
  ];
  test.each<[string, (content: string) => void, number]>([
    [
      'the address of a notice that it links to',
      (content) =>
        filled(content, { 'incidents/two/en.md': enMd.replace('title:', 'slug: elsewhere\ntitle:') }),
      clock,
    ],
    [
      'a notice that it links to and that is gone',
      (content) => rmSync(join(content, 'incidents/two'), { recursive: true }),
      clock,
    ],
    ['a promise that is overdue', () => {}, clock + 48 * hour],
    ['an entry that is still to come', () => {}, clock - 96 * hour],
    ['the settings', (content) => filled(content, { 'site.yml': siteYml.replace('email:', 'mail:') }), clock],
    [
      'a term of the team',
      (content) =>
        filled(content, { 'glossary.yml': 'terms:\n  - { lang: en, avoid: looking, use: searching }\n' }),
      clock,
    ],
  ])('%s', (_name, change, later) => {
    const [content, cache] = [filled(join(folder(), 'content'), files), folder()];
    const before = load(content, () => clock, { folder: cache, isKeptUp: true });
    expect(before.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    change(content);
    const after = told(load(content, () => later, { folder: cache, isKeptUp: true }));
    expect(after).toEqual(told(load(content, () => later)));
    expect(after).not.toEqual(told(before));
  });
});

const dayLong = 24 * 3_600_000;

test.each([
  ['a credit that could be claimed until lately', 'credit/over', 80, 20],
  ['an incident that is open for more than a year', 'time/unlikely', 300, 380],
])('by a clock long after the facts: %s', (_name, rule, first, second) => {
  const start = Date.parse('2024-03-02T12:00-04:00');
  const facts = `services: [email]
impact: critical
timeline:
  - { at: 2024-03-02 06:40, phase: investigating }
  - { at: 2024-12-01 06:40, phase: ${rule === 'credit/over' ? 'resolved' : 'identified'}, next: 2025-11-01 09:00 }
credits:
  bill: { for: { en: all, fr: toute la clientèle }, amount: 20, how: { en: Call, fr: Appelez }${rule === 'credit/over' ? ', claim_by: 2025-01-15' : ''} }
`;
  const later = {
    en: '### 2024-12-01 06:40\n\nWe know more.\n',
    fr: '### 2024-12-01 06:40\n\nNous en savons plus.\n',
  };
  const base = rule === 'credit/over' ? Date.parse('2025-01-15T12:00-04:00') : start;
  const [content, cache] = [
    filled(join(folder(), 'content'), {
      ...settings,
      'incidents/one/incident.yml': facts,
      'incidents/one/en.md': `${enMd}\n${later.en}\n## Credits\n\n### $20 {#bill}\n\nCall us.\n`,
      'incidents/one/fr.md': `${frMd}\n${later.fr}\n## Crédits\n\n### 20 $ {#bill}\n\nAppelez-nous.\n`,
    }),
    folder(),
  ];
  const rules = (days: number, kept?: string) => {
    const use = kept === undefined ? undefined : { folder: kept, isKeptUp: true };
    const one = load(content, () => base + days * dayLong, use);
    return one.problems.map((problem) => problem.rule);
  };
  expect(rules(first, cache)).not.toContain(rule);
  expect(rules(second)).toContain(rule);
  expect(rules(second, cache)).toEqual(rules(second));
});

describe('a store', () => {
  const bytes = (text: string) => Buffer.from(text);

  test('gives back what was kept, and nothing that was changed since', () => {
    const place = folder();
    const first = openStore(place, 'x');
    first.set('a', bytes('one'));
    first.set('b', bytes('two'));
    expect(first.get('a')).toEqual(bytes('one'));
    first.save();
    const second = openStore(place, 'x');
    expect([second.get('a'), second.get('b'), second.get('c')]).toEqual([
      bytes('one'),
      bytes('two'),
      undefined,
    ]);
    second.save();
    writeFileSync(join(place, 'x.1.data'), 'onetwa');
    const third = openStore(place, 'x');
    expect([third.get('a'), third.get('b')]).toEqual([bytes('one'), undefined]);
  });

  test('drops what several runs did not ask for, and then the room that it took', () => {
    const place = folder();
    const first = openStore(place, 'x');
    first.set('large', new Uint8Array(200_000));
    first.set('small', bytes('kept'));
    first.save();
    for (let run = 0; run < 5; run += 1) {
      const next = openStore(place, 'x');
      expect(next.get('small')).toEqual(bytes('kept'));
      next.save();
    }
    expect(openStore(place, 'x').has('large')).toBe(false);
    const size = readdirSync(place).reduce((sum, name) => sum + statSync(join(place, name)).size, 0);
    expect(size).toBeLessThan(1_000);
  });

  test('of a former program goes, and nothing that is no store', () => {
    const place = folder();
    for (const name of ['pages', 'search']) {
      const store = openStore(place, name);
      store.set('a', bytes('one'));
      store.save();
    }
    writeFileSync(join(place, 'notes.txt'), '');
    removeOthers(place, ['pages']);
    expect(readdirSync(place).sort()).toEqual(['notes.txt', 'pages.1.data', 'pages.json']);
  });

  test('that cannot be written costs nothing but itself', () => {
    const place = join(folder(), 'file');
    writeFileSync(place, '');
    const store = openStore(place, 'x');
    store.set('a', bytes('one'));
    store.save();
    expect(openStore(place, 'x').isEmpty).toBe(true);
  });
});
