import { statSync } from 'node:fs';
import { UserError } from '../language/user-error.ts';
import { isAddress } from '../site/remote.ts';
import { differencesAt } from '../site/verify/deployed.ts';
import { type Difference, differencesIn, type Withheld } from '../site/verify/differences.ts';
import { type Published, publishedAt } from '../site/verify/published.ts';
import type { CommandContext } from './command.ts';
import { statusLine } from './status-line.ts';

/** How many differences are named. */
const named = 20;

/** `verify DIR|URL`: whether a site is there whole, and with `--against`, whether it is that build. */
export async function verify(context: CommandContext): Promise<number> {
  const { operands, given, system, t } = context;
  const [place] = operands;
  if (place === undefined) throw new UserError(2, 'command.verify.place');
  if (!isAddress(place) && statSync(place, { throwIfNoEntry: false }) === undefined) {
    throw new UserError(2, 'command.verify.missing', { place });
  }
  const expected = given.against === undefined ? undefined : await expectedBuild(given.against);
  // What was asked for before, a cache may still have.
  const found = await publishedAt(place, `?${system.clock().toString(36)}`);
  if (found === undefined || found === 'foreign') {
    system.err(
      `${t(found === undefined ? 'command.verify.nothing' : 'command.verify.foreign', { place })}\n`,
    );
    return 1;
  }
  const differences = await differencesOf(place, found, context);
  for (const one of differences.slice(0, named)) {
    system.err(
      `${t(one.kind === 'missing' ? 'command.verify.missing_file' : `command.verify.${one.kind}`, { ...one })}\n`,
    );
  }
  if (differences.length > named) {
    system.err(`${t('command.verify.more', { count: differences.length - named })}\n`);
  }
  const age = expected === undefined ? 'same' : ageOf(found, expected);
  if (age !== 'same') {
    system.err(`${t(`command.verify.${age}`, { place, now: found.now, expected: expected?.now ?? '' })}\n`);
  }
  const withheld = differences.filter(({ kind }) => kind === 'status' || kind === 'silence').length;
  const damaged = differences.length - withheld;
  if (damaged > 0) system.err(`${t('command.verify.damaged', { place, count: damaged, now: found.now })}\n`);
  if (withheld > 0) system.err(`${t('command.verify.withheld', { place, count: withheld })}\n`);
  if (isAddress(place)) await tellOfCache(place, found, context);
  if (differences.length > 0 || age !== 'same') return 1;
  system.out(`${t('command.verify.whole', { place, count: found.files.length + 1, now: found.now })}\n`);
  return 0;
}

/** The build that should be there. Refuses (2) where there is none. */
async function expectedBuild(place: string): Promise<Published> {
  const found = await publishedAt(place);
  if (found === undefined || found === 'foreign')
    throw new UserError(2, 'command.verify.expected', { place });
  return found;
}

async function differencesOf(
  place: string,
  found: Published,
  { system, t }: CommandContext,
): Promise<readonly (Difference | Withheld)[]> {
  if (!isAddress(place)) return differencesIn(place, found);
  const status = statusLine(system);
  try {
    return await differencesAt(place, found, (done, of) => {
      if (done % 20 === 0) status.say(t('command.verify.asking', { done, of }));
    });
  } finally {
    status.clear();
  }
}

/** Whether what is there is the build that is expected. */
function ageOf(found: Published, expected: Published): 'same' | 'older' | 'newer' | 'another' {
  const sums = ({ files }: Published) => files.map(({ path, sha256 }) => `${path} ${sha256}`).join('\n');
  if (sums(found) === sums(expected)) return 'same';
  const difference = Date.parse(found.now) - Date.parse(expected.now);
  return difference < 0 ? 'older' : difference > 0 ? 'newer' : 'another';
}

/** Says that readers still get another build from a cache. */
async function tellOfCache(place: string, found: Published, { system, t }: CommandContext): Promise<void> {
  const cached = await publishedAt(place);
  if (cached === undefined || cached === 'foreign' || ageOf(cached, found) === 'same') return;
  system.err(`${t('command.verify.cached', { place, now: cached.now })}\n`);
}
