import type { Content } from '../../content/content.ts';
import type { DocumentBlock } from '../../content/notice/blocks.ts';
import type { YamlDocument } from '../../content/yaml/document.ts';
import { isVariable, openIn, type Phrase, variables } from '../../language/phrases/phrase.ts';
import { suggest } from '../../language/suggest.ts';
import { opaque } from '../../language/typography/typography.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { type Locale, locales, otherLocale, perLocale } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';
import { quantityProblems } from '../texts/parity.ts';
import * as prose from '../texts/prose.ts';

export const id = 'phrase/variable';

/** A team's own phrases: their variables, and their numbers and words as those of any text. */
export const check: CheckOf<Content> = (content) => {
  const { own, facts } = content.phrases;
  const blocks = perLocale((locale) => own.map((phrase) => blockOf(phrase, locale, facts)));
  return [
    ...own.flatMap((phrase) =>
      locales.flatMap((locale) => variableProblems(phrase, locale, placeOf(phrase, locale, facts))),
    ),
    ...own.flatMap((phrase) => quantityProblems(perLocale((locale) => blockOf(phrase, locale, facts)))),
    ...prose.check({ blocks }, content),
  ];
};

const placeOf = ({ name }: Phrase, locale: Locale, facts: YamlDocument) =>
  facts.at(['phrases', name, locale]);

function variableProblems(phrase: Phrase, locale: Locale, place: Problem['place']): readonly Problem[] {
  const other = otherLocale(locale);
  const here = openIn(phrase[locale]);
  const unknown = here
    .filter((name) => !isVariable(name))
    .map((found) => {
      const meant = suggest(found, variables);
      const values = {
        found: braced(found),
        allowed: variables.map(braced).join(', '),
        meant: braced(meant ?? ''),
      };
      return problem('phrase/variable', place, values, meant === undefined ? undefined : 'nearest');
    });
  const missing = openIn(phrase[other])
    .filter((name) => isVariable(name) && !here.includes(name))
    .map((found) =>
      problem('phrase/variable', place, { name: phrase.name, found: braced(found) }, `missing.${other}`),
    );
  return [...unknown, ...missing];
}

const braced = (name: string): string => `{${name}}`;

/** A phrase as a paragraph, its variables as words that nothing is known of. */
function blockOf(phrase: Phrase, locale: Locale, facts: YamlDocument): DocumentBlock {
  const place = placeOf(phrase, locale, facts);
  const text = phrase[locale].replace(/\{[^{}\s]{1,40}\}/g, opaque);
  const paragraph = { text, heading: false, quoted: false, at: () => place };
  return { key: phrase.name, place, written: text, paragraphs: [paragraph], references: [], foreign: false };
}
