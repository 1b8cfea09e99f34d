import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Io } from '../notify/channel.ts';
import type { System } from './command.ts';
import { asker, look } from './network.ts';

/** What telling people needs of the world; tests have one of their own. */
export interface World {
  readonly io: Io;
  readonly look: typeof look;
  /** Commits the ledger and pushes it, where asked after what others have pushed meanwhile. Throws where it cannot. */
  readonly push: (ledger: string, onto?: 'theirs') => Promise<void>;
}

export const worldOf = (system: System): World => ({
  io: {
    ask: asker(),
    secret: (name) => system.environment[name] || undefined,
    now: system.clock,
    wait: async (milliseconds) => {
      await after(milliseconds);
    },
    show: (text) => system.out(`${text}\n`),
  },
  look,
  push,
});

const run = promisify(execFile);

/** Who commits where nobody has said who they are, as in most CI. */
const nobody = ['-c', 'user.name=meaculpa', '-c', 'user.email=meaculpa@localhost'];

async function push(ledger: string, onto?: 'theirs'): Promise<void> {
  const folder = dirname(ledger);
  const git = (...args: string[]) => run('git', ['-C', folder, ...args]);
  const known = await git('config', 'user.email').catch(() => undefined);
  const as = known === undefined ? nobody : [];
  const file = basename(ledger);
  await git('add', '--', file);
  await git(...as, 'commit', '--quiet', '-m', 'Messages: what was sent', '--', file);
  try {
    await git('push', '--quiet');
  } catch (refusal) {
    if (onto === undefined) throw refusal;
    await git(...as, 'pull', '--rebase', '--quiet').catch(async (conflict) => {
      await git('rebase', '--abort').catch(() => undefined);
      throw conflict;
    });
    await git('push', '--quiet');
  }
}

/** What git said last of why it could not: `! [rejected] main -> main (fetch first)`. */
export function refusalOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const lines = said.split('\n').map((line) => line.trim());
  return lines.find((line) => /^(?:!|fatal|error)/.test(line)) ?? 'git push';
}
