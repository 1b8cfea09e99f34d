import { fold } from '../wording/sentences.ts';
import { type Draft, placed, type Rule } from './draft.ts';
import { letter, type Notation } from './notation.ts';

/**
 * The value of `size` said after `value`: `quatre-vingts`, `three dozen` and `two hundred` multiply, `forty-eight` and
 * `soixante-douze` add; undefined where they are two numbers.
 */
function together(value: number, size: number): number | undefined {
  if (size >= 100 || size === 12 || (value === 4 && size === 20)) return value * size;
  if (value % 100 === 0 && value > 0 && size < 100) return value + size;
  const adds = value >= 20 ? value % 10 === 0 && size < 20 : value === 10 && size < 10;
  return adds ? value + size : undefined;
}

/** The rule of numbers in words, which never count but can stand for a figure of the other language. */
export function wordRule(n: Notation): Rule {
  const word = placed(`[${letter}]{1,14}(?![${letter}])`);
  const next = placed(`(?:-| et | and | )([${letter}]{1,14})(?![${letter}])`);
  const andHalf = placed(n.andHalf);

  const sizeOf = (part: string): number | undefined => {
    const places = n.scales.get(part);
    return n.words.get(part) ?? (places === undefined ? undefined : 10 ** places);
  };
  const isUnit = (part: string): boolean =>
    n.seconds.has(part) || n.monthsLong.has(part) || (sizeOf(part) ?? 0) >= 12;

  return (text, at) => {
    const first = word(text, at)?.[0];
    if (first === undefined) return undefined;
    const name = fold(first);
    let end = at + first.length;
    const draft: Draft = { kind: 'number', value: name, from: at, to: end, standing: 'word', figures: [] };
    const shares = n.shares.get(name);
    if (shares) return { end, drafts: [{ ...draft, also: shares }] };
    const isArticle = n.articles.has(name) && isUnit(fold(next(text, end)?.[1] ?? ''));
    const start = isArticle ? 1 : n.words.get(name);
    if (start === undefined) return undefined;
    let value = start;
    for (let parts = 0; parts < 4; parts++) {
      const m = next(text, end);
      const size = sizeOf(fold(m?.[1] ?? ''));
      const sum: number | undefined = size === undefined ? undefined : together(value, size);
      if (!m || sum === undefined) break;
      value = sum;
      end += m[0].length;
    }
    const figure = String(andHalf(text, end) ? value + 0.5 : value);
    return { end, drafts: [{ ...draft, to: end, figures: [figure] }] };
  };
}
