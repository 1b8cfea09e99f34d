import type { typographies } from '../../model/site.ts';
import { matchesOf } from '../text/matches.ts';

export type Profile = (typeof typographies)[number];

/** Stands where something is that is not words: code, an image. A rule looks at it and never changes it. */
export const opaque = '\uFFFC';

/** A text in place of what stands from `start` up to `end`, in UTF-16 units; never empty on both sides. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One step of the pipeline: what it changes in a paragraph, in order and apart from each other. */
export interface Rule {
  readonly name: string;
  readonly edits: (text: string, profile: Profile) => readonly Edit[];
}

export const noBreak = '\u00A0';
export const narrowNoBreak = '\u202F';

/** What a writer may have typed for a space: plain, thin, no-break, a line break in the source. */
export const space = String.raw`[ \t\n\u00A0\u2000-\u200A\u202F]`;
const oneSpace = new RegExp(space, 'u');
export const isSpace = (sign: string): boolean => oneSpace.test(sign);
/** Part of a word or of what stands for one. */
export const wordly = String.raw`[\p{L}\p{M}\p{N}\p{Co}\uFFFC]`;
/** Not inside a word, a number or a file name. */
export const apart = String.raw`(?<![\p{L}\p{M}\p{N}_])`;
export const ended = String.raw`(?![\p{L}\p{M}\p{N}_])`;

/**
 * Words of a pattern in letters of either case: `[mM][aA][iI]`. Never by `(?i:…)`: V8 forgets it at times, when it
 * compiles a pattern anew in a process that has run for long (seen with Node 24.21).
 */
export const anyCase = (words: string): string => {
  let inClass = false;
  return words.replace(/\\(?:p\{\w+\}|.)|[[\]]|\p{L}/gu, (part) => {
    if (part === '[' || part === ']') inClass = part === '[';
    const both = part.toLowerCase() + part.toUpperCase();
    const isLetter = !/^[\\[\]]/.test(part) && part.toLowerCase() !== part.toUpperCase();
    if (!isLetter) return part;
    return inClass ? both : `[${both}]`;
  });
};

/**
 * A global pattern from a template, so that the classes above read in place; a new line in it is for the eye
 * only.
 */
export const pattern = (source: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(String.raw(source, ...parts).replace(/\n\s*/g, ''), 'gu');

/** The edits of a pattern; `set` gives nothing where a match stays as it is. */
function editsOf(
  text: string,
  find: RegExp,
  set: (match: RegExpExecArray) => string | undefined,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of matchesOf(text, find)) {
    const out = set(match);
    if (out === undefined || out === match[0]) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, text: out });
  }
  return edits;
}

/** A rule that is one pattern. */
export const rule = (
  name: string,
  find: RegExp,
  set: (match: RegExpExecArray, profile: Profile) => string | undefined,
): Rule => ({ name, edits: (text, profile) => editsOf(text, find, (match) => set(match, profile)) });

/** The rest of an address, without the punctuation of the sentence around it. */
const address = String.raw`[^\s<>"«»“”\uFFFC]*[^\s<>"«»“”\uFFFC.,;:!?…)\]'’]`;

/** What is never typeset although it stands among words. */
const untouchable = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}:\/\/|www\.|mailto:|tel:|sms:)${address}`,
    // An e-mail address.
    String.raw`(?<![\p{L}\p{N}_.+%'-])[\p{L}\p{N}_][\p{L}\p{N}_.+%'-]{0,63}@[\p{L}\p{N}.-]{0,253}[\p{L}\p{N}]`,
    // A path of Windows.
    String.raw`(?<![\p{L}\p{N}])[a-zA-Z]:\\[^\s"«»“”\uFFFC]*`,
    // What templates and shells would expand; here it is plain text.
    String.raw`\$\{[^{}\n]{0,200}\}|\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}`,
    // `:tada:`
    String.raw`(?<![\p{L}\p{N}:]):[a-zA-Z0-9_+-]{1,40}:(?![\p{L}\p{N}:])`,
    // `;-)` anywhere, `:D` and `;)` after a space, but not the end of « (le texte :) ».
    String.raw`(?<![\p{L}\p{N}:])[:;]'?-[()DPpOo|/\\*](?![\p{L}\p{N}])`,
    String.raw`(?<!\S)[:;]'?(?:[DPp(|/]|(?<!\([^()]{0,200})\))(?=[\s.,;:!?…]|$)`,
  ].join('|'),
  'gu',
);

/** What one of these has in it, whichever it is. */
const begun = /[:;@{]|www\./;

/** The same text, as long, with `opaque` in place of addresses, paths, emoticons and the like. */
export const masked = (text: string): string =>
  begun.test(text) ? text.replace(untouchable, (found) => opaque.repeat(found.length)) : text;
