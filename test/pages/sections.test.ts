import { describe, expect, test } from 'vitest';
import {
  type Headings,
  isOfTimes,
  type SectionKind,
  type SectionName,
  sectionKinds,
  sectionNames,
  titleText,
} from '../../src/model/sections.ts';
import { type Locale, locales } from '../../src/model/values.ts';
import { enMd, frMd, incidentYml, siteYml } from '../content/folder.ts';
import { builtFolder } from './built.ts';

/** The facts that sections answer to, by the key that `sectionKinds` names. */
const facts: Readonly<Record<NonNullable<SectionKind['fact']>, string>> = {
  timeline: '',
  apology:
    'apology: { at: 2024-03-04, signer: { name: Marie Roy, title: { en: President, fr: Présidente } } }\n',
  credits: 'credits: { credits-one: { for: { en: everyone, fr: tout le monde }, automatic: true } }\n',
  commitments: 'commitments: { commitments-one: {} }\n',
  corrections: 'corrections: [{ at: 2024-03-03, to: summary }]\n',
};

/** A level-3 heading of each kind; in a free section there is none. */
const headings: Readonly<Record<Headings, (name: SectionName) => string>> = {
  free: () => '',
  times: (name) => (name === 'corrections' ? '### 2024-03-03\n' : '### 2024-03-02 06:40\n'),
  ids: (name) => `### It {#${name}-one}\n`,
  roles: () => '### It is our fault. C’est notre faute. {#responsibility}\n',
  questions: () => '### It? {#what}\n',
};

/** What stands before the first heading of a section, and below it. */
const opening = (name: SectionName, locale: Locale) => `Opening${name}${locale}`;
const mark = (name: SectionName, locale: Locale) => `Mark${name}${locale}`;

const text = (names: readonly SectionName[], locale: Locale): string =>
  [
    `---\ntitle: Title ${locale}\nsummary: Summary.\n---`,
    ...names.flatMap((name) => [
      `## ${titleText(name)[locale]}`,
      `${opening(name, locale)}.`,
      headings[sectionKinds[name].headings](name),
      `${mark(name, locale)}.`,
    ]),
  ].join('\n\n');

const planYml = `services: [email]
impact: minor
from: 2024-03-02 06:00
until: 2024-03-02 09:00
`;
const maintenanceYml = `${planYml}timeline: [{ at: 2024-03-02 06:40, phase: in_progress }]
`;

/** The kinds of notice, with their facts and the sections that each may have. */
const notices = [
  ['incident', 'incidents/mail', 'incident.yml', incidentYml + Object.values(facts).join(''), sectionNames],
  [
    'maintenance',
    'maintenance/move',
    'maintenance.yml',
    maintenanceYml + facts.corrections,
    sectionNames.filter((name) => {
      const { fact } = sectionKinds[name];
      return fact === undefined || isOfTimes(name);
    }),
  ],
] as const;

describe.each(notices)('every section of %s', (_, folder, file, yaml, names) => {
  test.each(locales)('stands on a page of the notice, in %s', (locale) => {
    const built = builtFolder({
      [`${folder}/${file}`]: yaml,
      [`${folder}/en.md`]: text(names, 'en'),
      [`${folder}/fr.md`]: text(names, 'fr'),
    });
    const shown = built.paths
      .filter((path) => path.startsWith(`/${locale}/`))
      .map(built.text)
      .join(' ');
    expect(
      names.filter(
        (name) => ![opening(name, locale), mark(name, locale)].every((one) => shown.includes(one)),
      ),
    ).toEqual([]);
  });
});

/** What is said under a heading that no fact stands behind. */
test.each([
  ['incident', 'incidents/mail', 'incident.yml', incidentYml, ['credits', 'commitments', 'corrections']],
  ['maintenance', 'maintenance/move', 'maintenance.yml', planYml, ['timeline', 'corrections']],
] as const)('of %s words alone stand on its page too', (_, folder, file, yaml, names) => {
  const base =
    folder === 'incidents/mail' ? { en: enMd, fr: frMd } : { en: text([], 'en'), fr: text([], 'fr') };
  const words = (locale: Locale) =>
    [base[locale], ...names.map((name) => `## ${titleText(name)[locale]}\n\n${opening(name, locale)}.`)].join(
      '\n\n',
    );
  const built = builtFolder({
    [`${folder}/${file}`]: yaml,
    [`${folder}/en.md`]: words('en'),
    [`${folder}/fr.md`]: words('fr'),
  });
  for (const locale of locales) {
    const shown = built.paths
      .filter((path) => path.startsWith(`/${locale}/`))
      .map(built.text)
      .join(' ');
    expect(names.filter((name) => !shown.includes(opening(name, locale)))).toEqual([]);
  }
});

test('a section that only the other language has is a line in its place, also of maintenance', () => {
  const built = builtFolder({
    'site.yml': `${siteYml}may_be_late: en\n`,
    'maintenance/move/maintenance.yml': planYml,
    'maintenance/move/en.md': text([], 'en'),
    'maintenance/move/fr.md': text(['now', 'cause'], 'fr'),
  });
  const page = built.text('/en/maintenance/move/');
  expect(page.split('The English text is still to come.')).toHaveLength(3);
  expect(page).toContain('What to do now');
});
