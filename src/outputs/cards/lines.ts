/** How wide a text is, in pixels. */
export type Measure = (text: string) => number;

/**
 * Breaks a text into lines of at most `width` pixels, at spaces (never at U+00A0) and after hyphens; a word that is
 * wider than a line is cut. What does not fit into `most` lines ends in an ellipsis.
 */
export function linesOf(text: string, width: number, most: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    if (lines.length > most) break;
    if (measure((line + word).trimEnd()) <= width) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (lines.length <= most && measure(line.trimEnd()) > width) {
      const head = fitting(line, width, measure);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== '') lines.push(line);
  if (lines.length > most) {
    lines.splice(most - 1, lines.length, shortened(lines.slice(most - 1).join(''), width, measure));
  }
  return lines.map((one) => one.trimEnd());
}

/** A text of one line: as it is, or its beginning with an ellipsis. */
export function shortened(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const head = fitting(text, width - measure('…'), measure).trimEnd();
  const space = head.lastIndexOf(' ');
  return `${space > head.length / 2 ? head.slice(0, space) : head}…`;
}

/** Words with the space after them; compounds in parts. */
const wordsOf = (text: string): readonly string[] => text.match(/[^ -]*(?:-+ *| +)|[^ -]+$/g) ?? [];

/** The longest beginning that fits, at least one character. */
function fitting(text: string, width: number, measure: Measure): string {
  const characters = [...text];
  let [low, high] = [1, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(characters.slice(0, middle).join('')) <= width) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}
