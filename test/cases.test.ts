/**
 * Mistakes that teams have made with programs of this kind, each a small site with the right result: what is told of it,
 * and what readers see. Beside each stands a neighbour that is sound, or of the other language.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { instantsOfWall } from '../src/language/format/zones.ts';
import { formatProblem } from '../src/language/problem-text.ts';
import type { Locale } from '../src/model/values.ts';
import { cards } from '../src/outputs/cards/cards.ts';
import { contextsOf } from '../src/pages/context/locale-context.ts';
import { pages } from '../src/pages/pages.ts';
import { createRenderer } from '../src/site/build/render.ts';
import { load } from '../src/site/load.ts';
import { wordsOf } from '../src/views/scripts/search-words.js';
import { contentFolder, type Files } from './content/folder.ts';

const site = `url: https://etat.exemple.ca
zone: America/Halifax
primary: fr
name: { en: Port notices, fr: Avis du port }
organization: { en: Port of Digby, fr: Port de Digby }
services:
  crane: { name: { en: Cranes, fr: Grues } }
  gate: { name: { en: Gate, fr: Barrière } }
`;

interface Words {
  readonly title?: string;
  readonly summary?: string;
  readonly opening?: string;
  readonly more?: string;
  readonly head?: string;
}

const said = {
  en: {
    title: 'Cranes stopped',
    summary: 'No ship is unloaded.',
    timeline: 'Timeline',
    entry: 'We are on it.',
  },
  fr: {
    title: 'Grues à l’arrêt',
    summary: 'Aucun navire n’est déchargé.',
    timeline: 'Chronologie',
    entry: 'Nous nous en occupons.',
  },
} as const;

function textOf(locale: Locale, times: readonly string[], words: Words = {}): string {
  const own = said[locale];
  const entries = times.map((time) => `### ${time}\n\n${own.entry}\n`).join('\n');
  return `---\ntitle: ${words.title ?? own.title}\nsummary: ${words.summary ?? own.summary}\n${words.head ?? ''}---\n\n${words.opening ?? ''}\n\n${
    times.length === 0 ? '' : `## ${own.timeline}\n\n${entries}`
  }\n${words.more ?? ''}`;
}

/** The files of a notice: its facts, the times of its entries, and what the words add. */
function notice(
  id: string,
  facts: string,
  times: readonly string[],
  words: { readonly en?: Words; readonly fr?: Words } = {},
  kind = 'incident',
): Files {
  const folder = `${kind === 'incident' ? 'incidents' : 'maintenance'}/${id}`;
  return {
    [`${folder}/${kind}.yml`]: facts,
    [`${folder}/en.md`]: textOf('en', times, words.en),
    [`${folder}/fr.md`]: textOf('fr', times, words.fr),
  };
}

/** An incident of November 20, 2026, from 9 a.m. to 3 p.m. */
const day = ['2026-11-20 09:00', '2026-11-20 15:00'];
const over = `services: [crane]
impact: critical
timeline:
  - { at: 2026-11-20 09:00, phase: investigating }
  - { at: 2026-11-20 15:00, phase: resolved }
`;
const open = (next: string, more = '') => `services: [crane]
impact: critical
timeline:
  - at: 2026-12-01 09:00
    phase: investigating
    next: ${next}
${more}`;

/** A site as `check` and readers have it, at 10 a.m. on December 1, 2026, in Halifax unless told. */
function tried(files: Files, now = '2026-12-01 10:00', settings = site) {
  const folder = contentFolder({
    'incidents/mail/incident.yml': undefined,
    'incidents/mail/en.md': undefined,
    'incidents/mail/fr.md': undefined,
    'site.yml': settings,
    ...files,
  });
  const [date = '', time = ''] = now.split(' ');
  const result = load(folder, (zone) => instantsOfWall(date, time, zone)[0]?.epoch ?? 0);
  const rules = result.problems.map(
    ({ rule, place }) => `${place.file.slice(folder.length + 1)}:${place.line}:${place.column} ${rule}`,
  );
  const words = (locale: Locale) =>
    result.problems.map((problem) => {
      const { message, hint } = formatProblem(problem, locale);
      return `${message} | ${hint ?? ''}`;
    });
  const html = (path: string): string => {
    if (result.site === undefined || result.now === undefined) throw new Error(rules.join('\n'));
    const page = pages(contextsOf(result.site, result.now)).find((one) => one.path === path);
    if (page === undefined) throw new Error(`no page ${path}`);
    return createRenderer()(page);
  };
  const text = (path: string): string =>
    html(path)
      .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
  return { rules, words, html, text, result };
}

