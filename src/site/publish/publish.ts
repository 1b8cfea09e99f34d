import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../../language/user-error.ts';

/** What stands beside an output folder while it is being replaced, on the same file system. */
const besides = (output: string) => ({
  /** The new site until it is complete. */
  stage: `${output}.meaculpa-new`,
  /** The former site, between the two renames of a swap and until it is removed. */
  former: `${output}.meaculpa-old`,
  /** Holds the process that builds. */
  lock: `${output}.meaculpa-lock`,
});

/**
 * Has a site written beside `output` (a real path) and puts it in its place by two renames: whoever looks sees the
 * former site or the new one. Whatever stops it, the former site stays, or stands beside and is put back by the next
 * run. Nothing is replaced where `write` gives nothing. `waiting` is told once when another build holds the folder.
 */
export async function publish<T>(
  output: string,
  write: (stage: string) => Promise<T | undefined>,
  waiting: () => void,
): Promise<T | undefined> {
  makeFolder(dirname(output));
  const { stage, lock } = besides(output);
  await take(lock, waiting);
  try {
    recover(output);
    mkdirSync(stage);
    const result = await write(stage);
    if (result !== undefined) swap(output);
    return result;
  } finally {
    rmSync(stage, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

/** One folder after the other: where none can be made, such as in /proc, Node's own recursion never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new UserError(3, 'command.machine.permission', { code, path });
    throw error;
  }
}

/** Puts back what an interrupted run left: the former site if the new one had not taken its place. */
function recover(output: string): void {
  const { stage, former } = besides(output);
  if (existsSync(former)) {
    if (existsSync(output)) rmSync(former, { recursive: true });
    else renameSync(former, output);
  }
  rmSync(stage, { recursive: true, force: true });
}

function swap(output: string): void {
  const { stage, former } = besides(output);
  if (!existsSync(output)) {
    renameSync(stage, output);
    return;
  }
  renameSync(output, former);
  try {
    renameSync(stage, output);
  } catch (error) {
    renameSync(former, output);
    throw error;
  }
  rmSync(former, { recursive: true });
}

/** In milliseconds: how long one build waits for another, and how often it looks. */
const patience = 120_000;
const pause = 100;

async function take(lock: string, waiting: () => void): Promise<void> {
  for (let waited = 0; !claim(lock); waited += pause) {
    if (waited === 0) waiting();
    if (waited > patience) throw new UserError(3, 'command.machine.locked', { path: lock });
    await setTimeout(pause);
  }
}

/** Takes the lock, unless a process that lives holds it. */
function claim(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  if (!isHeld(lock)) rmSync(lock, { force: true });
  return false;
}

function isHeld(lock: string): boolean {
  let written: string;
  try {
    written = readFileSync(lock, 'utf8');
  } catch {
    return false;
  }
  // It is being written just now.
  if (written === '') return true;
  const holder = Number(written);
  // Ours would be that of an earlier process: in a container, numbers come back.
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
