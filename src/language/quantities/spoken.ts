import { fold } from '../wording/sentences.ts';
import { placed } from './draft.ts';
import { letter, type Notation } from './notation.ts';

/** A number in words, and where it ends. */
export interface Spoken {
  readonly value: number;
  readonly end: number;
  /** `a` or « un », which mostly count nothing. */
  readonly article: boolean;
}

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

/** Reads a number in words at one place, its article among them where a unit follows. */
export function spokenReader(n: Notation): (text: string, at: number) => Spoken | undefined {
  const word = placed(`[${letter}]{1,14}(?![${letter}])`);
  const next = placed(`(?:-| et | and | )([${letter}]{1,14})(?![${letter}])`);
  const sizeOf = (part: string): number | undefined => {
    const places = n.scales.get(part);
    return n.words.get(part) ?? (places === undefined ? undefined : 10 ** places);
  };
  return (text, at) => {
    const first = word(text, at)?.[0];
    if (first === undefined) return undefined;
    const name = fold(first);
    const following = fold(next(text, at + first.length)?.[1] ?? '');
    const isUnit = n.seconds.has(following) || n.monthsLong.has(following) || (sizeOf(following) ?? 0) >= 12;
    // `a second outage`, « une seconde panne ».
    const isArticle = n.articles.has(name) && isUnit && n.seconds.get(following) !== 1;
    const start = isArticle ? 1 : n.words.get(name);
    if (start === undefined) return undefined;
    let [value, end] = [start, at + first.length];
    for (let parts = 0; parts < 4; parts++) {
      const m = next(text, end);
      const size = sizeOf(fold(m?.[1] ?? ''));
      const sum: number | undefined = size === undefined ? undefined : together(value, size);
      if (!m || sum === undefined) break;
      value = sum;
      end += m[0].length;
    }
    return { value, end, article: value === 1 && n.singles.has(name) };
  };
}