test('typography changes no postal code and no name of a room: words, title, description, names of the site', () => {
  const address = 'Ottawa (Ontario) K1A 0H3';
  const { html, rules } = tried(
    notice('desk', over, day, {
      fr: {
        title: 'Guichet du G1R 5H1 fermé',
        summary: `"Écrivez-nous : ${address}."`,
        opening: 'Voyez la salle 3H et le local 12H, ou le B3H 4R2, avant 16h30.',
      },
      en: {
        title: 'Desk of G1R 5H1 closed',
        summary: `"Write to us: ${address}."`,
        opening: 'See room 3H and room 12H, or B3H 4R2, before 4:30 p.m.',
      },
    }),
    undefined,
    site.replace('fr: Port de Digby', `fr: "Port, ${address}"`),
  );
  const page = html('/fr/incidents/desk/').replaceAll('\u00a0', ' ');
  for (const kept of ['G1R 5H1', 'salle 3H', 'local 12H', 'B3H 4R2', `Port, ${address}`])
    expect(page).toContain(kept);
  expect(page).toMatch(/<meta name="description"[^>]*K1A 0H3/);
  expect(page).not.toMatch(/0 h 03|5 h 01|3 h[,. ]/);
  // What is an hour is set all the same.
  expect(page).toContain('avant 16 h 30');
  expect(html('/en/incidents/desk/')).toContain('B3H 4R2');
  expect(rules).toEqual([]);
});

describe('a time as other programs print it is told with what to write', () => {
  test.each([
    ['2026-11-20 09:00 UTC', '2026-11-20 09:00Z'],
    ['2026-11-20 09:00 GMT', '2026-11-20 09:00Z'],
    ['2026-11-20 10:00 +0000', '2026-11-20 10:00Z'],
    ['2026-11-20T09:00:00.000Z', '2026-11-20T09:00:00Z'],
    ['2026-11-20T09:00:00.123-04:00', '2026-11-20T09:00:00-04:00'],
  ])('%s', (written, meant) => {
    const facts = `services: [crane]\nimpact: major\ntimeline:\n  - { at: ${written}, phase: resolved }\n`;
    const { words } = tried(notice('a', facts, []));
    expect(words('en')[0]).toContain(`Write: ${meant}`);
    expect(words('fr')[0]).toContain(`Écrivez\u00a0: ${meant}`);
    const sound = tried(notice('a', facts.replace(written, meant), [meant]));
    expect(sound.rules).toEqual([]);
  });
});

