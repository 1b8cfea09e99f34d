import { expect, test } from 'vitest';
import { enMd, frMd, incidentYml, loaded, siteYml } from './folder.ts';

const regions =
  `${siteYml}  iles: { name: { en: Magdalen Islands, fr: Îles-de-la-Madeleine }, zone: America/Halifax }
`.replace('zone: America/Halifax\nprimary', 'zone: America/Toronto\nprimary');

/** What is told of a maintenance from 22:00 to 01:00 in Toronto, by its summaries. */
function told(en: string, fr: string): readonly string[] {
  const text = (title: string, summary: string) =>
    `---\ntitle: ${title}\nsummary: ${JSON.stringify(summary)}\n---\n`;
  const { problems } = loaded({
    'site.yml': regions,
    'maintenance/work/maintenance.yml':
      'services: [email]\nregions: [iles]\nimpact: minor\nfrom: 2024-04-03 22:00\nuntil: 2024-04-04 01:00\n',
    'maintenance/work/en.md': text('Work', en),
    'maintenance/work/fr.md': text('Travaux', fr),
  });
  return problems.map(({ rule, values }) => `${rule} ${values.found}`);
}

test('hours in the site’s zone, or in a region’s where it is named, are those of the window', () => {
  expect(told('From 10 p.m. to 1 a.m.', 'De 22 h à 1 h.')).toEqual([]);
  expect(told('From 11 p.m. to 2 a.m. (Atlantic Time).', 'De 23 h à 2 h (heure de l’Atlantique).')).toEqual(
    [],
  );
  expect(told('From 10 p.m. to 1 a.m. ET.', 'De 22 h à 1 h (HE).')).toEqual([]);
});

test('each end of a range is an end of the window', () => {
  expect(told('From 10 p.m. to midnight.', 'De 22 h à minuit.')).toEqual([
    'parity/fact midnight',
    'parity/fact minuit',
  ]);
  expect(told('From 11 p.m. to 2 a.m.', 'De 23 h à 2 h.')).toEqual([
    'parity/fact 11 p.m. to 2 a.m.',
    'parity/fact 23 h à 2 h',
  ]);
});

test('twins of the site are one host', () => {
  const linked = (site: string) =>
    loaded({
      'site.yml': site,
      'incidents/mail/incident.yml': incidentYml,
      'incidents/mail/en.md': enMd.replace(
        '## Timeline',
        'See [the sky](https://sky.example.ca/a).\n\n## Timeline',
      ),
      'incidents/mail/fr.md': frMd.replace(
        '## Chronologie',
        'Voir [le ciel](https://ciel.example.ca/b).\n\n## Chronologie',
      ),
    }).problems.map(({ rule }) => rule);
  expect(linked(siteYml)).toEqual(['parity/number']);
  expect(linked(`${siteYml}twins: [[sky.example.ca, ciel.example.ca]]\n`)).toEqual([]);
});

test('a word that is a term and jargon is told once', () => {
  const { problems } = loaded({
    'incidents/mail/fr.md': frMd.replace('Nous cherchons la cause.', 'La panne impacte tous les comptes.'),
  });
  expect(problems.map(({ rule }) => rule)).toEqual(['wording/term']);
});
