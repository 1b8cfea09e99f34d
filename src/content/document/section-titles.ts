import { foldTitle, type SectionName, sectionKinds, sectionNames } from '../../model/sections.ts';
import { type Locale, locales, otherLocale, perLocale } from '../../model/values.ts';

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

/** The section whose name stands among the words of a heading, the longest name first: `Incident timeline`. */
export function sectionWithin(title: string, locale: Locale): SectionName | undefined {
  const words = ` ${foldTitle(title).replace(/[^\p{L}\p{N}']+/gu, ' ')} `;
  const known = [...byTitle[locale], ...byTitle[otherLocale(locale)], ...byOtherName];
  const within = known
    .filter(([name]) => words.includes(` ${name} `))
    .sort(([a], [b]) => b.length - a.length);
  return within[0]?.[1];
}

/** Every name of a section in either language, folded. */
export const allNames: readonly string[] = [
  ...locales.flatMap((locale) => [...byTitle[locale].keys()]),
  ...byOtherName.keys(),
];

/** The titles to type, as a sentence lists them. */
export const firstTitles = (locale: Locale): string =>
  sectionNames.map((name) => sectionKinds[name].titles[locale][0]).join(', ');
