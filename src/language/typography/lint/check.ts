import type { Finding } from '../../text/finding.ts';
import { space } from '../rule.ts';

/** One thing to look for in a paragraph whose addresses are masked. */
export interface Check {
  readonly rule: Finding['rule'];
  readonly find: RegExp;
  /** What to write instead of the match; nothing where it is right after all. */
  readonly suggest: (match: RegExpExecArray) => string | undefined;
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

/** `15/08/2019` as ISO 8601; both readings, the usual one first, where it could be either. */
export function isoDates(
  a: string,
  b: string,
  year: string,
  usual: 'day first' | 'month first',
): readonly string[] {
  const iso = (month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
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
export const byThrees = (digits: string, separator: string): string =>
  digits.replace(/[0-9](?=(?:[0-9]{3})+$)/g, (digit) => digit + separator);
