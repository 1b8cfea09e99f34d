import { isGuidance } from '../../content/document/guidance.ts';
import type { PlacedParagraph } from '../../content/notice/blocks.ts';
import { otherLanguageOf } from '../../language/text/detect-language.ts';
import type { Finding } from '../../language/text/finding.ts';
import { placeholderIn } from '../../language/text/placeholders.ts';
import { hasKey, say } from '../../language/translate.ts';
import { type Habits, habitsOf } from '../../language/typography/lint/habits.ts';
import { typographyFindings } from '../../language/typography/lint/lint.ts';
import { type Glossary, termFindings } from '../../language/wording/glossary.ts';
import { wordingFindings } from '../../language/wording/wording.ts';
import { at, type Problem, problem } from '../../model/problem.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { CheckOf, Texts } from '../context.ts';

export const id = 'wording/*';

/**
 * Typography that the typesetter leaves alone, terms to avoid, and phrases that a reader has heard too often; so for
 * `typography/*`, `markdown/unclosed`, `parity/language` and guidance that nobody replaced.
 */
export const check: CheckOf<Pick<Texts, 'blocks'>> = ({ blocks }, { glossary }) =>
  locales.flatMap((locale) => {
    const paragraphs = (blocks[locale] ?? []).flatMap((block) => block.paragraphs);
    const habits = habitsOf(
      paragraphs.map(({ text }) => text),
      locale,
    );
    return paragraphs.flatMap((paragraph) => inParagraph(paragraph, locale, glossary, habits));
  });

function inParagraph(
  { text, quoted, at: placeOf }: PlacedParagraph,
  locale: Locale,
  glossary: Glossary,
  habits: Habits,
): readonly Problem[] {
  // Guidance is no text: nothing half-written is published.
  if (isGuidance(text)) return [problem('facts/no-text', placeOf(0), { found: shortened(text) }, 'guidance')];
  const foreign = otherLanguageOf(text, locale);
  if (foreign !== undefined) return [problem('parity/language', placeOf(0), { lang: foreign }, foreign)];
  const findings: readonly Finding[] = [
    ...typographyFindings(text, locale, habits),
    ...placeholderIn(text),
    // A quotation says what was said, in the words that were used.
    ...(quoted ? [] : inWords(text, locale, glossary)),
  ];
  return findings.map((finding) => {
    const values = { ...finding.values, ...exampleOf(finding, locale) };
    return at(placeOf(finding.index), { ...finding, values });
  });
}

/** A sentence as a writer would type it, in the language of the text that lacks one. */
function exampleOf({ rule }: Finding, locale: Locale): { readonly example?: string } {
  const key = `example.${rule}`;
  return hasKey(locale, key) ? { example: say(locale, key) } : {};
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Terms and phrases to avoid; of a word that is both, the one that says what to write. */
function inWords(text: string, locale: Locale, glossary: Glossary): Finding[] {
  const terms = termFindings(text, locale, glossary);
  const isTerm = ({ index, length }: Finding) =>
    terms.some((term) => term.index <= index && index + length <= term.index + term.length);
  return [
    ...terms,
    ...wordingFindings(text, locale).filter((one) => one.rule !== 'wording/jargon' || !isTerm(one)),
  ];
}
