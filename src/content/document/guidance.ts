import { catalogues, translator } from '../../language/translate.ts';
import type { ScaffoldSection } from '../../model/sections.ts';
import { type Locale, locales } from '../../model/values.ts';

/** The line that a scaffold puts below a heading, for a writer to replace; `intro` stands before the first heading. */
export const guidanceFor = (part: ScaffoldSection | 'intro', locale: Locale): string =>
  translator(locale)(`guidance.${part}`);

/** Kinds of spaces, of apostrophes and of line ends do not matter: editors change them. */
const folded = (text: string): string => text.replaceAll('’', "'").replace(/\s+/g, ' ').trim();

const lines: readonly string[] = locales.flatMap((locale) =>
  Object.entries(catalogues[locale])
    .filter(([key]) => key.startsWith('guidance.'))
    .map(([, line]) => folded(line)),
);

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
