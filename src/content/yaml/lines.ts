/** A line of a text: where it begins, and what is written in it. */
export interface Line {
  readonly start: number;
  readonly written: string;
}

/** What a line says: `  - title: words` has its key from 4, its value from 11. */
interface Entry {
  readonly key: string;
  readonly value: string;
  /** Where the value begins, in the text. */
  readonly offset: number;
}

/** A whole value in quotation marks, as a writer types it: straight ones, in the place of “…” and « … » around it all. */
export function quotedByWriter(value: string): string {
  const words = /^[“«”]\s*([^“”«»"]*[^“”«»"\s])\s*[”»"]$/.exec(value)?.[1] ?? value;
  return words.includes('"') || words.includes('\\') ? `'${words.replaceAll("'", "''")}'` : `"${words}"`;
}

/** The value that begins at an offset, up to the end of its line, or of its place in brackets. */
export function valueAt(text: string, offset: number): { readonly key: string; readonly value: string } {
  const line = lineAt(text, offset);
  const entry = entryIn(line);
  if (entry?.offset === offset) return entry;
  const rest = line.written.slice(offset - line.start);
  const end = rest.search(/[,\]}]/);
  return { key: '', value: (end < 0 ? rest : rest.slice(0, end)).trimEnd() };
}

export function lineAt(text: string, offset: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, written: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '') };
}

export const lineBefore = (text: string, { start }: Line): Line | undefined =>
  start === 0 ? undefined : lineAt(text, start - 1);

/** What follows the first colon that is followed by a space, or the dash of a list. */
export function entryIn({ start, written }: Line): Entry | undefined {
  const dashes = /^[ \t]*(?:-[ \t]+)*/.exec(written)?.[0].length ?? 0;
  if (written[dashes] === '#') return undefined;
  const colon = written.slice(dashes).search(/:(?:[ \t\u00a0]|$)/);
  const begins = colon < 0 ? dashes : dashes + colon + 1;
  if (colon < 0 && !written.slice(0, dashes).includes('-')) return undefined;
  const spaces = /^[ \t\u00a0]*/.exec(written.slice(begins))?.[0].length ?? 0;
  const value = written.slice(begins + spaces).trimEnd();
  return {
    key: colon < 0 ? '' : `${written.slice(dashes, dashes + colon).trim()}:`,
    value,
    offset: start + begins + spaces,
  };
}
