import { catalogues, translator } from '../../language/translate.ts';
import type { ScaffoldSection } from '../../model/sections.ts';
import { type Locale, locales } from '../../model/values.ts';

/** The line that a scaffold puts below a heading, for a writer to replace; `intro` stands before the first heading. */
export const guidanceFor = (part: ScaffoldSection | 'intro', locale: Locale): string =>
  translator(locale)(`guidance.${part}`);

/** Kinds of spaces, of apostrophes and of line ends do not matter: editors change them. */
const folded = (text: string): string => text.replaceAll('’', "'").replace(/\s+/g, ' ').trim();

/** The part that each line of guidance is for. */
const partOf: ReadonlyMap<string, string> = new Map(
  locales.flatMap((locale) =>
    Object.entries(catalogues[locale])
      .filter(([key]) => key.startsWith('guidance.'))
      .map(([key, line]) => [folded(line), key] as const),
  ),
);
const lines: readonly string[] = [...partOf.keys()];

/** Whether a paragraph still holds a line of guidance, of either language, whatever was written around it. */
export function isGuidance(paragraph: string): boolean {
  const text = folded(paragraph);
  return lines.some((line) => text.includes(line));
}

/** Whether a text is as `new` wrote it: no summary, and below its headings nothing but guidance. */
export function isUntouched(text: string): boolean {
  const [, front = '', body = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\s*\n([\s\S]*)$/.exec(text) ?? [];
  return (
    /^summary:[ \t]*\r?$/m.test(front) &&
    body.split('\n').every((line) => line.trim() === '' || line.startsWith('#') || isGuidance(line))
  );
}

/** The paragraphs that are guidance and nothing else, each by its part and the heading of level 3 above it. */
function guidanceIn(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  let heading = '';
  const all = text.split('\n');
  for (let index = 0; index < all.length; index += 1) {
    const line = all[index] ?? '';
    const level = /^(#{2,3}) /.exec(line)?.[1];
    if (level !== undefined) heading = level.length === 3 ? line.trim() : '';
    let end = index;
    while (level === undefined && (all[end] ?? '').trim() !== '' && !/^#{1,6} /.test(all[end] ?? ''))
      end += 1;
    const part = partOf.get(folded(all.slice(index, end).join(' ')));
    if (part !== undefined)
      found.set(
        `${part} ${heading}`,
        Array.from({ length: end - index }, (_, nth) => index + nth),
      );
    if (end > index) index = end - 1;
  }
  return found;
}

/** A text without the guidance that nobody replaced where the other text has words: its lines are blank. */
export function withoutGuidance(text: string, other: string): string {
  const waiting = guidanceIn(other);
  const blank = new Set([...guidanceIn(text)].flatMap(([key, at]) => (waiting.has(key) ? [] : at)));
  if (blank.size === 0) return text;
  return text
    .split('\n')
    .map((line, index) => (blank.has(index) ? line.replace(/[^\r]/g, '') : line))
    .join('\n');
}
