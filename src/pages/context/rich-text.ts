/** A stretch of a sentence: words, a time for machines too, or a link. */
export interface Piece {
  readonly text: string;
  readonly datetime?: string;
  readonly href?: string;
  /** The language of the text, where it is not the page's. */
  readonly lang?: string;
  /** The language of what the link leads to. */
  readonly hreflang?: string;
}

/** A sentence that a template writes piece by piece. */
export type Line = readonly Piece[];

export const plain = (text: string): Line => [{ text }];

/** Lines one after the other with the same words between them. */
export const joined = (lines: readonly Line[], between: string): Line =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: between }, ...line]));

/** Lines as a list in a sentence: A, B and C; `and` has its spaces. */
export const listed = (lines: readonly Line[], and: string): Line =>
  lines.length < 2
    ? lines.flat()
    : [...joined(lines.slice(0, -1), ', '), { text: and }, ...(lines.at(-1) ?? [])];

/** Stand for the pieces while the catalogue builds its sentence: nothing that a writer could type. */
const first = 0xe000;

export const placeholder = (index: number): string => String.fromCharCode(first + index);

/** A sentence with placeholders becomes a line; `pieces` by their index. */
export function fill(sentence: string, pieces: readonly Line[]): Line {
  const line: Piece[] = [];
  for (const part of sentence.split(/([\uE000-\uE0FF])/)) {
    const code = part.charCodeAt(0) - first;
    const piece = part.length === 1 && code >= 0 ? pieces[code] : undefined;
    if (piece !== undefined) line.push(...piece);
    // An abbreviation at the end of a sentence has its period.
    else if (part.startsWith('.') && line.at(-1)?.text.endsWith('.')) line.push({ text: part.slice(1) });
    else if (part !== '') line.push({ text: part });
  }
  return line;
}

export const textOf = (line: Line): string => line.map(({ text }) => text).join('');
