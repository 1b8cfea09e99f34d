import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outputOf } from '../../src/model/urls.ts';
import type { Locale } from '../../src/model/values.ts';
import type { Output } from '../../src/outputs/output.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { searchOf } from '../../src/site/build/search.ts';
import { type Sought, soughtIn } from '../../src/site/build/sought.ts';
import { writerIn } from '../../src/site/build/write.ts';
import { likeness, openSearch, stemOf } from '../../src/views/scripts/search-index.js';
import { wordsOf } from '../../src/views/scripts/search-words.js';
import { searchIn } from '../searched.ts';
import { type World, world } from '../worlds.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A world's documents in a folder. */
function written(name: World): string {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  folders.push(folder);
  const { site, now } = world(name);
  const render = createRenderer();
  const writer = writerIn(folder);
  for (const page of pages(contextsOf(site, now))) writer.write(outputOf(decodeURI(page.path)), render(page));
  return folder;
}

/** The search of a language, as a page opens it, on files that stand in memory. */
function opened(files: readonly Output[], language: Locale) {
  const byPath = new Map(files.map(({ path, content }) => [path, String(content)]));
  return openSearch(language, async (name) => JSON.parse(byPath.get(`assets/search/${name}.json`) ?? ''));
}

type Chosen = Readonly<Record<string, readonly string[]>>;

async function found(
  files: readonly Output[],
  language: Locale,
  query: string,
  chosen: Chosen = {},
): Promise<readonly string[]> {
  const search = await opened(files, language);
  const numbers = await search.find(query, chosen);
  return Promise.all(numbers.map(async (number) => (await search.page(number)).path));
}

