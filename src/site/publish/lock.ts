import { linkSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../../language/user-error.ts';

/** In milliseconds: how long one build waits for another, how often it looks, and how long a lock may say nothing. */
const patience = 120_000;
const pause = 100;
const silence = 2_000;

/** Takes the lock, unless a process that lives holds it: then waits. Refuses (2) what is no lock of ours. */
export async function take(lock: string, waiting: () => void): Promise<void> {
  let silent = 0;
  for (let waited = 0; !claim(lock); waited += pause) {
    const holder = holderOf(lock);
    silent = holder === 'silent' ? silent + pause : 0;
    if (holder === undefined || silent > silence) {
      rmSync(lock, { force: true });
      continue;
    }
    if (waited === 0) waiting();
    if (waited > patience) throw new UserError(3, 'command.machine.locked', { path: lock });
    await setTimeout(pause);
  }
}

export const release = (lock: string): void => rmSync(lock, { force: true });

/** Written aside and linked: whoever sees the lock sees who holds it. */
function claim(lock: string): boolean {
  const text = `meaculpa ${process.pid}\n`;
  const aside = `${lock}.${process.pid}`;
  try {
    writeFileSync(aside, text);
    linkSync(aside, lock);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // The folder is there, and takes no file: so it is in /proc.
    if (code === 'ENOENT') throw new UserError(3, 'command.machine.permission', { code, path: lock });
    // Some file systems have no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error;
    return claimUnlinked(lock, text);
  } finally {
    rmSync(aside, { force: true });
  }
}

function claimUnlinked(lock: string, text: string): boolean {
  try {
    writeFileSync(lock, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** The process that holds a lock; `silent` where it says nothing yet. */
function holderOf(lock: string): number | 'silent' | undefined {
  const found = lstatSync(lock, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new UserError(2, 'command.output.beside', { path: lock });
  const written = readLock(lock);
  if (written === '') return 'silent';
  const holder = Number(/^(?:meaculpa )?(\d+)\n?$/.exec(written)?.[1]);
  if (!Number.isInteger(holder)) throw new UserError(2, 'command.output.beside', { path: lock });
  // Ours would be that of an earlier process: in a container, numbers come back.
  return holder > 0 && holder !== process.pid && lives(holder) ? holder : undefined;
}

function readLock(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

function lives(holder: number): boolean {
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
