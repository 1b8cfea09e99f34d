import type { Locale } from '../../model/values.ts';
import { isVariable, type Phrase, piecesOf, type Variable } from './phrase.ts';

/** A paragraph that says a phrase, with the words that stand for its variables. */
export interface Said {
  readonly phrase: Phrase;
  readonly values: Readonly<Partial<Record<Variable, string>>>;
}

/** Typography apart: apostrophes and spaces of any kind. */
export const plain = (text: string): string =>
  text
    .normalize()
    .replace(/[’‘]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** No paragraph of a phrase is longer. */
const longest = 1000;

/** The phrase that a paragraph says from its first word to its last. */
export function saidIn(paragraph: string, book: readonly Phrase[], locale: Locale): Said | undefined {
  const text = plain(paragraph);
  if (text.length > longest) return undefined;
  for (const phrase of book) {
    const { words, between } = piecesOf(phrase[locale]);
    if (!text.startsWith(beginningOf(words[0] ?? ''))) continue;
    const match = patternOf(words).exec(text);
    if (match === null) continue;
    const values = between.flatMap((name, index) =>
      isVariable(name) ? [[name, match[index + 1] ?? ''] as const] : [],
    );
    return { phrase, values: Object.fromEntries(values) };
  }
  return undefined;
}

const beginnings = new Map<string, string>();

/** The words up to the first variable of a phrase, as a paragraph has them. */
function beginningOf(words: string): string {
  const known = beginnings.get(words) ?? plain(words);
  beginnings.set(words, known);
  return known;
}

const patterns = new Map<string, RegExp>();

function patternOf(words: readonly string[]): RegExp {
  const key = words.join('\0');
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const literal = (one: string) =>
    one
      .replace(/[’‘]/g, "'")
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const made = new RegExp(`^${words.map(literal).join('(.{1,200}?)')}$`, 'u');
  patterns.set(key, made);
  return made;
}
