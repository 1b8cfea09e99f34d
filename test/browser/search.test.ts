import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchIn } from '../searched.ts';
import { launchChromium } from './chromium.ts';
import { type Published, publish } from './published.ts';

let browser: Browser;
let site: Published;

beforeAll(async () => {
  site = await publish('utilities');
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Runs `steps` on a page; fails where it asked another host, or met the content policy. */
async function on(
  url: string,
  steps: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  const outside: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) outside.push(request.url());
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    await steps(page);
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** On a machine that is busy, the index takes its time. */
const eventually = <T>(ask: () => Promise<T>, message?: string) =>
  expect.poll(ask, { timeout: 10_000, ...(message && { message }) });

const french = (query = '') => `${site.origin}/fr/recherche/${query}`;
const titles = (page: Page) => page.locator('.found a').allTextContents();
const count = (page: Page) => page.locator('[role=status]');
/** What the first result quotes: it may come after the result. */
const excerpt = async (page: Page) => (await page.locator('.excerpt').first().textContent()) ?? '';

const clockChange = 'Panne de courant à St. John’s la nuit du changement d’heure';
const labrador = 'Panne de courant autour de Happy Valley-Goose Bay';
const map = 'La carte des pannes montre la veille';

describe('with script', () => {
  // The summary ends with « retrouvé à 5 h 05 », and the facts follow it on the page.
  test('tells of a notice in its own words, without the table of its facts; its hours stay on one line', async () => {
    await on(french('?q=retrouvé'), async (page) => {
      await eventually(() => titles(page)).toEqual([clockChange]);
      await eventually(() => excerpt(page)).toContain('5\u00a0h\u00a005');
      expect(await excerpt(page)).not.toMatch(/Région|Début|Durée/);
    });
    await on(french('?q=Avalon'), async (page) => {
      await eventually(() => titles(page)).toContain(clockChange);
    });
  });

  // « transformateur », « étrange » : only the night of the change of clocks has a transformer, always in the singular.
  test('finds a word in another form, typed at the keyboard', async () => {
    await on(french(), async (page) => {
      await page.getByLabel('Rechercher dans les avis').focus();
      await page.keyboard.type('transformateurs');
      // Where the keys are slow, it has looked for the beginning of the word before.
      await eventually(async () => new URL(page.url()).searchParams.get('q')).toBe('transformateurs');
      await eventually(() => titles(page)).toEqual([clockChange]);
      expect(await count(page).textContent()).toBe('1 résultat');
      const item = page.locator('.found li');
      expect(await item.locator('.kind').textContent()).toContain('rétabli');
      expect(await item.locator('.date').textContent()).toContain('2\u00a0novembre 2025');
      expect(await item.locator('mark').first().textContent()).toMatch(/transformateur/i);
      expect(await item.locator('a').getAttribute('href')).toBe('/fr/incidents/panne-changement-d-heure/');
    });
  });

  test('finds what stands after an elision, with or without it, with or without accents', async () => {
    for (const words of ['oxygène', 'l’oxygène', "l'oxygène", 'oxygene']) {
      await on(french(`?q=${encodeURIComponent(words)}`), async (page) => {
        await eventually(() => titles(page)).toEqual([labrador]);
        await eventually(() => excerpt(page)).toContain('de l’oxygène');
      });
    }
  });

  test('narrows to a year, a service, a region; « toutes » brings all back', async () => {
    await on(french('?q=courant'), async (page) => {
      await eventually(async () => (await titles(page)).toSorted()).toEqual([map, labrador, clockChange]);
      await page.getByLabel('Année').selectOption('2025');
      await eventually(() => titles(page)).toEqual([clockChange]);
      await page.getByLabel('Année').selectOption('');
      await page.getByLabel('Service').selectOption('Ligne des pannes');
      await eventually(() => titles(page)).toEqual([labrador]);
      await page.getByLabel('Service').selectOption('');
      await page.getByLabel('Région').selectOption('Péninsule d’Avalon');
      await eventually(async () => (await titles(page)).toSorted()).toEqual([map, clockChange]);
    });
  });

  test('without words, gives what the filters leave, the newest first', async () => {
    await on(french('?year=2026'), async (page) => {
      await eventually(() => titles(page)).toEqual([map, labrador]);
      expect(await count(page).textContent()).toBe('2 résultats');
    });
  });

  test('finds nothing of the other language or of the menus, and says so', async () => {
    for (const words of ['freezing', 'historique']) {
      await on(french(`?q=${words}`), async (page) => {
        await eventually(() => count(page).textContent()).toContain('Aucun résultat');
        expect(await titles(page)).toEqual([]);
      });
    }
  });

  test('in English, finds English', async () => {
    await on(`${site.origin}/en/search/?q=transformers`, async (page) => {
      await eventually(() => count(page).textContent()).toBe('1 result');
    });
  });

  test('shows what a hostile address asks for as text', async () => {
    const asked = encodeURIComponent('<img src=x onerror=alert(1)>"><script>alert(2)</script>');
    await on(french(`?q=${asked}&year=${asked}`), async (page) => {
      await eventually(() => count(page).textContent()).not.toBe('');
      expect(await page.locator('main img, main script').count()).toBe(0);
    });
  });
});

test('below a path, finds its index and leads to its pages', async () => {
  const below = await publish('sub-path');
  try {
    await on(`${below.origin}/fr/recherche/?q=ascenseurs`, async (page) => {
      await eventually(() => page.locator('.found a').count()).toBeGreaterThan(0);
      const href = await page.locator('.found a').first().getAttribute('href');
      expect(href).toMatch(/^\/avis\/fr\//);
      const answer = await page.request.get(new URL(href ?? '', page.url()).href);
      expect(answer.status()).toBe(200);
    });
  } finally {
    below.close();
  }
});

test('where a language has no page to find, finds none of the other', async () => {
  const half = await publish('late');
  rmSync(join(half.directory, 'en'), { recursive: true });
  for (const { path, content } of searchIn(half.directory))
    writeFileSync(join(half.directory, path), content);
  cpSync(join(half.directory, 'fr', 'recherche'), join(half.directory, 'en', 'search'), { recursive: true });
  const file = join(half.directory, 'en', 'search', 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<html lang="fr-CA"', '<html lang="en-CA"'));
  try {
    await on(`${half.origin}/en/search/?q=infolettre`, async (page) => {
      await eventually(() => count(page).textContent()).toContain('Aucun');
    });
  } finally {
    half.close();
  }
});

test('finds œ and æ by two letters, and the other way round, in titles and in prose', async () => {
  const joined = await publish('late');
  const words = {
    'fr/incidents': ['nœud du cœur', 'vitæ coefficient'],
    'en/incidents': ['œuvre', 'encyclopædia foetus'],
  } as const;
  for (const [folder, [first, second]] of Object.entries(words)) {
    const file = globSync(`${folder}/*/index.html`, { cwd: joined.directory })
      .map((page) => join(joined.directory, page))
      .find((page) => readFileSync(page, 'utf8').includes(' data-sought'));
    if (file === undefined) throw new Error(`${folder} holds no page that is found`);
    const document = readFileSync(file, 'utf8');
    writeFileSync(file, document.replace('</h1>', ` ${first}</h1><p>${second}</p>`));
  }
  for (const { path, content } of searchIn(joined.directory))
    writeFileSync(join(joined.directory, path), content);
  const found = (path: string, query: string) =>
    on(`${joined.origin}${path}?q=${encodeURIComponent(query)}`, async (page) => {
      await eventually(() => page.locator('.found a').count(), query).toBe(1);
    });
  try {
    for (const query of [
      'noeud',
      'nœud',
      'NOEUD',
      'coeur',
      'noeud coeur',
      'vitae',
      'vitæ',
      'coefficient',
      'noeud coefficient',
    ])
      await found('/fr/recherche/', query);
    for (const query of ['oeuvre', 'œuvre', 'encyclopaedia', 'encyclopædia', 'foetus', 'fœtus'])
      await found('/en/search/', query);
  } finally {
    joined.close();
  }
});

test('marks what is meant, and shows more, each once and in its order', async () => {
  const many = await publish('late');
  const [page = ''] = globSync('fr/incidents/*/index.html', { cwd: many.directory }).filter((file) =>
    readFileSync(join(many.directory, file), 'utf8').includes(' data-sought'),
  );
  const text =
    '<p>Ornithorynque de Val-d’Or, main-d’œuvre, « l’autre », Mme\u00a0L’Heureux, à 8\u00a0h\u00a030.</p>';
  const html = readFileSync(join(many.directory, page), 'utf8').replace('</h1>', `</h1>${text}`);
  const paths = Array.from({ length: 25 }, (_none, at) => `/fr/incidents/n${String.fromCharCode(97 + at)}/`);
  for (const path of paths) {
    mkdirSync(join(many.directory, path));
    writeFileSync(join(many.directory, path, 'index.html'), html);
  }
  rmSync(join(many.directory, page));
  for (const { path, content } of searchIn(many.directory)) {
    mkdirSync(join(many.directory, path, '..'), { recursive: true });
    writeFileSync(join(many.directory, path), content);
  }
  const marksOf = (query: string) =>
    on(`${many.origin}/fr/recherche/?q=${encodeURIComponent(query)}`, async (page) => {
      await eventually(() => page.locator('.excerpt mark').count(), query).toBeGreaterThan(0);
      const first = page.locator('.excerpt').first();
      expect(await first.locator('mark').allTextContents(), query).toEqual([query]);
      expect(await first.textContent(), query).toContain(
        'Val-d’Or, main-d’œuvre, « l’autre », Mme\u00a0L’Heureux',
      );
    });
  try {
    for (const query of ['Val-d’Or', 'main-d’œuvre', 'autre']) await marksOf(query);
    await on(`${many.origin}/fr/recherche/?q=ornithorynque`, async (page) => {
      const shown = () =>
        page.locator('.found a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      await eventually(async () => (await shown()).length).toBe(10);
      await page.evaluate(() => {
        const more = document.querySelector<HTMLElement>('.more');
        for (let times = 0; times < 3; times += 1) more?.click();
      });
      await eventually(async () => (await shown()).length).toBe(20);
      await page.getByRole('button', { name: 'Plus de résultats' }).click();
      await eventually(shown).toEqual(paths.toReversed());
      expect(await count(page).textContent()).toBe('25 résultats');
      await page.getByLabel('Rechercher dans les avis').fill('personne ne l’a dit');
      await eventually(() => count(page).textContent()).toContain('Aucun');
      expect(await shown()).toEqual([]);
    });
  } finally {
    many.close();
  }
});

test('finds what was published since the page was opened', async () => {
  const anew = await publish('late');
  const [file = ''] = globSync('fr/incidents/*/index.html', { cwd: anew.directory })
    .map((page) => join(anew.directory, page))
    .filter((page) => readFileSync(page, 'utf8').includes(' data-sought'));
  const page = await browser.newPage();
  try {
    await page.goto(`${anew.origin}/fr/recherche/`);
    const opened = page.waitForResponse((response) => response.url().endsWith('/assets/search/fr.json'));
    await page.getByLabel('Rechercher dans les avis').focus();
    await opened;
    writeFileSync(file, readFileSync(file, 'utf8').replace('</h1>', '</h1><p>ornithorynque</p>'));
    rmSync(join(anew.directory, 'assets', 'search', 'fr'), { recursive: true });
    mkdirSync(join(anew.directory, 'assets', 'search', 'fr'));
    for (const { path, content } of searchIn(anew.directory))
      writeFileSync(join(anew.directory, path), content);
    await page.keyboard.type('ornithorynque');
    await eventually(() => page.locator('.found a').count()).toBe(1);
    await eventually(() => excerpt(page)).toContain('ornithorynque');
  } finally {
    await page.close();
    anew.close();
  }
});

test('without script, says so and offers the history', async () => {
  await on(
    french(),
    async (page) => {
      expect(await page.getByText('La recherche nécessite JavaScript').isVisible()).toBe(true);
      expect(await page.locator('form').isVisible()).toBe(false);
      await page.locator('main').getByRole('link', { name: 'l’historique' }).click();
      expect(new URL(page.url()).pathname).toBe('/fr/historique/');
    },
    { javaScriptEnabled: false },
  );
});
