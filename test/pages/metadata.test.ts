import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataBlock, graphOf } from '../../src/pages/layout/linked-data.ts';
import { builtWorld } from './built.ts';

const complete = builtWorld('complete');

const meta = (html: string, property: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${property}"(?: property="[^"]*")? content="([^"]*)"`).exec(html)?.[1];

/** The nodes of a page's data block, by their type. */
function things(html: string): ReadonlyMap<string, Record<string, unknown>> {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  expect(blocks.length).toBe(1);
  const graph = JSON.parse(blocks[0]?.[1] ?? '');
  expect(graph['@context']).toBe('https://schema.org');
  return new Map(graph['@graph'].map((thing: Record<string, unknown>) => [thing['@type'], thing]));
}

describe('an incident', () => {
  const html = complete.html('/fr/incidents/panne-de-courriel/');

  test('has a card for those who share it', () => {
    expect(meta(html, 'og:type')).toBe('article');
    expect(meta(html, 'og:title')).toBe('Panne de courriel au Manitoba et en Saskatchewan');
    expect(meta(html, 'og:url')).toBe('https://avis.riviereseine.example/fr/incidents/panne-de-courriel/');
    expect(meta(html, 'og:image')).toBe('https://avis.riviereseine.example/cards/fr/deleted-mailboxes.png');
    expect(meta(html, 'og:locale')).toBe('fr_CA');
    expect(meta(html, 'twitter:card')).toBe('summary_large_image');
    expect(meta(html, 'description')).toBeTruthy();
  });

  test('names the site that it belongs to', () => {
    expect(meta(html, 'og:site_name')).toBe('Avis de service');
  });

  test('is an article', () => {
    const found = things(html);
    expect([...found.keys()]).toEqual(['NewsArticle']);
    expect(found.get('NewsArticle')).toMatchObject({
      headline: 'Panne de courriel au Manitoba et en Saskatchewan',
      inLanguage: 'fr-CA',
    });
  });
});

test('an apology stands below its incident, and that below the list', () => {
  const found = things(complete.html('/fr/incidents/panne-de-courriel/excuses/'));
  expect(found.get('BreadcrumbList')).toMatchObject({
    itemListElement: [
      { position: 1, item: 'https://avis.riviereseine.example/fr/' },
      { position: 2, item: 'https://avis.riviereseine.example/fr/excuses/' },
      { position: 3, item: 'https://avis.riviereseine.example/fr/incidents/panne-de-courriel/' },
      { position: 4, name: 'Excuses\u00a0: Panne de courriel au Manitoba et en Saskatchewan' },
    ],
  });
});

test('an apology speaks in the name of who signs it', () => {
  const found = things(complete.html('/en/incidents/email-down/apology/'));
  expect(found.get('Article')).toMatchObject({ author: { '@type': 'Person' } });
});

test('questions are questions and answers, on their page and on the standing one', () => {
  for (const path of ['/en/incidents/email-down/faq/', '/fr/faq/']) {
    const entity = things(complete.html(path)).get('FAQPage')?.mainEntity;
    expect(Array.isArray(entity) && entity.length > 0, path).toBe(true);
    expect(entity).toEqual(
      expect.arrayContaining([
        {
          '@type': 'Question',
          name: expect.stringMatching(/\S/),
          acceptedAnswer: { '@type': 'Answer', text: expect.stringMatching(/\S/) },
        },
      ]),
    );
  }
});

test('a page below a path names its full addresses', () => {
  const subPath = builtWorld('sub-path');
  const html = subPath.html('/fr/incidents/ascenseur-arrete-mars/');
  expect(meta(html, 'og:image')).toMatch(/^https:\/\/example\.github\.io\/avis\/cards\/fr\//);
  expect(html).toContain('<link rel="icon" href="/avis/icon.svg" type="image/svg+xml">');
  expect(JSON.stringify([...things(subPath.html('/fr/services/ascenseur/')).values()])).toContain(
    'https://example.github.io/avis/fr/services/',
  );
});

test('a stub and a page that is not found say nothing of themselves', () => {
  for (const [world, path] of [
    ['late', '/fr/incidents/radio/'],
    ['late', '/fr/404.html'],
  ] as const) {
    const html = builtWorld(world).html(path);
    expect(html).not.toContain('og:');
    expect(html).not.toContain('ld+json');
    expect(html).not.toContain('data-sought');
  }
});

describe('a data block', () => {
  test('is closed by no text, and holds it whole', () => {
    const texts = fc.string({
      unit: fc.constantFrom('<', '/', '>', '&', '!', '-', 'script', '\u2028', '\u2029', '"', '\\', 'é'),
    });
    fc.assert(
      fc.property(texts, (text) => {
        const block = dataBlock({ text });
        expect(block).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(block)).toEqual({ text });
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('of a page without subject or crumbs is not there', () => {
    const place = {
      lang: 'en-CA',
      organization: 'A',
      image: 'https://a.example/i.png',
      name: 'A',
      crumbs: [],
    };
    expect(graphOf({}, place)).toBeUndefined();
  });
});
