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
  /** Commits the ledger and pushes it. Throws where it cannot. */
  readonly push: (ledger: string) => Promise<void>;
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

async function push(ledger: string): Promise<void> {
  const git = (...args: string[]) => run('git', ['-C', dirname(ledger), ...args]);
  const file = basename(ledger);
  await git('add', '--', file);
  await git('commit', '--quiet', '-m', 'Messages: what was sent', '--', file);
  await git('push', '--quiet');
}
