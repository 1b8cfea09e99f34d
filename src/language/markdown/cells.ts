import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** The words of a table's cells know their row and, in `meta`, their column: the parser gives them neither. */
export function cellPlaces(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.before('inline', 'cell_places', (state: StateCore) => {
    let row: Token | undefined;
    let column = 0;
    const lines = state.tokens.some(({ type }) => type === 'tr_open') ? state.src.split('\n') : [];
    for (const token of state.tokens) {
      if (token.type === 'tr_open') [row, column] = [token, 0];
      else if (token.type === 'tr_close') row = undefined;
      else if (token.type === 'inline' && row?.map) {
        const found = (lines[row.map[0]] ?? '').indexOf(token.content, column);
        if (found >= 0) column = found;
        token.map = row.map;
        token.meta = { column };
        column += token.content.length;
      }
    }
  });
}

/** The column of a cell's words, from 0; `undefined` for words that stand elsewhere. */
export const cellColumn = ({ meta }: Token): number | undefined =>
  typeof meta === 'object' && meta !== null && 'column' in meta && typeof meta.column === 'number'
    ? meta.column
    : undefined;
