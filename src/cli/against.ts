import * as lost from '../checks/site/lost.ts';
import { UserError } from '../language/user-error.ts';
import type { Problem } from '../model/problem.ts';
import { promisedOf } from '../site/build/manifest.ts';
import type { Loaded } from '../site/load.ts';
import { type Published, publishedAt } from '../site/verify/published.ts';
import type { CommandContext } from './command.ts';

/**
 * `--against`: what is published there and would be lost. Where nothing is there yet, nothing can be; where nobody
 * answers, that is told, and keeps no one from publishing.
 */
export async function lostProblems(context: CommandContext, loaded: Loaded): Promise<readonly Problem[]> {
  const place = context.given.against;
  if (place === undefined || loaded.site === undefined) return [];
  const published = await whatStandsAt(place, context);
  if (published === undefined) return [];
  return lost.check(
    published,
    { url: loaded.site.url, ...promisedOf(loaded.site, loaded.now) },
    loaded.sources,
  );
}

async function whatStandsAt(place: string, { system, t }: CommandContext): Promise<Published | undefined> {
  const say = (text: string): undefined => void system.err(`${text}\n`);
  try {
    const found = await publishedAt(place, `?${system.clock().toString(36)}`);
    if (found === undefined) return say(t('command.against.nothing', { place }));
    return found === 'foreign' ? say(t('command.against.foreign', { place })) : found;
  } catch (error) {
    if (!(error instanceof UserError) || error.status !== 3) throw error;
    return say(t('command.against.unreachable', { reason: t(error.key, error.values) }));
  }
}
