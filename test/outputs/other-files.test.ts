import { describe, expect, test } from 'vitest';
import { isOfProgram } from '../../src/model/urls.ts';
import { outputs } from '../../src/outputs/index.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { at, entry, epoch, incident, maintenance, site } from '../sites.ts';
import { world, worldNames } from '../worlds.ts';
import { ofWorld, written } from './written.ts';
import { childrenOf, parseXml, textOf } from './xml-tree.ts';

test.each(worldNames)('%s: no page and no former address can take the place of a file', (name) => {
  const { site: one, now } = world(name);
  const contexts = contextsOf(one, now);
  const all = [...outputs({ contexts, pages: pages(contexts), styles: () => [] })].map(({ path }) => path);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((path) => !isOfProgram(`/${path}`))).toEqual([]);
});

describe('a badge', () => {
  const file = (locale: 'en' | 'fr') =>
    written(
      site({ incidents: [incident([entry('2024-03-02 06:40', 'investigating')])] }),
      epoch('2024-03-02 14:00'),
    )(`${locale}/services/${locale === 'en' ? 'email' : 'courriel'}/badge.svg`);

  test('says what, in which state and when, to those who see and to those who hear', () => {
    const svg = parseXml(file('fr'));
    const said = 'Courriel\u00a0: Panne majeure (2\u00a0mars, 14\u00a0h\u00a0(HA))';
    expect([svg.attributes.role, svg.attributes['aria-label'], textOf(svg, 'title')]).toEqual([
      'img',
      said,
      said,
    ]);
  });

  test('is as wide as its words: none stands outside, none in another’s place', () => {
    for (const locale of ['en', 'fr'] as const) {
      const svg = parseXml(file(locale));
      const [group] = childrenOf(svg, 'g');
      const spans = (group?.children ?? []).map(({ attributes }) => {
        const across = [...(attributes.d ?? '').matchAll(/[MLQ ](-?[\d.]+) -?[\d.]+/g)].map(([, x]) =>
          Number(x),
        );
        return [Math.min(...across), Math.max(...across)] as const;
      });
      expect(spans).toHaveLength(3);
      let before = 0;
      for (const [from, until] of spans) {
        expect(from).toBeGreaterThan(before);
        before = until;
      }
      expect(before).toBeLessThan(Number(svg.attributes.width));
    }
  });
});

test('the sitemap names each page with its other language and when its facts last changed', () => {
  const urls = childrenOf(parseXml(ofWorld('complete')('sitemap.xml')), 'url');
  const page = urls.find((one) => textOf(one, 'loc').endsWith('/en/incidents/email-down/'));
  expect(page && textOf(page, 'lastmod')).toBe('2026-06-01T11:00:00-05:00');
  expect(page && childrenOf(page, 'xhtml:link').map(({ attributes }) => attributes)).toEqual([
    {
      rel: 'alternate',
      hreflang: 'en-CA',
      href: 'https://avis.riviereseine.example/en/incidents/email-down/',
    },
    {
      rel: 'alternate',
      hreflang: 'fr-CA',
      href: 'https://avis.riviereseine.example/fr/incidents/panne-de-courriel/',
    },
  ]);
  for (const one of urls) {
    const links = childrenOf(one, 'xhtml:link');
    if (links.length > 0)
      expect(links.map(({ attributes }) => attributes.href)).toContain(textOf(one, 'loc'));
  }
});

test('a list, a service, a region and a year changed with the last of their notices, and no page with the build', () => {
  const regions = ['ns', 'pe'].map((id) => ({ id, name: { en: id, fr: id }, slug: { en: id, fr: id } }));
  const older = incident(
    [entry('2023-12-30 06:40', 'investigating'), entry('2023-12-30 08:00', 'resolved')],
    {
      id: 'older',
      regions: ['pe'],
    },
  );
  const newer = incident([entry('2024-03-02 06:40', 'investigating')], { id: 'newer', regions: ['ns'] });
  // Nobody says when it was announced, and a week before it is still to come.
  const ahead = maintenance({ from: at('2024-04-01 01:00'), until: at('2024-04-01 02:00') });
  const file = written(
    site({ incidents: [newer, older], maintenance: [ahead], regions }),
    epoch('2024-03-05 12:00'),
  );
  const changed = Object.fromEntries(
    childrenOf(parseXml(file('sitemap.xml')), 'url').map((one) => [
      textOf(one, 'loc').replace('https://status.example.ca', ''),
      childrenOf(one, 'lastmod')[0]?.text,
    ]),
  );
  const [first, last] = ['2023-12-30T08:00:00-04:00', '2024-03-02T06:40:00-04:00'];
  expect(changed).toMatchObject({
    '/': last,
    '/fr/incidents/': last,
    '/fr/historique/': last,
    '/fr/historique/2023/': first,
    '/en/history/2024/': last,
    '/en/services/email/': last,
    '/en/regions/pe/': first,
    '/en/regions/ns/': last,
  });
  expect(
    Object.values(changed).filter((time) => time !== undefined && time !== first && time !== last),
  ).toEqual([]);
});

