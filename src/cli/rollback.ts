import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../language/user-error.ts';
import { besides } from '../site/publish/beside.ts';
import { holding } from '../site/publish/publish.ts';
import { goBack } from '../site/publish/releases.ts';
import type { CommandContext } from './command.ts';

/** `rollback`: back to the release before, where the site is built with `--releases`. */
export async function rollback({ given, system, t }: CommandContext): Promise<number> {
  const output = given.output ?? '_site';
  const path = resolve(output);
  if (!existsSync(besides(path).releases)) throw new UserError(2, 'command.rollback.none', { output });
  const waiting = () => system.err(`${t('command.build.waiting', { output })}\n`);
  const { from, to } = await holding(path, waiting, async () => goBack(path));
  system.out(`${t('command.rollback.done', { output, from, to })}\n`);
  return 0;
}