describe('years and days that cannot be', () => {
  test.each([
    [
      'an end before the last word',
      `closed: 2026-11-20 10:00\n${over.replace('resolved', 'monitoring')}`,
      'time/order',
    ],
    ['a start a thousand years ago', `started: 1026-11-20\n${over}`, 'time/unlikely'],
    ['a start thirty years ago', `started: 1996-11-20\n${over}`, 'time/unlikely'],
    [
      'a claim before the outage',
      `${over}credits:\n  c: { for: { en: all, fr: tous }, how: { en: call, fr: appeler }, claim_by: 2025-12-31 }\n`,
      'time/order',
    ],
    [
      'a promise kept before the outage',
      `${over}commitments:\n  c: { owner: { en: us, fr: nous }, due: 2027-01-31, done: 2025-12-20 }\n`,
      'time/order',
    ],
    [
      'a promise given up before the outage',
      `${over}commitments:\n  c: { owner: { en: us, fr: nous }, due: 2027-01-31, dropped: 2026-11-19 }\n`,
      'time/order',
    ],
    [
      'a correction of what was not said yet',
      `${over}corrections:\n  - { at: 2026-11-19 10:00, to: 2026-11-20 09:00 }\n`,
      'time/order',
    ],
  ])('%s', (_, facts, rule) => {
    expect(tried(notice('a', facts, day)).rules.filter((one) => one.endsWith(` ${rule}`))).toHaveLength(1);
  });

  test('the same days, a year later, are sound', () => {
    const facts = `started: 2026-11-20 08:30\n${over}commitments:\n  c: { owner: { en: us, fr: nous }, due: 2027-01-31, done: 2026-11-30 }\n`;
    const words = {
      en: { more: '## Commitments\n\n### Check the brakes {#c}\n\nDone.\n' },
      fr: { more: '## Engagements\n\n### Vérifier les freins {#c}\n\nC’est fait.\n' },
    };
    expect(tried(notice('a', facts, day, words)).rules).toEqual([]);
  });

  test('a next word promised for another decade', () => {
    const facts = open('2062-12-01 12:00', '    expected: 2206-12-01\n');
    const { rules, words } = tried(notice('a', facts, ['2026-12-01 09:00']));
    expect(rules).toEqual([
      'incidents/a/incident.yml:6:11 time/unlikely',
      'incidents/a/incident.yml:7:15 time/unlikely',
    ]);
    expect(words('en')[0]).toContain('Check the year');
    expect(words('fr')[0]).toContain('Vérifiez l’année');
    expect(tried(notice('a', open('2026-12-02 12:00'), ['2026-12-01 09:00'])).rules).toEqual([]);
  });
});

describe('windows and phases that contradict each other', () => {
  const window = (from: string, until: string, more: string) =>
    `services: [gate]\nimpact: minor\nannounced: 2026-11-01 09:00\nfrom: ${from}\nuntil: ${until}\n${more}`;
  const done = (on: string) =>
    `timeline:\n  - { at: ${on} 01:10, phase: in_progress }\n  - { at: ${on} 03:50, phase: completed }\n`;
  const at = (facts: string, times: readonly string[]) =>
    tried(notice('work', facts, times, {}, 'maintenance')).rules.map((one) => one.split(' ').at(-1));
  const times = ['2026-11-20 01:10', '2026-11-20 03:50'];
  const night = ['2026-11-20 01:00', '2026-11-20 04:00'] as const;

  test('completed before the window opens', () => {
    const facts = window('2026-12-10 01:00', '2026-12-10 04:00', done('2026-11-20'));
    expect(at(facts, times)).toContain('facts/contradiction');
    expect(at(window(...night, done('2026-11-20')), times)).toEqual([]);
  });
  test('cancelled after it was completed', () => {
    expect(at(window(...night, `cancelled: 2026-11-25 09:00\n${done('2026-11-20')}`), times)).toEqual([
      'facts/contradiction',
    ]);
  });
  test('completed, then scheduled', () => {
    const again = `${done('2026-11-20')}  - { at: 2026-11-20 05:00, phase: scheduled }\n`;
    expect(at(window(...night, again), [...times, '2026-11-20 05:00'])).toContain('facts/contradiction');
  });
  test('moved to the very same window', () => {
    const moved = `moved:\n  - { at: 2026-11-10 09:00, from: ${night[0]}, until: ${night[1]} }\n`;
    expect(at(window(...night, `${moved}${done('2026-11-20')}`), times)).toEqual(['facts/contradiction']);
  });
});

