import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outputOf } from '../../src/model/urls.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { indexSearch } from '../../src/site/build/search.ts';
import { writerIn } from '../../src/site/build/write.ts';
import { type World, world } from '../worlds.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A world's documents in a folder, written in that order. */
function written(name: World, order: 'first' | 'last'): string {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  folders.push(folder);
  const { site, now } = world(name);
  const render = createRenderer();
  const writer = writerIn(folder);
  const all = pages(contextsOf(site, now));
  for (const page of order === 'first' ? all : all.toReversed()) {
    writer.write(outputOf(decodeURI(page.path)), render(page));
  }
  return folder;
}

type Files = ReadonlyMap<string, string | Uint8Array>;

const indexed = async (folder: string): Promise<Files> =>
  new Map(
    (await indexSearch(folder, globSync('**/*.html', { cwd: folder }))).map(({ path, content }) => [
      path,
      content,
    ]),
  );

/** What the index holds of each page of a language, by its address. */
function fragments(files: Files, language: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, content] of files) {
    if (!path.startsWith(`pagefind/fragment/${language}_`) || typeof content === 'string') continue;
    const text = gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length);
    found.set(/"url":"([^"]*)"/.exec(text)?.[1] ?? '', text);
  }
  return found;
}

describe('the index', () => {
  let files: Files;
  beforeAll(async () => {
    files = await indexed(written('late', 'first'));
  });

  // The world's French lacks the radio; its English lacks the letters, the mast, the page and the standing questions.
  test.each([
    [
      'en-ca',
      [
        '/en/incidents/radio-off-the-air/',
        '/en/incidents/radio-off-the-air/apology/',
        '/en/incidents/radio-off-the-air/faq/',
      ],
    ],
    [
      'fr-ca',
      [
        '/fr/entretien/ampoules-du-pylone/',
        '/fr/faq/',
        '/fr/incidents/infolettre-envoyee-deux-fois/',
        '/fr/nous-ecrire/',
      ],
    ],
  ])('in %s has what is published in that language and nothing else', (language, expected) => {
    expect([...fragments(files, language).keys()].sort()).toEqual(expected);
  });

  test('has two languages', () => {
    const entry = JSON.parse(String(Buffer.from(files.get('pagefind/pagefind-entry.json') ?? '')));
    expect(Object.keys(entry.languages).sort()).toEqual(['en-ca', 'fr-ca']);
  });

  test('knows the service, the year, the state and the date of a notice', () => {
    const text = fragments(files, 'fr-ca').get('/fr/incidents/infolettre-envoyee-deux-fois/') ?? '{}';
    const { filters, meta } = JSON.parse(text);
    expect(filters).toEqual({ service: ['letters'], year: ['2026'] });
    expect(meta.date).toBe('28\u00a0novembre 2026');
    expect(meta.state).toContain('rétabli');
  });

  test('names what a page is about, where its heading alone does not', () => {
    const english = fragments(files, 'en-ca');
    const titleOf = (path: string) => JSON.parse(english.get(path) ?? '{}').meta?.title;
    expect(titleOf('/en/incidents/radio-off-the-air/')).toBe('Radio off the air');
    expect(titleOf('/en/incidents/radio-off-the-air/apology/')).toBe('Apology: Radio off the air');
    expect(titleOf('/en/incidents/radio-off-the-air/faq/')).toBe('Questions: Radio off the air');
  });

  test('says of no page twice what kind it is, and leaves out what leads elsewhere or is worked out', () => {
    const [apology, incident] = ['apology/', ''].map((part) =>
      JSON.parse(fragments(files, 'en-ca').get(`/en/incidents/radio-off-the-air/${part}`) ?? '{}'),
    );
    expect(apology.meta.state).toBeUndefined();
    expect(apology.content).not.toContain('Back to the incident');
    expect(incident.meta.state).toBe('Major outage');
    expect(incident.content).not.toContain('Promise kept');
  });

  test('leaves out menus, and interfaces that no page uses', () => {
    const text = fragments(files, 'fr-ca').get('/fr/incidents/infolettre-envoyee-deux-fois/') ?? '';
    expect(text).not.toMatch(/"content":"[^"]*(?:Passer au|Menu principal)/);
    expect([...files.keys()].filter((path) => /-ui\.|highlight|worker/.test(path))).toEqual([]);
  });

  test('parts an elision from its word', () => {
    const text = [...fragments(files, 'fr-ca').values()].join('');
    expect(text).not.toMatch(/[ldnsc]’[a-zà-ÿ]/i);
  });

  test('is the same, byte for byte, whatever the order in which the pages were written', async () => {
    const again = await indexed(written('late', 'last'));
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [path, content] of files) {
      expect(Buffer.compare(Buffer.from(again.get(path) ?? ''), Buffer.from(content)), path).toBe(0);
    }
  });
});
