/** A stretch of a sentence: words, a time for machines too, or a link. */
export interface Span {
  readonly text: string;
  readonly datetime?: string;
  readonly href?: string;
  /** The language of the text, where it is not the page's. */
  readonly lang?: string;
  /** The language of what the link leads to. */
  readonly hreflang?: string;
}

/** A sentence that a template writes piece by piece. */
export type RichText = readonly Span[];

export const plain = (text: string): RichText => [{ text }];

/** Lines one after the other with the same words between them. */
export const joined = (lines: readonly RichText[], between: string): RichText =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: between }, ...line]));

/** Lines as a list in a sentence: A, B and C; `and` has its spaces. */
export const listed = (lines: readonly RichText[], and: string): RichText =>
  lines.length < 2
    ? lines.flat()
    : [...joined(lines.slice(0, -1), ', '), { text: and }, ...(lines.at(-1) ?? [])];

/** Stand for the pieces while the catalogue builds its sentence: nothing that a writer could type. */
const first = 0xe000;

export const placeholder = (index: number): string => String.fromCharCode(first + index);

/** A sentence with placeholders becomes a line; `pieces` by their index. */
export function fill(sentence: string, spans: readonly RichText[]): RichText {
  const line: Span[] = [];
  for (const part of sentence.split(/([\uE000-\uE0FF])/)) {
    const code = part.charCodeAt(0) - first;
    const span = part.length === 1 && code >= 0 ? spans[code] : undefined;
    if (span !== undefined) line.push(...span);
    // An abbreviation at the end of a sentence has its period.
    else if (part.startsWith('.') && line.at(-1)?.text.endsWith('.')) line.push({ text: part.slice(1) });
    else if (part !== '') line.push({ text: part });
  }
  return line;
}

export const textOf = (line: RichText): string => line.map(({ text }) => text).join('');
