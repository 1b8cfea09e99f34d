/** The first words of a text, at most 160 characters or as many as asked for, whole words only. */
export function shortened(text: string, most = 160): string {
  const line = text.replace(/[ \t\n]+/g, ' ').trim();
  if (line.length <= most) return line;
  return `${line.slice(0, line.lastIndexOf(' ', most - 2))}…`;
}