describe('an incident over New Year', () => {
  const facts = `services: [crane]
impact: critical
timeline:
  - { at: 2025-12-30 22:00, phase: investigating }
  - { at: 2026-01-03 08:00, phase: resolved }
`;
  const frost = () => tried(notice('frost', facts, ['2025-12-30 22:00', '2026-01-03 08:00']));
  test.each([
    ['/en/history/2025/', '1 incident. Total duration: 1 day and 2 hours', undefined],
    ['/en/history/2026/', '1 incident. Total duration: 2 days and 8 hours', 'Begun in 2025'],
    ['/fr/historique/2025/', '1 incident. Durée totale : 1 jour et 2 heures', undefined],
    ['/fr/historique/2026/', '1 incident. Durée totale : 2 jours et 8 heures', 'Commencés en 2025'],
  ])('%s', (path, total, from) => {
    const { text } = frost();
    expect(text(path).replaceAll('\u00a0', ' ')).toContain(total);
    if (from !== undefined) expect(text(path)).toContain(from);
  });
});

test('“midnight” is told, and a page says of which day; a heading begins with a capital', () => {
  const facts = `services: [crane]\nimpact: major\ntimeline:\n  - { at: 2026-12-01 00:00, phase: investigating, next: 2026-12-02 00:00 }\n`;
  const { rules, words, text } = tried(notice('a', facts, ['2026-12-01 00:00']));
  expect(rules).toEqual(['incidents/a/incident.yml:4:57 time/midnight']);
  expect(words('en')[0]).toContain('Write: 2026-12-01 23:59');
  expect(words('fr')[0]).toContain('Écrivez\u00a0: 2026-12-01 23:59');
  expect(text('/en/incidents/a/')).toMatch(/Dec\. 2, midnight AT \(start of the day\).* Midnight – /);
  expect(text('/fr/incidents/a/')).toMatch(/2 déc\., minuit \(HA, début de la journée\).* Minuit – /);
  const evening = facts.replace('2026-12-02 00:00', '2026-12-01 23:59');
  expect(tried(notice('a', evening, ['2026-12-01 00:00'])).rules).toEqual([]);
});

describe('addresses of notices', () => {
  test.each(['7', '2041'])('an id of digits alone is told on the first day: %s', (id) => {
    const { rules, words } = tried(notice(id, over, day));
    expect(rules.map((one) => one.split(' ')[1])).toEqual(['slug/format', 'slug/format']);
    expect(words('en')[0]).toContain(`slug: incident-${id}`);
    expect(tried(notice(`incident-${id}`, over, day)).rules).toEqual([]);
  });
  test('a slug that no folder can have is told, with a shorter one', () => {
    const { rules, words } = tried(
      notice('a', over, day, { fr: { head: `slug: ${'grue-'.repeat(60)}fin\n` } }),
    );
    expect(rules).toEqual(['incidents/a/fr.md:4:7 slug/format']);
    for (const locale of ['en', 'fr'] as const) {
      const [, shorter = ''] = /: ([a-z-]+)$/.exec(words(locale)[0] ?? '') ?? [];
      expect(shorter).toMatch(/^grue-(?:grue-)*grue$/);
      expect(tried(notice('a', over, day, { fr: { head: `slug: ${shorter}\n` } })).rules).toEqual([]);
    }
  });
});

