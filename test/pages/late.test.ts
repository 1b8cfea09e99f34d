import { describe, expect, test } from 'vitest';
import { enMd, frMd, incidentYml, siteYml } from '../content/folder.ts';
import { builtFolder, builtWorld } from './built.ts';

const facts = 'incidents/mail/incident.yml';
const en = 'incidents/mail/en.md';
const fr = 'incidents/mail/fr.md';
const late = { 'site.yml': `${siteYml}may_be_late: any\n` };
const withNext = incidentYml.replace('next: 2024-03-06', 'next: 2024-03-02');

describe('a notice whose words are late in one language', () => {
  const slug = enMd.replace('---\n\n##', 'slug: email-down\n---\n\n##');
  const built = () =>
    builtFolder({ ...late, [facts]: `${withNext}regions: [ns]\n`, [en]: slug, [fr]: undefined });

  test('has a stub with every fact, in the language of the reader', () => {
    const text = built().text('/fr/incidents/mail/');
    for (const words of [
      'Le texte français est à venir. Lire la version anglaise',
      'Incident – Courriel',
      'Panne majeure',
      'Région',
      'Nouvelle-Écosse',
      '2~mars, 6~h~40~(HA)',
      'Recherche de la cause',
      '9~h~(HA)',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/Email|Customers|looking/);
  });

  test('the stub is at the id, is not for search engines, and the line is said once', () => {
    const html = built().html('/fr/incidents/mail/');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('href="/en/incidents/email-down/" hreflang="en"');
    expect(html.match(/est à venir/g)).toHaveLength(1);
    expect(html).not.toContain('<link rel="alternate" hreflang=');
  });

  test('no hreflang leads to the stub, but the toggle does', () => {
    const html = built().html('/en/incidents/email-down/');
    expect(html).not.toContain('<link rel="alternate" hreflang=');
    expect(html).not.toContain('noindex');
    expect(html).toContain('<a href="/fr/incidents/mail/" lang="fr" hreflang="fr" translate="no">');
  });

  test('lists of the language name it by its facts', () => {
    const home = built().text('/fr/');
    expect(home).toContain('Incident – Courriel');
    expect(home).not.toContain('Email');
  });

  test('one whose service nobody named is called by its day', () => {
    const named = siteYml.replace(
      'services:\n',
      'services:\n  unspecified: { name: { en: Not specified, fr: Non précisé } }\n',
    );
    const home = builtFolder({
      'site.yml': `${named}may_be_late: any\n`,
      [facts]: withNext
        .replace(/services: \[.*\]/, 'services: [unspecified]')
        .replace(/\n {4}services:[\s\S]*?(?=\n {2}- |\n {4}next)/, ''),
      [en]: slug,
      [fr]: undefined,
    }).text('/fr/');
    expect(home).toContain('Incident du 2~mars 2024');
    expect(home).not.toContain('Incident~: Non précisé');
  });

  test('once the words are there, the id leads to them', () => {
    const there = builtFolder({ [en]: slug, [fr]: frMd.replace('---\n\n##', 'slug: panne\n---\n\n##') });
    expect(there.page('/fr/incidents/mail/')?.kind).toBe('redirect');
    expect(there.html('/fr/incidents/mail/')).toContain('content="0; url=/fr/incidents/panne/"');
  });
});

test.each([
  ['fr', fr, frMd, 'Le texte français est à venir.', '/fr/incidents/mail/'],
  ['en', en, enMd, 'The English text is still to come.', '/en/incidents/mail/'],
] as const)('a block that is late in %s is a line in its place', (_, file, text, line, path) => {
  const two = `${incidentYml}  - { at: 2024-03-02 08:00, phase: identified }\n`;
  const written = (words: string) => `${words}\n### 2024-03-02 08:00\n\nX42.\n`;
  const other = file === en ? { [fr]: written(frMd) } : { [en]: written(enMd) };
  const html = builtFolder({ ...late, [facts]: two, [file]: text, ...other }).html(path);
  expect(html.split(line)).toHaveLength(2);
  expect(html).not.toContain('X42');
  expect(html).not.toContain('noindex');
});

test('the stub of an apology says who apologises and when, which are facts', () => {
  expect(builtWorld('late').text('/fr/incidents/radio/excuses/')).toContain(
    'Odette Lefebvre, directrice générale, le mardi 1er~décembre 2026, à 9~h~(HE)',
  );
});