describe('the index of a site', () => {
  let files: readonly Output[];
  let folder: string;
  beforeAll(() => {
    folder = written('late');
    files = searchIn(folder);
  });

  // The world's French lacks the radio; its English lacks the letters, the mast, the page and the standing questions.
  test.each([
    [
      'en',
      [
        '/en/incidents/radio-off-the-air/',
        '/en/incidents/radio-off-the-air/apology/',
        '/en/incidents/radio-off-the-air/faq/',
      ],
    ],
    [
      'fr',
      [
        '/fr/entretien/ampoules-du-pylone/',
        '/fr/faq/',
        '/fr/incidents/infolettre-envoyee-deux-fois/',
        '/fr/nous-ecrire/',
      ],
    ],
  ] as const)('in %s has what is published in that language and nothing else', async (language, expected) => {
    const { count, pages: named } = JSON.parse(
      String(files.find(({ path }) => path === `assets/search/${language}.json`)?.content),
    );
    const search = await opened(files, language);
    const all = await Promise.all(Array.from({ length: count }, (_none, at) => search.page(at)));
    expect(named).toHaveLength(1);
    expect(all.map(({ path }) => path).sort()).toEqual(expected);
  });

  test('knows the service, the year, the state and the date of a notice', async () => {
    const path = '/fr/incidents/infolettre-envoyee-deux-fois/';
    const chosen = { service: ['letters'], year: ['2026'] };
    expect(await found(files, 'fr', 'infolettre', chosen)).toEqual([path]);
    expect(await found(files, 'fr', 'infolettre', { ...chosen, year: ['2025'] })).toEqual([]);
    expect(await found(files, 'fr', 'infolettre', { ...chosen, service: ['radio'] })).toEqual([]);
    const search = await opened(files, 'fr');
    const [number = 0] = await search.find('infolettre', chosen);
    const page = await search.page(number);
    expect(page.date).toBe('28\u00a0novembre 2026');
    expect(page.state).toContain('rétabli');
  });

  test('names what a page is about, where its heading alone does not, and says once what kind it is', async () => {
    const search = await opened(files, 'en');
    const all = await Promise.all([0, 1, 2].map((number) => search.page(number)));
    expect(all.map(({ title, state }) => [title, state])).toEqual([
      ['Radio off the air', 'Major outage'],
      ['Apology: Radio off the air', ''],
      ['Questions: Radio off the air', ''],
    ]);
  });

  test('leaves out what leads elsewhere, what is worked out, and menus', async () => {
    expect(await found(files, 'en', 'kept')).toEqual([]);
    expect(await found(files, 'en', 'back')).not.toContain('/en/incidents/radio-off-the-air/apology/');
    expect(await found(files, 'fr', 'menu')).toEqual([]);
  });

  test('is the same where a transform has taken quotation marks away', () => {
    const documents = globSync('**/*.html', { cwd: folder }).map((file) =>
      readFileSync(join(folder, file), 'utf8'),
    );
    const known = documents.flatMap((document) => soughtIn(document) ?? []);
    const bare = documents.map((document) =>
      document.replace(/=("[^\s"=<>]+")/g, (all) => all.replaceAll('"', '')),
    );
    expect(bare.flatMap((document) => soughtIn(document) ?? [])).toEqual(known);
    expect(known.length).toBeGreaterThan(5);
  });

  test('is the same, byte for byte, whatever the order in which the pages came', () => {
    expect(searchIn(folder, 'last')).toEqual(files);
  });
});

const page = (title: string, text: string, more: Partial<Sought> = {}): Sought => {
  const found = soughtIn(
    `<html lang="${more.locale ?? 'fr'}-CA"><meta property="og:title" content="${title}"><main id="Main" data-sought data-day="${more.day ?? '2026-01-01'}">${text}</main>`,
  );
  if (found === undefined) throw new Error('nothing is sought in it');
  return { ...found, ...more };
};

/** An index of these pages, each at an address of its number. */
function indexed(...all: readonly Sought[]): readonly Output[] {
  const search = searchOf();
  for (const [at, one] of all.entries()) search.add(`/${at}/`, one);
  return search.files();
}

describe('a word is found', () => {
  // Forms as the Bescherelle and any English grammar have them; pairs of one family are near enough to be meant.
  test.each([
    ['fr', 'remboursements', 'remboursement'],
    ['fr', 'remboursé', 'remboursement'],
    ['fr', 'rembourser', 'remboursées'],
    ['fr', 'journaux', 'journal'],
    ['fr', 'locaux', 'locales'],
    ['fr', 'réparation', 'réparés'],
    ['fr', 'transformateurs', 'transformateur'],
    ['fr', 'pannes', 'panne'],
    ['fr', 'généraux', 'générale'],
    ['en', 'restored', 'restoring'],
    ['en', 'restoration', 'restore'],
    ['en', 'delays', 'delayed'],
    ['en', 'cities', 'city'],
    ['en', 'outages', 'outage'],
    ['en', 'boxes', 'box'],
    ['en', 'stopped', 'stop'],
    ['en', 'refunds', 'refunded'],
    ['en', 'families', 'family'],
    ['en', 'supplies', 'supply'],
    ['fr', 'rétablir', 'rétabli'],
    ['fr', 'réseaux', 'réseau'],
    ['fr', 'nouveaux', 'nouveau'],
  ] as const)('in another form: %s %s, %s', async (language, one, other) => {
    for (const [query, text] of [
      [one, other],
      [other, one],
    ] as const) {
      const files = indexed(page('x', `<p>${text}</p>`, { locale: language }));
      expect(await found(files, language, query), `${query} in ${text}`).toEqual(['/0/']);
    }
  });

  test.each([
    ['fr', 'vélo', 'vent'],
    ['fr', 'fermer', 'ferraille'],
    ['fr', 'hiver', 'hic'],
    ['fr', 'courant', 'courriel'],
    ['fr', 'secteur', 'section'],
    ['fr', 'pluie', 'plus'],
    ['fr', 'panneau', 'panne'],
    ['fr', 'prix', 'pris'],
    ['fr', 'total', 'tôt'],
    ['fr', 'journée', 'journal'],
    ['fr', 'compteur', 'compte'],
    ['fr', 'tableau', 'table'],
    ['fr', 'génératrice', 'général'],
    ['fr', 'heureuse', 'heure'],
    ['fr', 'mois', 'moi'],
    ['fr', 'fois', 'foi'],
    ['en', 'statement', 'state'],
    ['en', 'evening', 'even'],
    ['en', 'news', 'new'],
    ['en', 'letter', 'let'],
    ['fr', 'h', 'historique'],
    ['en', 'power', 'pow'],
    ['en', 'status', 'stat'],
    ['en', 'bus', 'bu'],
  ] as const)('and not where another is meant: %s %s, %s', async (language, query, text) => {
    expect(await found(indexed(page('x', text, { locale: language })), language, query)).toEqual([]);
  });

  test('by its beginning, from the third letter on', async () => {
    const files = indexed(page('x', 'transformateur'));
    expect(await found(files, 'fr', 'tra')).toEqual(['/0/']);
    expect(await found(files, 'fr', 'tr')).toEqual([]);
  });

  test('after an elision, in capitals, without accents, with two letters for one', async () => {
    const files = indexed(page('x', 'De l’oxygène au CŒUR de l’Île, aujourd’hui.'));
    for (const query of [
      'oxygène',
      'l’oxygène',
      "L'OXYGENE",
      'coeur',
      'cœur',
      'ile',
      'Aujourd’hui',
      "aujourd'hui",
    ])
      expect(await found(files, 'fr', query), query).toEqual(['/0/']);
  });

  test('with or without the signs inside it', async () => {
    const files = indexed(page('x', 'Wi-Fi, 9-1-1, INC-2041, C++, info@exemple.ca, St. John’s, 1 234,56 $'));
    const queries = [
      'wifi',
      'Wi-Fi',
      '911',
      '9-1-1',
      'INC-2041',
      'inc2041',
      '2041',
      'C++',
      'info@exemple.ca',
    ];
    for (const query of [...queries, 'exemple', "St. John's", 'johns', '1 234,56 $'])
      expect(await found(files, 'fr', query), query).toEqual(['/0/']);
  });

  test('an hour and an amount as they are typed, without their spaces', async () => {
    const french = indexed(page('x', 'De 9\u00a0h à 8\u00a0h\u00a030\u00a0(HP), 1\u00a0500\u00a0$.'));
    for (const query of ['9h', '9 h', '8h30', '8 h 30', '1500', '1500 $', '1 500 $'])
      expect(await found(french, 'fr', query), query).toEqual(['/0/']);
    const english = indexed(
      page('x', 'From 9\u00a0a.m. to 8:30\u00a0p.m.\u00a0PT, $1,500.', { locale: 'en' }),
    );
    for (const query of ['9am', '9 a.m.', '8:30pm', '8:30', '1500', '$1,500'])
      expect(await found(english, 'en', query), query).toEqual(['/0/']);
    expect(await found(english, 'en', '9')).toEqual(['/0/']);
    expect(await found(english, 'en', '5')).toEqual([]);
  });

  test('and not the name of a list that a search can be narrowed to', async () => {
    const files = indexed(page('x', 'rien', { lists: ['year:2026', 'service:courriel', 'region:nord'] }));
    for (const query of ['year', 'service', 'region', 'reg'])
      expect(await found(files, 'fr', query)).toEqual([]);
  });

  test('and not what is only heard, drawn or worked out', async () => {
    const text =
      '<p>dit<span class="skip">, tu</span></p><table class="bars"><caption>barre</caption></table>';
    const files = indexed(page('x', `${text}<p aria-hidden="true">fin</p>`));
    expect(await found(files, 'fr', 'dit')).toEqual(['/0/']);
    for (const query of ['tu', 'barre', 'fin']) expect(await found(files, 'fr', query)).toEqual([]);
  });

  test('across an emphasis inside of it, and not across two cells', async () => {
    const files = indexed(
      page('x', '<p>trans<b>form</b>ateur</p><table><tr><td>bon</td><td>soir</td></tr></table>'),
    );
    expect(await found(files, 'fr', 'transformateur')).toEqual(['/0/']);
    expect(await found(files, 'fr', 'bonsoir')).toEqual([]);
  });

  test('of a page without one, none', async () => {
    const files = indexed(page('…', '—', { lists: [] }), page('x', 'mot'));
    expect(await found(files, 'fr', 'mot')).toEqual(['/1/']);
    expect(files.some(({ content }) => String(content).includes('"":'))).toBe(false);
  });

  test('whatever it is: what JavaScript has names for is a word like others', async () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const files = indexed(page('x', words.join(' ')), page('y', 'rien'));
    for (const query of words) expect(await found(files, 'fr', query), query).toEqual(['/0/']);
  });
});