describe('what people paste from elsewhere', () => {
  const paste = (note: string) => `Voir https://exemple.ca/aide, www.exemple.ca ou aide@exemple.ca.

> [!${note}]
> Attention.

- [ ] freins
- [x] câbles

Note[^1] et [lien][absent].

| a | b |
|---|---|
| 1 | 2 | 3 |
`;
  test('bare addresses are links; what only GitHub shows, and a lost cell, are told', () => {
    const { rules, html } = tried(
      notice('a', over, day, {
        en: {
          opening: paste('TIP')
            .replace('Voir', 'See')
            .replace(' ou ', ' or ')
            .replace('Attention', 'Careful')
            .replace('freins', 'brakes')
            .replace('câbles', 'cables')
            .replace(' et ', ' and ')
            .replace('lien', 'link'),
        },
        fr: { opening: paste('WARNING') },
      }),
    );
    for (const locale of ['en', 'fr'] as const) {
      const page = html(`/${locale}/incidents/a/`);
      expect(page).toContain('<a href="https://exemple.ca/aide">https://exemple.ca/aide</a>');
      expect(page).toContain('<a href="https://www.exemple.ca">www.exemple.ca</a>');
      expect(page).toContain('<a href="mailto:aide@exemple.ca">aide@exemple.ca</a>');
      const told = rules
        .filter((one) => one.startsWith(`incidents/a/${locale}.md`))
        .map((one) => one.split(/[: ]/).slice(1).join(' '));
      expect(told).toEqual([
        '8 3 markdown/github',
        '11 3 markdown/github',
        '12 3 markdown/github',
        '14 5 markdown/github',
        expect.stringMatching(/^14 1\d markdown\/github$/),
        '18 11 markdown/table',
      ]);
    }
  });

  test.each([
    ['after a colon', `services:\u00a0[crane]\n${over.slice(over.indexOf('impact'))}`, '1:10', 'U+00A0'],
    [
      'at the start of a line',
      over.replace('  - { at: 2026-11-20 15', '\u00a0 - { at: 2026-11-20 15'),
      '5:1',
      'U+00A0',
    ],
    ['a narrow one', `services:\u202f[crane]\n${over.slice(over.indexOf('impact'))}`, '1:10', 'U+202F'],
  ])('a no-break space in YAML is named, at its place: %s', (_, facts, place, sign) => {
    const { rules, words } = tried(notice('a', facts, day));
    expect(rules[0]).toBe(`incidents/a/incident.yml:${place} yaml/syntax`);
    expect(words('en')[0]).toContain(sign);
    expect(words('fr')[0]).toContain(sign);
  });
});

/** A JPEG of 200 × 100 that the camera held upright (orientation 6), with the place where it was taken; then padding. */
function photograph(position: boolean, padding = 0): Buffer {
  const ifd = (entries: readonly (readonly [tag: number, type: number, count: number, value: number])[]) =>
    Buffer.concat([
      Buffer.from([0, entries.length]),
      ...entries.map(([tag, type, count, value]) => {
        const entry = Buffer.alloc(12);
        entry.writeUInt16BE(tag, 0);
        entry.writeUInt16BE(type, 2);
        entry.writeUInt32BE(count, 4);
        if (type === 3) entry.writeUInt16BE(value, 8);
        else entry.writeUInt32BE(value, 8);
        return entry;
      }),
      Buffer.alloc(4),
    ]);
  const first = ifd([[0x0112, 3, 1, 6], ...(position ? [[0x8825, 4, 1, 38] as const] : [])]);
  const place = position ? ifd([[0x0001, 2, 2, 0x4e000000]]) : Buffer.alloc(0);
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), first, place]);
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const frame = Buffer.from([8, 0, 100, 0, 200, 1, 1, 0x11, 0]);
  const filler = Array.from({ length: Math.ceil(padding / 60_000) }, () =>
    segment(0xfe, Buffer.alloc(60_000)),
  );
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    ...filler,
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0, 0xff, 0xd9]),
  ]);
}

describe('photographs', () => {
  const both = (image: string): { en: Words; fr: Words } => ({
    en: { opening: `![The quay](${image})` },
    fr: { opening: `![Le quai](${image})` },
  });
  test('one that says where it was taken is told, and is shown upright', () => {
    const { rules, html } = tried({
      ...notice('a', over, day, both('quai.jpg')),
      'incidents/a/quai.jpg': photograph(true),
    });
    expect(rules).toEqual(['incidents/a/en.md:6:1 image/position']);
    expect(html('/en/incidents/a/')).toContain('alt="The quay" width="100" height="200"');
    const plain = tried({
      ...notice('a', over, day, both('quai.jpg')),
      'incidents/a/quai.jpg': photograph(false),
    });
    expect(plain.rules).toEqual([]);
  });
  test('one of six megabytes is told', () => {
    const { rules } = tried({
      ...notice('a', over, day, both('quai.jpg')),
      'incidents/a/quai.jpg': photograph(false, 6_000_000),
    });
    expect(rules).toEqual(['incidents/a/en.md:6:1 image/weight']);
  });
  test.each(['NFC', 'NFD'] as const)('a name whose accents stand apart is found: the file in %s', (form) => {
    const other = form === 'NFC' ? 'NFD' : 'NFC';
    const { rules, html } = tried({
      ...notice('a', over, day, both('jetée-été.jpg'.normalize(other))),
      [`incidents/a/${'jetée-été.jpg'.normalize(form)}`]: photograph(false),
    });
    expect(rules).toEqual([]);
    expect(html('/fr/incidents/a/')).toContain('alt="Le quai" width="100"');
  });
});

