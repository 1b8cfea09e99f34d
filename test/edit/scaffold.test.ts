import { describe, expect, test } from 'vitest';
import { isGuidance } from '../../src/content/document/guidance.ts';
import { type Draft, type Scaffold, scaffolds } from '../../src/edit/scaffold.ts';
import { catalogues } from '../../src/language/translate.ts';
import { locales } from '../../src/model/values.ts';
import { loaded } from '../content/folder.ts';
import { growth, linear } from '../growth.ts';

const draft: Draft = {
  locale: 'fr',
  schema: '../../.schema/incident.json',
  zone: 'America/Halifax',
  services: ['email', 'web'],
  regions: ['ns'],
  at: '2024-03-05 11:40',
  titles: { en: 'Mail: down', fr: 'Panne\u00a0: le courriel de l’Île' },
};

/** Nothing but the new notice. */
const alone = (name: 'incident' | 'maintenance', { facts, en, fr }: Scaffold) => ({
  'incidents/mail/incident.yml': undefined,
  'incidents/mail/en.md': undefined,
  'incidents/mail/fr.md': undefined,
  [`${name}/new-one/${name}.yml`]: facts,
  [`${name}/new-one/en.md`]: en,
  [`${name}/new-one/fr.md`]: fr,
});

/** A writer's work: each line of guidance becomes words, or its section goes. */
const written = (note: string): string =>
  note
    .replace(/\n## (?:Cause|FAQ)\n\n.*\n/g, '')
    .replace('summary:', 'summary: Words.')
    .split('\n')
    .map((line) => (isGuidance(line) ? 'Words.' : line))
    .join('\n');

describe('a fresh incident', () => {
  const scaffold = scaffolds.incident(draft);

  test('has its files, each in its language', () => {
    expect(scaffold.facts.split('\n')[0]).toBe('# yaml-language-server: $schema=../../.schema/incident.json');
    expect(scaffold.facts).toContain('- at: 2024-03-05 11:40\n    phase: investigating\n');
    const headings = (note: string) =>
      note.split('\n').filter((line) => line.startsWith('#') && !line.startsWith('# '));
    expect(headings(scaffold.en)).toEqual([
      '## What to do now',
      '## Timeline',
      '### 2024-03-05 11:40',
      '## Cause',
      '## FAQ',
    ]);
    expect(headings(scaffold.fr)).toEqual([
      '## Que faire maintenant',
      '## Chronologie',
      '### 2024-03-05 11:40',
      '## Cause',
      '## FAQ',
    ]);
    expect(scaffold.en).toContain('title: "Mail: down"\n');
    expect(scaffold.en).toContain('slug: mail-down\n');
    expect(scaffold.fr).toContain('slug: panne-le-courriel-de-l-ile\n');
  });

  test('is refused as it is', () => {
    const { told, site } = loaded(alone('incident', scaffold));
    expect(site).toBeUndefined();
    expect(
      told.filter((line) => line.includes('yaml/missing-key')).map((line) => line.split(':')[0]),
    ).toEqual([
      'incident/new-one/en.md',
      'incident/new-one/fr.md',
      'incident/new-one/incident.yml',
      'incident/new-one/incident.yml',
    ]);
  });

  test('loads once it is filled in', () => {
    const facts = scaffold.facts
      .replace('services: []', 'services: [email]')
      .replace('impact:', 'impact: major');
    const filled = { facts, en: written(scaffold.en), fr: written(scaffold.fr) };
    const { told, site } = loaded(alone('incident', filled));
    // Nobody has said yet when the next word comes.
    expect(told).toEqual(['incident/new-one/incident.yml:7:9 warning promise/none']);
    expect(site?.incidents.map(({ id }) => id)).toEqual(['new-one']);
  });
});

describe('fresh maintenance', () => {
  const scaffold = scaffolds.maintenance({ ...draft, services: ['email'], regions: [], locale: 'en' });

  test('loads once it is filled in', () => {
    expect(scaffold.facts).toContain('services: [email]');
    const facts = scaffold.facts
      .replace('impact:', 'impact: minor')
      .replace('from:', 'from: 2024-04-01 01:00')
      .replace('until:', 'until: 2024-04-01 04:00');
    const { told, site } = loaded(
      alone('maintenance', { facts, en: written(scaffold.en), fr: written(scaffold.fr) }),
    );
    expect(told).toEqual([]);
    expect(site?.maintenance.map(({ id, announced }) => [id, announced?.date])).toEqual([
      ['new-one', draft.at.slice(0, 10)],
    ]);
  });
});

test('without titles, without services, in either language of the comments', () => {
  for (const locale of locales) {
    const bare = scaffolds.incident({ ...draft, locale, titles: {}, services: [], regions: [] });
    expect(bare.fr).toContain('\ntitle:\n');
    expect(bare.fr).not.toContain('slug:');
    expect(bare.facts).toContain('services: [] #');
    expect(bare.facts).not.toContain('regions');
  }
});

test.each([
  '2019',
  'null',
  '- a',
  "l'eau: 5 fois",
  '#1',
  '@home',
  '"said"',
  ' a\n---\nb ',
  '{{ x }}',
  '---',
  '\\',
])('the title %j is read as it is written', (title) => {
  const scaffold = scaffolds.incident({ ...draft, titles: { en: title, fr: title } });
  const facts = scaffold.facts
    .replace('services: []', 'services: [email]')
    .replace('impact:', 'impact: major');
  const filled = { facts, en: written(scaffold.en), fr: written(scaffold.fr) };
  const { site } = loaded(alone('incident', filled));
  const shown = site?.incidents[0]?.words.en?.title.replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
  expect(shown?.replaceAll('\u00a0', ' ')).toBe(title.replace(/\s+/g, ' ').trim());
});

describe('a line of guidance', () => {
  const lines = locales.flatMap((locale) =>
    Object.entries(catalogues[locale]).filter(([key]) => key.startsWith('guidance.')),
  );

  test.each(lines)('%s: %s', (_key, line) => {
    expect(isGuidance(line)).toBe(true);
    expect(
      isGuidance(`  ${line.replaceAll('’', "'").replaceAll('\u00a0', ' ').replaceAll(' ', '\n')} And more.`),
    ).toBe(true);
    expect(line).not.toMatch(/[*_`[\]<>]|\{\{/);
  });

  test('is nothing that a writer says', () => {
    for (const text of ['', ' ', 'Say what works.', 'Dites-le-nous.', 'Words.'])
      expect(isGuidance(text)).toBe(false);
    expect(growth('Say what ', (text) => expect(isGuidance(text)).toBe(false))).toBeLessThan(linear);
  });
});
