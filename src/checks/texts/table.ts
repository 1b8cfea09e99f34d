import type { Document } from '../../content/document/document.ts';
import { placeAt } from '../../content/files.ts';
import { short } from '../../content/schema/front-matter.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';

export const id = 'markdown/table';

/** Rows of a spreadsheet that are no table, tables that lack their second line, and cells that are not shown. */
export const check: CheckOf<Document<unknown>> = (document) => {
  // Of the table that is being read.
  let columns = 0;
  return document.body.flatMap((token) => {
    if (token.type === 'table_open') columns = 0;
    if (token.type === 'th_open') columns += 1;
    if (token.map === null) return [];
    if (token.type === 'tr_open') return lostCell(document, token.map[0], columns);
    const isWords = token.type === 'paragraph_open' || token.type === 'code_block';
    return isWords ? notATable(document, token.map) : [];
  });
};

/** The cells of a line, as Markdown divides it: also within code. */
const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^[> ]*\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function lostCell(document: Document<unknown>, line: number, columns: number): readonly Problem[] {
  const written = document.lines[line] ?? '';
  const lost = cellsOf(written)[columns];
  if (columns === 0 || lost === undefined || lost === '') return [];
  const place = placeAt(document, { line, column: Math.max(0, written.lastIndexOf(lost)) });
  const isInCode = (written.match(/`[^`]*`/g) ?? []).some((code) => /(?<!\\)\|/.test(code));
  const variant = isInCode ? 'code' : 'cell';
  return [problem('markdown/table', place, { found: short(lost), columns }, variant)];
}

const delimiters = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+(?:\|[ \t]*)?$/;

function notATable(document: Document<unknown>, [from, to]: readonly [number, number]): readonly Problem[] {
  const lines = document.lines.slice(from, to);
  const place = (at: number) => placeAt(document, { line: from + at, column: 0 });
  const tabbed = lines.flatMap((line, at) => (/\S\t+\S/.test(line) ? [at] : []));
  const [first] = tabbed;
  if (first !== undefined && (tabbed.length > 1 || /\S\t+\S.*\S\t+\S/.test(lines[first] ?? ''))) {
    const rows = [lines[first] ?? '', lines[tabbed[1] ?? -1] ?? ''].map((line) =>
      line.split('\t').map((cell) => cell.trim()),
    );
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const [head = [], next = []] = rows;
    const values = {
      head: short(row(head)),
      line: row(head.map(() => '---')),
      row: short(row(next.length > 1 ? next : head.map(() => '…'))),
    };
    return [problem('markdown/table', place(first), values, 'tabs')];
  }
  const delimiter = lines.findIndex((line) => delimiters.test(line));
  if (delimiter > 0) {
    const values = {
      columns: cellsOf(lines[delimiter - 1] ?? '').length,
      found: cellsOf(lines[delimiter] ?? '').length,
    };
    return values.columns === values.found
      ? []
      : [problem('markdown/table', place(delimiter), values, 'columns')];
  }
  const isRow = (line: string) => /^[ >]*\|.*\|[ \t]*$/.test(line);
  if (lines.length < 2 || !lines.every(isRow)) return [];
  const line = `|${cellsOf(lines[0] ?? '')
    .map(() => ' --- ')
    .join('|')}|`;
  return [problem('markdown/table', place(0), { line }, 'delimiter')];
}