test('a title that the letters of the picture cannot draw gives way to the name of the site', () => {
  const files = {
    ...notice('a', over, day, { en: { title: 'ᓄᓇᕗᑦ slow' }, fr: { title: 'ᓄᓇᕗᑦ au ralenti' } }),
    ...notice('b', over, day),
  };
  const { site: read, now } = tried(files).result;
  if (read === undefined || now === undefined) throw new Error('not read');
  const made = [...cards(contextsOf(read, now))];
  for (const locale of ['en', 'fr'] as const) {
    const drawn = (id: string) => made.find(({ path }) => path.endsWith(`/${locale}/${id}.png`));
    expect(drawn('a')).toMatchObject({ instead: { en: 'Port notices', fr: 'Avis du port' }[locale] });
    expect(drawn('b')).toMatchObject({ title: said[locale].title });
  }
});

test('names written from right to left are set apart from their neighbours', () => {
  const settings = site
    .replace('en: Cranes, fr: Grues', 'en: דואר, fr: דואר')
    .replace('en: Gate, fr: Barrière', 'en: هاتف, fr: هاتف');
  const { html } = tried(notice('a', over.replace('[crane]', '[crane, gate]'), day), undefined, settings);
  for (const path of ['/en/', '/fr/', '/en/incidents/a/', '/fr/incidents/a/']) {
    expect(html(path)).toContain('<bdi>דואר</bdi>');
    expect(html(path)).toContain('<bdi>هاتف</bdi>');
    expect(html(path).replace(/<bdi>[^<]*<\/bdi>|<head>.*<\/head>/gs, '')).not.toMatch(
      /(?<![">])(?:דואר|هاتف)/,
    );
  }
});

describe('a window that passes after the page was made', () => {
  test.each([
    ['en', '/en/maintenance/work/', 'has begun', 'has ended'],
    ['fr', '/fr/entretien/work/', 'a commencé', 's’est terminé'],
  ])('its page holds what to say then: %s', (_, path, begun, ended) => {
    const facts = 'services: [gate]\nimpact: minor\nfrom: 2026-12-01 11:00\nuntil: 2026-12-01 13:00\n';
    const { html } = tried(notice('work', facts, [], {}, 'maintenance'));
    const [state = ''] = html(path).match(/<[^>]*data-ends=[^>]*>/) ?? [];
    expect(state).toContain('data-begins="2026-12-01T15:00:00.000Z"');
    expect(state).toContain('data-ends="2026-12-01T17:00:00.000Z"');
    expect(state).toContain(begun);
    expect(state).toContain(ended);
  });
});

test('of several open incidents the worst comes first, and links that lead to other places differ', () => {
  const at = (hour: string, impact: string) =>
    `services: [crane]\nimpact: ${impact}\ntimeline:\n  - { at: 2026-12-01 ${hour}:00, phase: investigating, next: 2026-12-01 12:00 }\n`;
  const { text, html } = tried({
    ...notice('slow', at('09', 'minor'), ['2026-12-01 09:00']),
    ...notice('dark', at('07', 'critical'), ['2026-12-01 07:00']),
    ...notice('late', at('08', 'critical'), ['2026-12-01 08:00']),
  });
  for (const [path, title] of [
    ['/en/', 'Cranes stopped'],
    ['/fr/', 'Grues à l’arrêt'],
  ] as const) {
    const main = html(path).slice(html(path).indexOf('<main'));
    const order = ['late', 'dark', 'slow'].map((id) =>
      main.search(new RegExp(`href="/(?:en|fr)/incidents/${id}/"`)),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(text(path)).toContain(title);
    const links = new Map<string, Set<string>>();
    for (const [, href = '', words = ''] of main.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)) {
      const name = words
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      links.set(name, (links.get(name) ?? new Set()).add(href));
    }
    for (const [name, places] of links) expect([...places], name).toHaveLength(1);
  }
});

describe('times after British Columbia and Alberta stopped changing their clocks', () => {
  test.each([
    ['America/Vancouver', '-07:00', 'PT (UTC−7)'],
    ['America/Edmonton', '-06:00', 'MT (UTC−6)'],
  ])('%s', (zone, offset, name) => {
    const facts = `services: [crane]
impact: critical
timeline:
  - { at: 2026-12-05 13:00, phase: investigating }
  - { at: 2026-12-05 22:00Z, phase: resolved }
`;
    const { html, text } = tried(
      notice('a', facts, ['2026-12-05 13:00', '2026-12-05 22:00Z']),
      '2026-12-06 10:00',
      site.replace('America/Halifax', zone),
    );
    expect(html('/en/incidents/a/')).toContain(`<time datetime="2026-12-05T13:00${offset}"`);
    expect(html('/en/incidents/a/')).toContain(`id="t-20261205T1300${offset.replace(':', '')}"`);
    expect(text('/en/incidents/a/').replaceAll('\u00a0', ' ')).toContain(`1 p.m. ${name}`);
  });
});

/** The script of the pages in a runtime of another zone, with a page that holds these times; what stands beside them. */
function ownClock(lang: string, zone: string, times: readonly string[]): readonly string[] {
  const script = readFileSync(join(import.meta.dirname, '..', 'src', 'views', 'scripts', 'times.js'), 'utf8');
  const page = `
    const told = [];
    const times = ${JSON.stringify(times)}.map((dateTime) => ({
      dateTime, closest: () => null, matches: () => false, after: (words) => told.push(words),
    }));
    let press;
    globalThis.document = {
      documentElement: { lang: '${lang}' },
      currentScript: { dataset: { offer: 'x', here: '…' } },
      querySelectorAll: (asked) => (asked === 'main time' ? times : []),
      querySelector: () => ({ after: () => undefined }),
      createElement: () => ({ addEventListener: (_, run) => (press = run), remove: () => undefined }),
    };
    globalThis.setInterval = () => 0;
    ${script}
    press();
    console.log(JSON.stringify(told.map((words) => words.trim())));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', page], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('the reader’s own clock speaks as the page does', () => {
  const times = ['2026-11-30T22:00-04:00', '2026-12-01T13:00-04:00', '2026-12-02T01:00-04:00'];
  test.each([
    ['fr-CA', 'Asia/Tokyo', ['1er\u00a0décembre, 11\u00a0h', '2\u00a0décembre, 2\u00a0h', '14\u00a0h']],
    ['en-CA', 'America/Toronto', ['9\u00a0p.m.', 'noon', 'midnight']],
    ['fr-CA', 'America/Toronto', ['21\u00a0h', 'midi', 'minuit']],
    ['en-CA', 'America/Vancouver', ['7\u00a0p.m.', '10\u00a0a.m.', 'December\u00a01, 10\u00a0p.m.']],
  ])('%s in %s', (lang, zone, words) => {
    expect(ownClock(lang, zone, times)).toEqual(words);
  });
});

describe('the search of a keyboard without œ', () => {
  test('sees one word in both spellings; test/browser/search.test.ts types them', () => {
    for (const [one, other] of [
      ['nœud', 'noeud'],
      ['Cœur', 'coeur'],
      ['œuvre', 'OEUVRE'],
      ['vitæ', 'vitae'],
    ] as const)
      expect(wordsOf(one, 'fr')).toEqual(wordsOf(other, 'fr'));
  });
});