describe('what is found', () => {
  test('has all words that were typed', async () => {
    const files = indexed(page('x', 'panne de courant'), page('y', 'panne de courriel'));
    expect(await found(files, 'fr', 'panne courriel')).toEqual(['/1/']);
    expect(await found(files, 'fr', 'panne gaz')).toEqual([]);
  });

  test('is named in its title before it is told, then the newest first', async () => {
    const files = indexed(
      page('Autre chose', 'panne', { day: '2026-03-01' }),
      page('Panne', 'panne', { day: '2019-03-01' }),
      page('Autre chose', 'panne', { day: '2026-04-01' }),
    );
    expect(await found(files, 'fr', 'panne')).toEqual(['/1/', '/2/', '/0/']);
  });

  test('without words is all that is in the lists, the newest first', async () => {
    const of = (day: string, ...lists: readonly string[]) => page('x', 'y', { day, lists });
    const files = indexed(
      of('2025-01-01', 'region:nord'),
      of('2026-01-01', 'region:*'),
      of('2026-02-01', 'region:sud'),
    );
    expect(await found(files, 'fr', '', { region: ['nord', '*'] })).toEqual(['/1/', '/0/']);
  });

  // Thousands of words, so that the list of them is cut into several files.
  test('is the same as by reading every page, by any words and with any number of files', async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdeé'), minLength: 1, maxLength: 5 });
    const texts = fc.array(fc.array(letters, { maxLength: 8 }), { minLength: 1, maxLength: 6 });
    const filler = Array.from({ length: 4_000 }, (_none, at) => `${at.toString(36)}z${at.toString(6)}`).join(
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(texts, letters, async (pages, query) => {
        const files = indexed(page('z', filler), ...pages.map((words) => page('z', words.join(' '))));
        const [sought = ''] = wordsOf(query, 'fr');
        const isMeant = (text: string) =>
          wordsOf(text, 'fr').some((word) => likeness(word, sought, 'fr') > 0);
        const expected = pages.flatMap((words, at) => (words.some(isMeant) ? [`/${at + 1}/`] : []));
        const inFiller = filler.split(' ').some(isMeant) ? ['/0/'] : [];
        expect((await found(files, 'fr', query)).toSorted()).toEqual([...inFiller, ...expected].toSorted());
      }),
      { numRuns: 60 },
    );
  });

  test('in thousands of pages, the newest first, whatever the order in which they came', async () => {
    const dayOf = (at: number) =>
      new Date(Date.UTC(2016, 0, 1 + ((at * 7) % 2_500))).toISOString().slice(0, 10);
    const days = Array.from({ length: 2_500 }, (_none, at) => dayOf(at));
    const paths = await found(indexed(...days.map((day) => page('x', 'panne', { day }))), 'fr', 'panne');
    expect(paths).toEqual(
      days
        .map((day, at) => ({ day, path: `/${at}/` }))
        .toSorted((a, b) => (a.day < b.day ? 1 : -1))
        .map(({ path }) => path),
    );
  });

  test('what a reader loads for a word is a small part of a long list', () => {
    const filler = Array.from({ length: 20_000 }, (_none, at) => `${at.toString(36)}z`).join(' ');
    const files = indexed(page('x', filler)).filter(({ path }) => path.startsWith('assets/search/fr'));
    expect(files.length).toBeGreaterThan(5);
    for (const { content } of files) expect(content.length).toBeLessThan(30_000);
  });
});

test('a stem begins as its word does but for its last letter, so that forms stand near each other in the list', () => {
  const words = fc.string({ unit: fc.constantFrom(...'aelmnrstux'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, fc.constantFrom<Locale>('en', 'fr'), (word, language) => {
      expect(word.startsWith(stemOf(word, language).slice(0, -1))).toBe(true);
    }),
  );
});
