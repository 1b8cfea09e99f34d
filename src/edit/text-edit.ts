/** A text with something added to it, and the line (from 1) that a writer goes to next. */
export interface Edit {
  readonly text: string;
  readonly line: number;
}

/** What is put in at an offset; the writer goes to the line on which `goal` of it stands. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
  readonly goal: number;
}

/** Whole lines, ended as the text ends its first; the last of a text that ends without one is left so. */
export function linesAt(text: string, offset: number, lines: readonly string[], goal = 0): Insertion {
  const eol = eolOf(text);
  const unended = offset === text.length && /[^\n\uFEFF]$/.test(text);
  const start = unended ? eol : '';
  const before = lines.slice(0, goal).map((line) => line + eol);
  return {
    offset,
    text: start + lines.join(eol) + (unended ? '' : eol),
    goal: (start + before.join('')).length,
  };
}

/** Puts insertions, in the order of their offsets, into a text; the last has the writer's goal. */
export function applied(text: string, insertions: readonly Insertion[]): Edit {
  let result = '';
  let from = 0;
  let goal = 0;
  for (const insertion of insertions) {
    result += text.slice(from, insertion.offset);
    goal = result.length + insertion.goal;
    result += insertion.text;
    from = insertion.offset;
  }
  return { text: result + text.slice(from), line: result.slice(0, goal).split(lineEnd).length };
}

const lineEnd = /\r\n|\r|\n/;
/** How the first line of a text ends. */
export const eolOf = (text: string): string => /\r?\n/.exec(text)?.[0] ?? '\n';
/** The lines of a text, each with its end. */
export const linesWithEnds = (text: string): readonly string[] =>
  text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];

/** The blank beginning of the line of an offset. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^ */.exec(text.slice(start, offset))?.[0] ?? '';
}

/** Where the line after that of an offset begins; an offset right after a line's end begins one. */
export function nextLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
