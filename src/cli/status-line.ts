import type { Translate } from '../language/translate.ts';
import type { System } from './command.ts';
import { columnsOf, widthOf } from './terminal.ts';

/** One line on a terminal that says what is being done, and is gone when it is done. */
export interface StatusLine {
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

/** It writes over itself with spaces, which every terminal knows, and never breaks into two. */
export function statusLine(system: System): StatusLine {
  if (!system.terminal) return { say: () => {}, clear: () => {} };
  let shown = 0;
  const write = (text: string) => {
    const blank = ' '.repeat(Math.max(0, shown - columnsOf(text)));
    system.err(`\r${text}${blank}${text === '' ? '\r' : ''}`);
    shown = columnsOf(text);
  };
  return {
    say(text) {
      const room = widthOf(system) - 1;
      write(columnsOf(text) > room ? `${[...text].slice(0, room - 1).join('')}…` : text);
    },
    clear() {
      if (shown > 0) write('');
    },
  };
}

/** Says how many pages are written, in some forty steps: on a small site it moves too, on a large one it costs nothing. */
export const pageProgress =
  ({ say }: StatusLine, t: Translate) =>
  (done: number, of: number): void => {
    if (done % Math.ceil(of / 40) === 0) say(t('command.build.rendering', { done, of }));
  };
