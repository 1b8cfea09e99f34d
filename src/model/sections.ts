import { type Locale, type LocalText, perLocale } from './values.ts';

/**
 * What the level-3 headings of a section are: the times of facts (`### 2024-03-02 06:40`), the ids of facts
 * (`### Credit {#mail}`), the roles of an apology, questions; or the writer's own (`free`).
 */
export type Headings = 'times' | 'ids' | 'roles' | 'questions' | 'free';

export interface SectionKind {
  /** The level-2 headings in each language, the one to type first. */
  readonly titles: Readonly<Record<Locale, readonly [string, ...string[]]>>;
  /** What else writers call it, in either language: reported with the right name, and read as it. */
  readonly alsoCalled: readonly string[];
  readonly headings: Headings;
  /** The key of the facts without which the section may not stand, and the other way round. */
  readonly fact?: 'timeline' | 'apology' | 'credits' | 'commitments' | 'corrections';
  /** The page of its own, as `belowNotice` names its address; there the writer's headings rise by one level. */
  readonly ownPage?: 'apology' | 'questions';
  /** A new notice begins with it. */
  readonly inScaffold?: true;
}

/** The sections of a notice, in the order in which a text has them: a page decides on its own. */
const kinds = {
  now: {
    titles: { en: ['What to do now'], fr: ['Que faire maintenant'] },
    alsoCalled: [
      'What to do',
      'What you can do',
      'What you can do now',
      'Que faire',
      'Quoi faire maintenant',
      'Quoi faire',
    ],
    headings: 'free',
    inScaffold: true,
  },
  timeline: {
    titles: { en: ['Timeline'], fr: ['Chronologie'] },
    alsoCalled: [
      'Updates',
      'Update',
      'History',
      'Mises à jour',
      'Mise à jour',
      'Ligne du temps',
      'Historique',
    ],
    headings: 'times',
    fact: 'timeline',
    inScaffold: true,
  },
  cause: {
    titles: { en: ['Cause'], fr: ['Cause'] },
    alsoCalled: ['Root cause', 'Causes', 'What happened', 'Cause première', "Ce qui s'est passé"],
    headings: 'free',
    inScaffold: true,
  },
  apology: {
    titles: { en: ['Apology'], fr: ['Excuses'] },
    alsoCalled: ['Apologies', 'We apologize', 'Our apology', 'Excuse', 'Nos excuses', 'Mea culpa'],
    headings: 'roles',
    fact: 'apology',
    ownPage: 'apology',
  },
  credits: {
    titles: { en: ['Credits'], fr: ['Crédits'] },
    alsoCalled: ['Credit', 'Compensation', 'Refunds', 'Crédit', 'Remboursements', 'Dédommagement'],
    headings: 'ids',
    fact: 'credits',
  },
  commitments: {
    titles: { en: ['Commitments'], fr: ['Engagements'] },
    alsoCalled: ['Commitment', 'Our commitments', 'Promises', 'Engagement', 'Nos engagements', 'Promesses'],
    headings: 'ids',
    fact: 'commitments',
  },
  faq: {
    titles: { en: ['FAQ', 'Questions'], fr: ['FAQ', 'Foire aux questions', 'Questions'] },
    alsoCalled: [
      'Frequently asked questions',
      'Questions and answers',
      'Q&A',
      'Questions fréquentes',
      'Question fréquente',
      'Questions et réponses',
    ],
    headings: 'questions',
    ownPage: 'questions',
    inScaffold: true,
  },
  corrections: {
    titles: { en: ['Corrections'], fr: ['Corrections'] },
    alsoCalled: ['Correction', 'Errata', 'Erratum'],
    headings: 'times',
    fact: 'corrections',
  },
} as const satisfies Readonly<Record<string, SectionKind>>;

export type SectionName = keyof typeof kinds;
export const sectionKinds: Readonly<Record<SectionName, SectionKind>> = kinds;

const isSection = (name: string): name is SectionName => Object.hasOwn(kinds, name);
export const sectionNames: readonly SectionName[] = Object.keys(kinds).filter(isSection);

/** The sections that a new notice begins with. */
export type ScaffoldSection = {
  [S in SectionName]: (typeof kinds)[S] extends { readonly inScaffold: true } ? S : never;
}[SectionName];
export const isInScaffold = (name: SectionName): name is ScaffoldSection =>
  sectionKinds[name].inScaffold === true;

/** The sections whose facts have an id each. */
export type SectionOfIds = {
  [S in SectionName]: (typeof kinds)[S]['headings'] extends 'ids' ? S : never;
}[SectionName];

export const isOfTimes = (name: SectionName): boolean => sectionKinds[name].headings === 'times';
export const isOfIds = (name: SectionName): name is SectionOfIds => sectionKinds[name].headings === 'ids';
/** Whether the level-3 headings divide the section; in a free one they are the writer's own. */
export const isDivided = (name: SectionName): boolean => sectionKinds[name].headings !== 'free';

/** The heading to type. */
export const titleText = (name: SectionName): LocalText =>
  perLocale((locale) => sectionKinds[name].titles[locale][0]);

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
