import { expect, test } from 'vitest';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { enMd, type Files, frMd, incidentYml, loaded, siteYml } from '../content/folder.ts';
import { builtFolder } from './built.ts';

const page = (title: string) => `---\ntitle: ${title}\n---\n\nWords.\n`;
const pageIn = (id: string, title: string): Files => ({
  [`pages/${id}/en.md`]: page(title),
  [`pages/${id}/fr.md`]: page(title),
});

test('whatever a team calls its site, its services and its pages, each page has a title of its own', () => {
  const { site, now, told } = loaded({
    'site.yml': siteYml
      .replace('{ en: Service notices, fr: Avis de service }', '{ en: Acme, fr: Acme }')
      .replace(
        'fr: Sites Web } }',
        'fr: Sites Web } }\n  other: { name: { en: Email, fr: Courriel }, slug: { en: email-2, fr: courriel-2 } }',
      )
      .replace('{ en: Nova Scotia, fr: Nouvelle-Écosse }', '{ en: Email, fr: Courriel }')
      .concat('may_be_late: any\n'),
    ...pageIn('contact', 'Contact'),
    ...pageIn('reach', 'Contact'),
    ...pageIn('past', 'History'),
    ...pageIn('year', 'History of 2024'),
    'pages/late-1/en.md': page('One'),
    'pages/late-2/en.md': page('Two'),
    'faq/en.md': '---\ntitle: Search\n---\n',
    'faq/fr.md': '---\ntitle: Recherche\n---\n',
  });
  if (site === undefined || now === undefined) throw new Error(told.join('\n'));
  const render = createRenderer();
  const seen = new Map<string, string>();
  for (const one of pages(contextsOf(site, now))) {
    if (one.kind === 'redirect') continue;
    const title = /<title>([^<]*)<\/title>/.exec(render(one))?.[1] ?? '';
    expect(seen.get(title), `${one.path}: ${title}`).toBeUndefined();
    seen.set(title, one.path);
  }
});

test('a region shows what is open there, not what is open elsewhere', () => {
  const built = builtFolder({
    'site.yml': siteYml.replace(
      'fr: Nouvelle-Écosse } }',
      'fr: Nouvelle-Écosse } }\n  nb: { name: { en: New Brunswick, fr: Nouveau-Brunswick } }',
    ),
    'incidents/mail/incident.yml': `${incidentYml.replace('critical', 'minor')}regions: [ns]\n`,
    'incidents/other/incident.yml': `${incidentYml}regions: [nb]\n`,
    'incidents/other/en.md': enMd,
    'incidents/other/fr.md': frMd,
  });
  expect(built.text('/en/regions/')).toContain('Nova Scotia Slow or unreliable New Brunswick Major outage');
});
