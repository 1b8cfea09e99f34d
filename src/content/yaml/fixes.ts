/** Some characters of a text (an offset in UTF-16 units) and what should stand there; lines stay as they are. */
export interface Fix {
  readonly offset: number;
  readonly old: string;
  readonly put: string;
}

export const fixed = (text: string, { offset, old, put }: Fix): string =>
  text.slice(0, offset) + put + text.slice(offset + old.length);

/** The offset before a fix of what stands at `offset` after it. */
export function beforeFix(offset: number, fix: Fix): number {
  if (offset <= fix.offset) return offset;
  const after = fix.offset + fix.put.length;
  if (offset < after) return fix.offset + Math.min(offset - fix.offset, fix.old.length);
  return offset - fix.put.length + fix.old.length;
}

/**
 * The text with what cannot be read made blank, so that the rest stands where it stood: the item of a list, or else
 * everything under the key of the first level, which is named. `undefined` where it is blank already.
 */
export function withoutBlock(
  text: string,
  offset: number,
): { readonly text: string; readonly key: string } | undefined {
  const lines = text.split('\n');
  const at = text.slice(0, offset).split('\n').length - 1;
  const begins = (line: string) => /^[^\s#\-\]}]/.test(line);
  const isBlank = (first: number, end: number) => lines.slice(first, end).every((line) => line.trim() === '');
  const first = Math.max(
    0,
    lines.findLastIndex((line, index) => index <= at && begins(line)),
  );
  const next = lines.findIndex((line, index) => index > first && begins(line));
  const end = next < 0 ? lines.length : next;
  const dash = /^[ \t]*- /.exec(lines.slice(first + 1, end).find((line) => line.trim() !== '') ?? '')?.[0];
  const isItem = (line: string | undefined) => dash !== undefined && line?.startsWith(dash) === true;
  let [from, to] = [at, at + 1];
  while (from > first && !isItem(lines[from])) from -= 1;
  while (to < end && !isItem(lines[to])) to += 1;
  if (from === first || isBlank(from, to)) [from, to] = [first, end];
  if (isBlank(from, to)) return undefined;
  const rest = lines.map((line, index) => (index >= from && index < to ? line.replace(/[^\r]/g, ' ') : line));
  return { text: rest.join('\n'), key: /[\w-]+/.exec(lines[first] ?? '')?.[0] ?? '' };
}
