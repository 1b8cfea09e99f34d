import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a command cost. */
export interface Cost {
  /** In seconds on the wall, and of the processors, with all processes. */
  readonly wall: number;
  readonly processor: number;
  /** In bytes: the most that all its processes held at one moment (resident, looked at every 100 ms). */
  readonly memory: number;
}

/** Runs a command in a folder. Throws what it said where it failed. */
export async function cost(command: readonly string[], folder: string): Promise<Cost> {
  const shell = spawn('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >&3 2>&3', 'bash', ...command], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let times = '';
  let said = '';
  let memory = 0;
  shell.stdio[2]?.on('data', (bytes) => (times += bytes));
  shell.stdio[3]?.on('data', (bytes) => (said += bytes));
  const watch = setInterval(() => {
    memory = Math.max(memory, sum(processesFrom(shell.pid ?? 0).map(heldBy)));
  }, 100);
  const status = await new Promise((ended) => shell.on('close', ended));
  clearInterval(watch);
  if (status !== 0) throw new Error(`${command.join(' ')}: ${status}\n${said.slice(-2_000)}`);
  const [wall = 0, user = 0, system = 0] = (times.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { wall, processor: user + system, memory };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

function read(process: number, path: string): string {
  try {
    return readFileSync(`/proc/${process}/${path}`, 'utf8');
  } catch {
    return '';
  }
}

/** A process and all below it. */
function processesFrom(process: number): readonly number[] {
  const children = read(process, `task/${process}/children`).split(' ').filter(Boolean).map(Number);
  return [process, ...children.flatMap(processesFrom)];
}

const pageSize = 4096;

/** Its memory in bytes; of one that has ended in the meantime, none. Cheap to ask, where what is shared would have to be counted page by page. */
const heldBy = (process: number): number => Number(read(process, 'statm').split(' ')[1] ?? 0) * pageSize;

/** The files of a folder: how many pages, how many files in all, and their bytes. */
export function sizeOf(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const bytes = files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
  return { pages: files.filter(({ name }) => name.endsWith('.html')).length, files: files.length, bytes };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
