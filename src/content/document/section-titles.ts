import { type Locale, type LocalText, locales } from '../../model/values.ts';
import { type SectionName, sectionNames } from '../../model/words.ts';

/** The level-2 headings of a notice, the one to type first (contract 1.5). */
export const sectionTitles: Readonly<
  Record<SectionName, Readonly<Record<Locale, readonly [string, ...string[]]>>>
> = {
  now: { en: ['What to do now'], fr: ['Que faire maintenant'] },
  timeline: { en: ['Timeline'], fr: ['Chronologie'] },
  cause: { en: ['Cause'], fr: ['Cause'] },
  apology: { en: ['Apology'], fr: ['Excuses'] },
  credits: { en: ['Credits'], fr: ['Crédits'] },
  commitments: { en: ['Commitments'], fr: ['Engagements'] },
  faq: { en: ['FAQ', 'Questions'], fr: ['FAQ', 'Foire aux questions', 'Questions'] },
  corrections: { en: ['Corrections'], fr: ['Corrections'] },
};

/** What else writers call them: told with the right name, and read as it. */
const alsoCalled: Readonly<Record<SectionName, readonly string[]>> = {
  now: [
    'What to do',
    'What you can do',
    'What you can do now',
    'Que faire',
    'Quoi faire maintenant',
    'Quoi faire',
  ],
  timeline: ['Updates', 'Update', 'History', 'Mises à jour', 'Mise à jour', 'Ligne du temps', 'Historique'],
  cause: ['Root cause', 'Causes', 'What happened', 'Cause première', "Ce qui s'est passé"],
  apology: ['Apologies', 'We apologize', 'Our apology', 'Excuse', 'Nos excuses', 'Mea culpa'],
  credits: ['Credit', 'Compensation', 'Refunds', 'Crédit', 'Remboursements', 'Dédommagement'],
  commitments: ['Commitment', 'Our commitments', 'Promises', 'Engagement', 'Nos engagements', 'Promesses'],
  faq: [
    'Frequently asked questions',
    'Questions and answers',
    'Q&A',
    'Questions fréquentes',
    'Questions et réponses',
  ],
  corrections: ['Correction', 'Errata', 'Erratum'],
};

/** Sections whose level-3 headings each name a fact or a question. The others are free. */
export const partedSections: readonly SectionName[] = [
  'timeline',
  'apology',
  'credits',
  'commitments',
  'faq',
  'corrections',
];

/** Letter case, accents, kind of apostrophe, final punctuation and a parenthesis do not matter. */
export const foldTitle = (title: string): string =>
  title
    .replace(/\([^()]*\)/g, ' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replace(/(?<![ .:;,!?…])[ .:;,!?…]+$/, '')
    .trim();

const byTitle: Readonly<Record<Locale, ReadonlyMap<string, SectionName>>> = {
  en: titlesOf('en'),
  fr: titlesOf('fr'),
};

function titlesOf(locale: Locale): ReadonlyMap<string, SectionName> {
  return new Map(
    sectionNames.flatMap((name) => sectionTitles[name][locale].map((title) => [foldTitle(title), name])),
  );
}

export const sectionOf = (title: string, locale: Locale): SectionName | undefined =>
  byTitle[locale].get(foldTitle(title));

const byOtherName: ReadonlyMap<string, SectionName> = new Map(
  sectionNames.flatMap((name) => alsoCalled[name].map((title) => [foldTitle(title), name])),
);

/** The section that a heading means by a name of its own. */
export const sectionAlsoCalled = (title: string): SectionName | undefined =>
  byOtherName.get(foldTitle(title));

/** The section that a heading means in the other language. */
export function sectionInOther(title: string, locale: Locale): SectionName | undefined {
  const other = locales.find((one) => one !== locale) ?? locale;
  return sectionOf(title, other);
}

export const allTitles = (locale: Locale): readonly string[] => [...byTitle[locale].keys()];
export const firstTitles = (locale: Locale): string =>
  sectionNames.map((name) => sectionTitles[name][locale][0]).join(', ');
export const titleText = (name: SectionName): LocalText => ({
  en: sectionTitles[name].en[0],
  fr: sectionTitles[name].fr[0],
});
