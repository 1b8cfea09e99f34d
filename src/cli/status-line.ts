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
