import { type Draft, patternOf, type Rule } from './quantities-draft.ts';
import { folded, letter, type Notation } from './quantities-notation.ts';

/**
 * The value of `size` said after `value`: `quatre-vingts` and `two hundred` multiply, `forty-eight` and
 * `soixante-douze` add; undefined where they are two numbers.
 */
function together(value: number, size: number): number | undefined {
  if (size >= 100 || (value === 4 && size === 20)) return value * size;
  const adds = value >= 20 ? value % 10 === 0 && size < 20 : value === 10 && size < 10;
  return adds ? value + size : undefined;
}

/** The rule of numbers in words, which never count but can stand for a figure of the other language. */
export function wordRule(n: Notation): Rule {
  const word = patternOf(`[${letter}]{1,14}(?![${letter}])`);
  const next = patternOf(`(?:-| et | )([${letter}]{1,14})(?![${letter}])`);
  const andHalf = patternOf(n.andHalf);

  const sizeOf = (part: string): number | undefined => {
    const places = n.scales.get(part);
    return n.words.get(part) ?? (places === undefined ? undefined : 10 ** places);
  };
  const isUnit = (part: string): boolean =>
    n.seconds.has(part) || n.monthsLong.has(part) || (sizeOf(part) ?? 0) >= 12;

  return (text, at) => {
    const first = word(text, at)?.[0];
    if (first === undefined) return undefined;
    const name = folded(first);
    let end = at + first.length;
    const draft: Draft = { kind: 'number', value: name, from: at, to: end, standing: 'word', figures: [] };
    const shares = n.shares.get(name);
    if (shares) return { end, drafts: [{ ...draft, also: shares }] };
    const isArticle = n.articles.has(name) && isUnit(folded(next(text, end)?.[1] ?? ''));
    const start = isArticle ? 1 : n.words.get(name);
    if (start === undefined) return undefined;
    const figures = [start];
    let value = start;
    for (let parts = 0; parts < 4; parts++) {
      const m = next(text, end);
      const size = sizeOf(folded(m?.[1] ?? ''));
      const sum: number | undefined = size === undefined ? undefined : together(value, size);
      if (!m || sum === undefined) break;
      value = sum;
      figures.push(value);
      end += m[0].length;
    }
    if (andHalf(text, end)) figures.push(value + 0.5);
    return { end, drafts: [{ ...draft, to: end, figures: figures.map(String) }] };
  };
}
