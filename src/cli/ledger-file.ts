import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { UserError } from '../language/user-error.ts';
import { type Ledger, type LedgerLine, ledgerText, readLedger, wholeLines } from '../notify/ledger.ts';

/** The ledger beside the content folder, for one run. */
export interface LedgerFile {
  readonly path: string;
  readonly ledger: Ledger;
  /** Lines that cannot be read: what they say must not be guessed. */
  readonly broken: readonly number[];
  /** On the disk when it returns. */
  readonly write: (lines: readonly LedgerLine[]) => void;
}

export function openLedger(path: string): LedgerFile {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return {
    path,
    ...readLedger(text),
    write(lines) {
      const now = existsSync(path) ? readFileSync(path, 'utf8') : '';
      // A line that was cut off as it was written says nothing.
      const whole = wholeLines(now);
      if (whole.length < now.length) truncateSync(path, Buffer.byteLength(whole));
      const file = openSync(path, 'a');
      try {
        writeSync(file, lines.map(ledgerText).join(''));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Lets one run at a time send. Refuses (3) while another does; one that died left nothing that counts. */
export async function alone<T>(path: string, run: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  const running = new UserError(3, 'command.notify.running', { path: lock });
  if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) throw running;
  rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    // Another run took it in this very moment.
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? running : error;
  }
  try {
    return await run();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0 || id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
