import { statSync } from 'node:fs';
import { UserError } from '../language/user-error.ts';
import { type Answer, isAddress, isFailure, readRemote, refusal } from '../site/remote.ts';
import { type Break, compareSites } from '../site/verify/compare.ts';
import type { CommandContext } from './command.ts';
import { statusLine } from './status-line.ts';

/** `compare OLD NEW`: which addresses that clients use would break (1) if NEW took the place of OLD. */
export async function compare({ operands, system, t }: CommandContext): Promise<number> {
  const [old, fresh] = operands;
  if (old === undefined || fresh === undefined) throw new UserError(2, 'command.compare.two');
  for (const found of [old, fresh]) {
    if (!isAddress(found) && statSync(found, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new UserError(2, 'command.compare.no_such', { found });
  }
  const status = statusLine(system);
  try {
    const { count, breaks, refused } = await compareSites(
      (path) => answerOf(old, path),
      (path) => answerOf(fresh, path),
      (path) => status.say(t('command.compare.asking', { path })),
    );
    status.clear();
    if (count === 0 && refused !== undefined) throw refusal(addressOf(old, refused.path), refused);
    for (const one of breaks) system.err(`${sentence(one, t)}\n`);
    const broken = new Set(breaks.map(({ path }) => path)).size;
    if (count === 0) system.out(`${t('command.compare.none', { old })}\n`);
    else if (broken === 0) system.out(`${t('command.compare.sound', { count })}\n`);
    else system.err(`${t('command.compare.broken', { count: broken, of: count })}\n`);
    return broken === 0 ? 0 : 1;
  } finally {
    status.clear();
  }
}

const addressOf = (place: string, path: string): string => `${place.replace(/\/+$/, '')}${path}`;

/** What a site has at a path. Refuses (3) where its server fails: what it has is not known. */
async function answerOf(place: string, path: string): Promise<Answer | undefined> {
  const answer = await readRemote(place, path);
  if (answer !== undefined && isFailure(answer)) throw refusal(addressOf(place, path), answer);
  return answer;
}

function sentence(one: Break, t: CommandContext['t']): string {
  if (one.kind === 'missing') return t('command.compare.missing', { path: one.path });
  if (one.kind === 'type')
    return t('command.compare.type', { path: one.path, found: one.found, expected: one.expected });
  const { path, names } = one;
  if (one.kind === 'keys') return t('command.compare.keys', { path, names: names.join(', ') });
  const shown = names.slice(0, 5).join(', ');
  return t('command.compare.ids', {
    path,
    count: names.length,
    names: names.length > 5 ? `${shown}…` : shown,
  });
}
