import type { MarkdownIt, StateCore } from 'markdown-it';

/** `Téléphone : 1 800 555-0199`, `**Email:** help@example.ca`. */
const labelled = /^[ \t]*(?:\*\*|__)?\p{Lu}[^:\n]{0,40}:(?!\/\/)(?:\*\*|__)?[ \t\u00a0]*\S/u;

/** A line of a list of contacts is short; one of prose that goes on is not. */
const longest = 100;

/** A paragraph of short lines, two or more of them like `Phone: …`, keeps its ends of lines. */
export function labelledLines(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.after('inline', 'labelled_lines', (state: StateCore) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'inline' || state.tokens[index - 1]?.type !== 'paragraph_open') return;
      const lines = token.content.split('\n');
      if (lines.length < 2 || lines.some((line) => line.length > longest)) return;
      if (lines.filter((line) => labelled.test(line)).length < 2) return;
      for (const child of token.children ?? []) {
        if (child.type === 'softbreak') [child.type, child.tag] = ['hardbreak', 'br'];
      }
    });
  });
}