test('the plain text of a notice has every fact and every word of it, without markup', () => {
  const text = ofWorld('complete')('fr/incidents/panne-de-courriel/index.txt');
  for (const words of [
    '# Panne de courriel au Manitoba et en Saskatchewan',
    'Clients touchés\u00a0: 8400 sur 31\u00a0200',
    '## Que faire maintenant',
    '### mardi 14\u00a0avril 2026, à 6\u00a0h\u00a055\u00a0(HC) – Recherche de la cause',
    '## Cause',
    '## Excuses',
    '### C’est nous qui l’avons fait',
    '## Crédits',
    '## Engagements',
    '## Questions',
    '## Corrections',
    'https://avis.riviereseine.example/fr/incidents/panne-de-courriel/',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/<\/?[a-z]+[ >]|&[a-z]+;|undefined/);
});

test('a text that is late says so in its own language', () => {
  const { site: one, now } = world('late');
  const late = one.incidents.find(({ words }) => words.en === undefined && words.fr !== undefined);
  if (late === undefined) throw new Error('nothing is late');
  const text = written(one, now.epoch)(`en/incidents/${late.id}/index.txt`);
  expect(text).toContain('The English text is still to come. Read the French version: https://');
  expect(text).not.toContain(late.words.fr?.summary);
});

test('a section that is late is a line in its place, in plain text too', () => {
  const { site: one, now } = world('complete');
  const late = one.incidents.map((incident) => {
    const { fr } = incident.words;
    if (fr === undefined) return incident;
    const { cause: _cause, credits: _credits, ...sections } = fr.sections;
    return { ...incident, words: { ...incident.words, fr: { ...fr, sections } } };
  });
  const text = written(
    { ...one, incidents: late },
    now.epoch,
  )('fr/incidents/panne-de-courriel/index.txt').replaceAll('\u00a0', ' ');
  const line = 'Le texte français est à venir. Lire la version anglaise : https://';
  expect(text).toContain(`\n## Cause\n\n${line}`);
  expect(text).toMatch(new RegExp(`\n## Crédits\n\n### [\\s\\S]+?\n\n${line}`));
  // Once for the cause, once for each of the two credits.
  expect(text.split(line)).toHaveLength(4);
});

test('every feed and every calendar is named as what it is, once, and each rule is for something', () => {
  const { site: one } = world('utilities');
  const file = ofWorld('utilities');
  const rules = [...file('_headers').matchAll(/^(\/\S*)\n((?: {2}.*\n)+)/gm)].map(
    ([, path = '', lines = '']) => ({
      path: new RegExp(`^${path.replace(/[.]/g, '\\.').replace('*', '.*').replace(/:\w+/, '[^/]+')}$`),
      type: /Content-Type: (.*)/.exec(lines)?.[1],
    }),
  );
  const typeOf = (path: string) => rules.flatMap((rule) => (rule.path.test(path) ? (rule.type ?? []) : []));
  const beside = (page: string, path = `${page}feed`) => {
    expect(typeOf(`${path}.xml`), path).toEqual(['application/atom+xml; charset=utf-8']);
    expect(typeOf(`${path}.json`), path).toEqual(['application/feed+json; charset=utf-8']);
    for (const format of ['xml', 'json']) file(`${path}.${format}`.slice(1));
  };
  for (const locale of ['en', 'fr'] as const) {
    beside(`/${locale}/`);
    beside(`/${locale}/${locale === 'en' ? 'maintenance' : 'entretien'}/`);
    for (const service of one.services) beside(`/${locale}/services/${service.slug[locale]}/`);
    for (const region of one.regions) beside(`/${locale}/regions/${region.slug[locale]}/`);
    const calendars = ['calendar', ...one.maintenance.map(({ id }) => `calendar/${id}`)];
    for (const name of calendars)
      expect(typeOf(`/${locale}/${name}.ics`)).toEqual(['text/calendar; charset=utf-8']);
    expect(typeOf(`/${locale}/services/`)).toEqual([]);
  }
  expect(typeOf('/history.rss')).toEqual(['application/rss+xml; charset=utf-8']);
});

test('the headers let clients elsewhere read, keep nothing for long, and let the banner alone be framed', () => {
  const headers = ofWorld('open')('_headers');
  expect(headers).toMatch(/^\/\*\n(?: {2}.*\n)* {2}Access-Control-Allow-Origin: \*\n/);
  expect(headers).toContain('/api/*\n  Cache-Control: public, max-age=60\n');
  const framed = [...headers.matchAll(/^(\/\S*)\n {2}Content-Security-Policy: .*frame-ancestors \*$/gm)];
  expect(framed.map(([, path]) => path)).toEqual(['/en/banner/*', '/fr/bandeau/*']);
});

test('when the end was expected is told as a sentence, in each language', () => {
  const mail = incident([
    entry('2024-03-02 06:40', 'investigating', { expected: '2024-03-02 18:00' }),
    entry('2024-03-02 09:00', 'identified', { expected: '2024-03-03 11:00' }),
    entry('2024-03-02 10:00', 'identified', { expected: '2024-03-04' }),
  ]);
  const text = (locale: string) =>
    written(
      site({ incidents: [mail] }),
      epoch('2024-03-02 12:00'),
    )(`${locale}/incidents/mail/index.txt`)
      .replaceAll('\u00a0', ' ')
      .split('\n')
      .filter((line) => /expected back by|prévu pour/.test(line));
  expect(text('en')).toEqual([
    'Service was then expected back by 6 p.m. AT.',
    'Service was then expected back by March 3, 11 a.m. AT.',
    'Service was then expected back by March 4.',
  ]);
  expect(text('fr')).toEqual([
    'Rétablissement alors prévu pour 18 h (HA).',
    'Rétablissement alors prévu pour le 3 mars, 11 h (HA).',
    'Rétablissement alors prévu pour le 4 mars.',
  ]);
});
