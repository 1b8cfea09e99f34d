import { foldTitle, type SectionName, sectionKinds, sectionNames } from '../../model/sections.ts';
import { type Locale, otherLocale, perLocale } from '../../model/values.ts';

const byTitle = perLocale(
  (locale): ReadonlyMap<string, SectionName> =>
    new Map(
      sectionNames.flatMap((name) =>
        sectionKinds[name].titles[locale].map((title) => [foldTitle(title), name]),
      ),
    ),
);

export const sectionOf = (title: string, locale: Locale): SectionName | undefined =>
  byTitle[locale].get(foldTitle(title));

/** The section that a heading means in the other language. */
export const sectionInOther = (title: string, locale: Locale): SectionName | undefined =>
  sectionOf(title, otherLocale(locale));

const byOtherName: ReadonlyMap<string, SectionName> = new Map(
  sectionNames.flatMap((name) => sectionKinds[name].alsoCalled.map((title) => [foldTitle(title), name])),
);

/** The section that a heading means by a name of its own. */
export const sectionAlsoCalled = (title: string): SectionName | undefined =>
  byOtherName.get(foldTitle(title));

/** Every title of a language, folded. */
export const allTitles = (locale: Locale): readonly string[] => [...byTitle[locale].keys()];

/** The titles to type, as a sentence lists them. */
export const firstTitles = (locale: Locale): string =>
  sectionNames.map((name) => sectionKinds[name].titles[locale][0]).join(', ');
