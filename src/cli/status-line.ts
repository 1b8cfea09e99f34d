import type { Translate } from '../language/translate.ts';
import type { System } from './command.ts';

/** One line on a terminal that says what is being done, and is gone when it is done. */
export interface StatusLine {
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

export function statusLine({ terminal, err }: System): StatusLine {
  if (!terminal) return { say: () => {}, clear: () => {} };
  return { say: (text) => err(`\r\u001b[K${text}`), clear: () => err('\r\u001b[K') };
}

/** Says how many pages are written, in some forty steps: on a small site it moves too, on a large one it costs nothing. */
export const pageProgress =
  ({ say }: StatusLine, t: Translate) =>
  (done: number, of: number): void => {
    if (done % Math.ceil(of / 40) === 0) say(t('command.build.rendering', { done, of }));
  };
