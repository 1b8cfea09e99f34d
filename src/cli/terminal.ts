import type { System } from './command.ts';

/** The widest that a line of prose gets, however wide the terminal is. */
const widest = 100;

/** Whether colours and signs may be shown: to someone who watches, and has not asked for none (no-color.org). */
export const isStyled = ({ terminal, environment: { NO_COLOR, TERM } }: System): boolean =>
  terminal && !NO_COLOR && TERM !== 'dumb';

/** How many columns a line may take. */
export const widthOf = ({ columns = 80 }: System): number => Math.min(columns > 0 ? columns : 80, widest);

/** The columns that a text takes: an accent that stands by itself takes none. */
export const columnsOf = (text: string): number => text.replace(/\p{M}/gu, '').match(/./gsu)?.length ?? 0;

/**
 * Breaks a text into lines of so many columns, at its plain spaces. A word that is longer keeps its line to itself, so
 * that an address can still be copied.
 */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ (?! )/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
