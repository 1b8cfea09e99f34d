import { htmlOf } from '../../language/markdown/paragraphs.ts';
import type { Place } from '../../model/problem.ts';
import { isRuleName, type RuleName } from '../../model/rules.ts';
import { type Parsed, placeAt } from '../files.ts';

/** A comment of a text file, in Markdown or in YAML. */
export interface Comment {
  readonly place: Place;
  /** The line on which it ends. */
  readonly line: number;
  readonly words: string;
  readonly isClosed: boolean;
}

/** `allow RULE: reason`: silences a warning on its own line and the next, or as far as `until`. */
export interface Suppression {
  readonly rule: RuleName;
  readonly line: number;
  readonly until: number;
}

/** The rule that a comment names with a reason, whether there is one of that name or not. */
export const ruleNamed = (words: string): string | undefined =>
  /^allow\s+([a-z-]+\/(?:[a-z-]+|\*))\s*:\s*\S/.exec(words)?.[1];

export const suppressionsIn = (
  comments: readonly { readonly line: number; readonly words: string; readonly until?: number }[],
): readonly Suppression[] =>
  comments.flatMap(({ line, words, until = line + 1 }) => {
    const rule = ruleNamed(words);
    return rule !== undefined && isRuleName(rule) ? [{ rule, line, until }] : [];
  });

/** The comments in the Markdown of a text file. */
export const commentsIn = (document: Parsed): readonly Comment[] =>
  htmlOf(document.body, document.lines).flatMap(({ html, spot }) => {
    const place = placeAt(document, spot);
    return [...html.matchAll(/<!--([\s\S]*?)(?:-->|$)/g)].map(({ 0: whole, 1: words = '', index }) => ({
      place,
      line: place.line + html.slice(0, index + whole.length).split('\n').length - 1,
      words: words.trim(),
      isClosed: whole.endsWith('-->'),
    }));
  });
