import type { Finding } from '../../language/text/finding.ts';
import { otherLanguageOf } from '../../language/text/detect-language.ts';
import { leftOver } from '../../language/text/placeholders.ts';
import { habitsOf } from '../../language/typography/lint/habits.ts';
import { typographyFindings } from '../../language/typography/lint/lint.ts';
import { type Glossary, termFindings } from '../../language/wording/glossary.ts';
import { wordingFindings } from '../../language/wording/wording.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Locale } from '../../model/values.ts';
import type { NoteBlock } from '../../content/notice/blocks.ts';
import { isGuidance } from '../../content/document/guidance.ts';

/** Typography that the fixer leaves alone, terms to avoid, and phrases that a reader has heard too often. */
export function lintProblems(blocks: readonly NoteBlock[], locale: Locale, glossary: Glossary): Problem[] {
  const habits = habitsOf(
    blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    locale,
  );
  return blocks.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, quoted, at }) => {
      // A line of the scaffold that nobody replaced is no text: nothing half-written is published.
      if (isGuidance(text)) return [problem('facts/no-text', at(0), { found: shortened(text) }, 'guidance')];
      const foreign = otherLanguageOf(text, locale);
      if (foreign !== undefined) return [problem('parity/language', at(0), { lang: foreign }, foreign)];
      const findings: Finding[] = [...typographyFindings(text, locale, habits), ...leftOver(text)];
      // A quotation says what was said, in the words that were used.
      if (!quoted) findings.push(...inWords(text, locale, glossary));
      return findings.map(({ rule, index, values }) => problem(rule, at(index), values));
    }),
  );
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
