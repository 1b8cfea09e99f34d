import { languageOf, leansTo } from '../../language/text/detect-language.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { type Locale, locales, otherLocale } from '../../model/values.ts';
import { type InEach, inEach } from '../../model/words.ts';
import { linesOf, placeIn, type Read, type Source } from '../files.ts';
import { sectionInOther, sectionOf } from './section-titles.ts';

/**
 * The texts of a folder, each under the language that it is in: two files under each other's names are one mistake,
 * and are read as they were meant. A text that is wholly in the other language is left out, and is one mistake too.
 */
export function textsAstray(sources: InEach<Source>): Read<InEach<Source>> {
  const astray = locales.filter((locale) => {
    const source = sources[locale];
    return source !== undefined && isInOther(source.text, locale);
  });
  const [first] = astray;
  const source = first && sources[first];
  if (first === undefined || source === undefined) return { value: sources, problems: [] };
  const other = otherLocale(first);
  // Words alone, under headings of the right language or none, are reported paragraph by paragraph.
  if (astray.length < locales.length && foreignTitles(source.text, first) === 0)
    return { value: sources, problems: [] };
  if (astray.length === locales.length)
    return {
      value: inEach((locale) => sources[otherLocale(locale)]),
      problems: [told(source, 'swapped', first)],
    };
  return {
    value: inEach((locale) => (locale === first ? undefined : sources[locale])),
    problems: [told(source, sources[other] === undefined ? 'renamed' : `copied.${first}`, first)],
  };
}

const told = ({ file }: Source, variant: string, locale: Locale): Problem =>
  problem('file/language', placeIn(file), { meant: `${otherLocale(locale)}.md`, locale }, variant);

/** By the headings of its sections, and by its words: the greater part of both. Under its headings a few words will do. */
function isInOther(text: string, locale: Locale): boolean {
  const own = titlesOf(text).filter(
    (title) => sectionOf(title, locale) !== undefined && sectionInOther(title, locale) === undefined,
  ).length;
  const foreign = foreignTitles(text, locale);
  const other = otherLocale(locale);
  return own <= foreign && (languageOf(text) === other || (foreign > 0 && own === 0 && leansTo(text, other)));
}

const titlesOf = (text: string): readonly string[] =>
  linesOf(text).flatMap(
    (line) => /^## +(\S.*)$/.exec(line.trimEnd().replace(/(?<! ) *\{#[^{}]*\}$/, ''))?.[1] ?? [],
  );

const foreignTitles = (text: string, locale: Locale): number =>
  titlesOf(text).filter(
    (title) => sectionOf(title, locale) === undefined && sectionInOther(title, locale) !== undefined,
  ).length;
