import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { System } from '../../src/cli/command.ts';
import { main } from '../../src/cli/main.ts';
import { enMd, frMd, incidentYml, siteYml } from '../content/folder.ts';

export const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'meaculpa.js');

/** Noon in Halifax on March 5, 2024, after everything that the notices of these tests tell. */
export const now = ['--now', '2024-03-05T12:00-04:00'];

/** A folder of this test file's own. */
export function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A notice with these titles; `slug` is its id. */
export const notice = (id: string, en = 'Email down', fr = 'Panne de courriel'): Files => ({
  [`incidents/${id}/incident.yml`]: incidentYml,
  [`incidents/${id}/en.md`]: enMd.replace('Email down', en),
  [`incidents/${id}/fr.md`]: frMd.replace('Panne de courriel', fr),
});

/** Writes files below a folder, in the order given. */
export function filled(folder: string, files: Files): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const settings: Files = { 'site.yml': siteYml };

export interface Ended {
  /** The exit status, or the signal that ended it. */
  readonly status: number | string | null;
  readonly out: string;
  readonly err: string;
}

/** Calls the command in this process, where it ends before it builds. */
export async function called(
  args: readonly string[],
  environment: System['environment'] = {},
  screen: Partial<Pick<System, 'terminal' | 'columns'>> = {},
) {
  let out = '';
  let err = '';
  const status = await main(args, {
    environment,
    home: '/nonexistent',
    clock: () => 0,
    elapsed: () => 0,
    terminal: false,
    ...screen,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { status, out, err };
}

export interface How {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of Node itself. */
  readonly node?: readonly string[];
  readonly uid?: number;
  /** A command that runs what follows it. */
  readonly through?: readonly string[];
  /** Who reads its output is gone before there is any, as `head` is once it has enough. */
  readonly unread?: true;
}

/** Runs the real command as a person would, in a process of its own, with a machine that speaks no language. */
export function meaculpa(args: readonly string[], how: How = {}): Promise<Ended> {
  const { cwd, env = {}, node = [], uid, through = [], unread } = how;
  const [command = '', ...rest] = [...through, process.execPath, ...node, program, ...args];
  return new Promise((resolve) => {
    const child = spawn(command, rest, {
      env: { PATH: process.env.PATH, HOME: '/nonexistent', ...env },
      ...(cwd === undefined ? {} : { cwd }),
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    if (unread) child.stdout.destroy();
    child.on('close', (code, signal) => resolve({ status: code ?? signal, out, err }));
  });
}

/** Every file below a folder, with what it holds. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, 'latin1')]));
}
