import type { Finding } from '../../text/finding.ts';
import { apart, pattern, space } from '../rule.ts';
import type { Habits } from './habits.ts';

/** One thing to look for in a paragraph whose addresses are masked. */
export interface Check {
  readonly rule: Finding['rule'];
  readonly find: RegExp;
  /** What to write instead of the match; nothing where it is right after all. */
  readonly suggest: (match: RegExpExecArray) => string | undefined;
  /** The habit of a text that makes the match right. */
  readonly unless?: keyof Habits;
}

export const spaced = (text: string): string => text.replace(/\s+/gu, ' ');

/** No longer number, time, date, path or version begins before. */
export const figureStart = String.raw`(?<![\p{L}\p{M}\p{N}_.,:/$#@+-])`;
/** Nor ends after. */
export const figureEnd = String.raw`(?![\p{L}\p{M}\p{N}_/-]|[.:,][0-9])`;
/** Neither after a date in figures or UTC, nor before UTC or an offset: a time of the machines. */
export const notUtcBefore = `(?<!(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|UTC|GMT)${space})`;
export const notUtcAfter = String.raw`(?!${space}?(?:UTC|GMT|Z(?!\p{L})|[+−-][0-9]{2}:?[0-9]{2}))`;

/** The beginning of a paragraph or of a sentence, a quotation or what follows a colon. */
export const sentenceStart = `(?<=^|[.!?…:][»”")]?${space}|[«“"(]${space}?)`;

/** `2:05` and `a` or `p` to `02:05`, `14:05`. */
export function wallTime(hour: string, minute = '00', half?: string): string {
  const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return `${String(h).padStart(2, '0')}:${minute}`;
}

const wordEnd = String.raw`(?![\p{L}\p{M}\p{N}_’'-])`;

/** The full stop without its space, `environment.The`; a word said twice, `the the`; a sentence in capitals. */
export const commonChecks = (mayRepeat: ReadonlySet<string>): readonly Check[] => [
  {
    rule: 'typography/space',
    find: pattern`(?<![\p{L}\p{N}.\uFFFC_/-])(\p{Ll}[\p{Ll}’'-]{1,24}[.!?])(\p{Lu}[\p{Ll}’']{0,24})(?=[\s,:;])`,
    suggest: ([, before, after]) => `${before} ${after}`,
  },
  {
    rule: 'typography/repeated',
    find: pattern`${apart}(?<![’'-])(\p{L}[\p{Ll}’']{0,19}${space}\p{Ll}{1,20})${space}\1${wordEnd}`,
    suggest: ([, once = '']) => once,
  },
  {
    rule: 'typography/repeated',
    find: pattern`${apart}(?<![’'-])(\p{L})(\p{Ll}{0,19})${space}(\p{Ll})\2${wordEnd}`,
    suggest: ([, first = '', rest = '', second = '']) =>
      first.toLowerCase() !== second || mayRepeat.has(second + rest) ? undefined : first + rest,
  },
  {
    rule: 'typography/shouting',
    find: pattern`(?<=^|[.!?…:]${space}|\n)(?:\p{Lu}[\p{Lu}’'-]*[,;:]?${space}){3,60}\p{Lu}[\p{Lu}’'-]+(?=[.!?…]|$|\n)`,
    suggest: ([found]) => (isShouting(found) ? sentenceCase(found) : undefined),
  },
];

/** Words, not the short names of protocols: one of five letters at least, and a very short one. */
const isShouting = (found: string): boolean =>
  found.length >= 20 && /\p{L}{5}/u.test(found) && /(?<!\p{L})\p{L}{1,3}(?!\p{L})/u.test(found);

const sentenceCase = (found: string): string => found.charAt(0) + found.slice(1).toLowerCase();

/** `15/08/2019` as ISO 8601; both readings, the usual one first, where it could be either. */
export function isoDates(
  a: string,
  b: string,
  year: string,
  usual: 'day first' | 'month first',
): readonly string[] {
  const full = year.length === 2 ? `20${year}` : year;
  const iso = (month: string, day: string) => `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const readings = [
    [b, a],
    [a, b],
  ] as const;
  const ordered = usual === 'day first' ? readings : readings.toReversed();
  const dates = ordered
    .filter(
      ([month, day]) => Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31,
    )
    .map(([month, day]) => iso(month, day));
  return [...new Set(dates)];
}

/** `1 234,50`, `1,234.50`, `1234.5` as whole digits and cents. */
export function figureParts(written: string): { readonly whole: string; readonly part: string } {
  const bare = written.replace(/\s/gu, '');
  const [, whole = '', part = ''] = /^([0-9]+(?:[.,][0-9]{3})*)(?:[.,]([0-9]{1,2}))?$/.exec(bare) ?? [];
  return { whole: whole.replace(/[.,]/g, ''), part };
}

/** `1234567` by threes: `1⍽234⍽567`. */
export function byThrees(digits: string, separator: string): string {
  const groups = digits.slice(digits.length % 3).match(/.{3}/gs) ?? [];
  return [digits.slice(0, digits.length % 3), ...groups].filter((group) => group !== '').join(separator);
}
