/** A line between updates. */
export const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Without the lines between updates. */
export function trimmed(text: string): string {
  const blocks = blocksOf(text);
  while (rule.test(blocks[0] ?? '')) blocks.shift();
  while (rule.test(blocks.at(-1) ?? '')) blocks.pop();
  return blocks.join('\n\n');
}

/** Paragraphs and the like, apart by empty lines; a fence of code is one. */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let fence: string | undefined;
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(open.join('\n'));
    open = [];
  };
  for (const line of text.split('\n')) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark !== undefined)
      fence = fence === undefined ? mark : line.trim().startsWith(fence) ? undefined : fence;
    if (line.trim() === '' && fence === undefined) close();
    else open.push(line.trimEnd());
  }
  close();
  return blocks;
}
