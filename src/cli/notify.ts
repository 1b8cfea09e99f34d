import { join } from 'node:path';
import { UserError } from '../language/user-error.ts';
import type { Site } from '../model/site.ts';
import type { Instant } from '../model/values.ts';
import { locales } from '../model/values.ts';
import type { InEach } from '../model/words.ts';
import { changesOf } from '../notify/changes.ts';
import type { Channel } from '../notify/channel.ts';
import { deadLinks } from '../notify/live.ts';
import { messageOf } from '../notify/messages.ts';
import { meterWords } from '../notify/meters.ts';
import { type Plan, type Planned, planOf } from '../notify/plan.ts';
import { contextsOf } from '../pages/context/locale-context.ts';
import type { CommandContext } from './command.ts';
import { channelsOf, contentOf, loadContent } from './context.ts';
import { alone, type LedgerFile, openLedger } from './ledger-file.ts';
import { counted, report } from './report.ts';
import { type Letter, tell } from './telling.ts';
import { refusalOf, type World, worldOf } from './world.ts';

/**
 * `notify --site URL`: tells the channels what is new, each once. With `--dry-run` shows every message and sends none.
 * Gives 1 where something was not sent that should be.
 */
export async function notify(
  context: CommandContext,
  world: World = worldOf(context.system),
): Promise<number> {
  const { given, system, t } = context;
  const loaded = loadContent(context);
  const { site, now } = loaded;
  if (site === undefined) {
    report(
      counted(
        loaded.problems.filter(({ severity }) => severity === 'error'),
        context,
      ),
      context,
      'text',
    );
    return 1;
  }
  const channels = chosen(channelsOf(context), given.channel);
  const path = ledgerPath(context);
  const run = async () => {
    const file = openLedger(path);
    if (file.broken.length > 0) {
      system.err(`${t('command.notify.broken', { path, lines: file.broken.join(', ') })}\n`);
      return 1;
    }
    const plan = planOf(changesOf(site, now.epoch), channels, file.ledger, now.epoch);
    const url = siteUrl(given.site ?? site.url);
    const letterOf = lettersFor(site, now, url);
    if (given['dry-run']) return show(plan, letterOf, context);
    return send(plan, letterOf, { file, url, world, context });
  };
  return given['dry-run'] ? run() : alone(path, run);
}

/** The ledger stands beside the content folder. */
export const ledgerPath = (context: CommandContext): string => join(contentOf(context), '..', 'sent.ndjson');

/** Refuses (2) what is no address of a site. */
export function siteUrl(written: string): string {
  if (!/^https?:\/\//.test(written) || !URL.canParse(written))
    throw new UserError(2, 'command.notify.site', { found: written });
  return written.replace(/[/?#]+$/, '');
}

/** Refuses (2) where there is no channel, or none of that name. */
export function chosen(channels: readonly Channel[], name: string | undefined): readonly Channel[] {
  if (channels.length === 0) throw new UserError(2, 'command.notify.no_channels');
  if (name === undefined) return channels;
  const found = channels.filter((one) => one.name === name);
  const allowed = channels.map((one) => one.name).join(', ');
  if (found.length === 0) throw new UserError(2, 'command.notify.channel', { found: name, allowed });
  return found;
}

function lettersFor(site: Site, now: Instant, url: string): (planned: Planned) => Letter {
  const contexts = contextsOf(site, now);
  return ({ channel, change, carried }) => ({
    channel,
    message: messageOf(change, channel.languages, { contexts, url, carried }),
    words: change.step === undefined ? undefined : wordsOf(change),
  });
}

const wordsOf = ({ notice, anchor = '' }: Planned['change']): InEach<string> =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const text = notice.words[locale]?.sections.timeline?.parts.get(anchor)?.body.text;
      return text === undefined ? [] : [[locale, text]];
    }),
  );

/** How many messages a channel gets at once. Refuses (2) what is no number. */
function mostOf({ given }: CommandContext): number {
  const written = given['at-most'] ?? '3';
  if (!/^\d{1,4}$/.test(written)) throw new UserError(2, 'command.notify.at_most', { found: written });
  return Number(written);
}

/** The channel that would get too many at once. */
function flooded(letters: readonly Planned[], most: number) {
  const counts = new Map<string, number>();
  for (const { channel } of letters) counts.set(channel.name, (counts.get(channel.name) ?? 0) + 1);
  return [...counts].find(([, count]) => count > most);
}

function show(plan: Plan, letterOf: (planned: Planned) => Letter, context: CommandContext): number {
  const { system, t } = context;
  for (const { channel, known } of plan.starts)
    system.out(`${t('command.notify.starts', { channel: channel.name, count: known.length })}\n`);
  for (const planned of [...plan.doubt, ...plan.send]) {
    const { channel, message } = letterOf(planned);
    const { text, measured } = channel.preview(message);
    const doubt = plan.doubt.includes(planned) ? ` ${t('command.notify.in_doubt')}` : '';
    system.out(`\n=== ${channel.name} (${channel.kind})  ${message.key}${doubt}\n\n${text.trimEnd()}\n`);
    for (const one of measured) system.out(`\n--- ${meterWords(one, t)}\n`);
  }
  const flood = flooded(plan.send, mostOf(context));
  if (flood !== undefined)
    system.out(
      `\n${t('command.notify.flood', { channel: flood[0], count: flood[1], most: mostOf(context) })}\n`,
    );
  system.out(`\n${t('command.notify.would', { count: plan.send.length })}\n`);
  return 0;
}

/** Refuses (3) where git cannot push. */
async function pushed({ world, file }: Desk): Promise<void> {
  try {
    await world.push(file.path);
  } catch (error) {
    throw new UserError(3, 'command.notify.not_pushed', { path: file.path, why: refusalOf(error) });
  }
}

interface Desk {
  readonly file: LedgerFile;
  readonly url: string;
  readonly world: World;
  readonly context: CommandContext;
}

async function send(plan: Plan, letterOf: (planned: Planned) => Letter, desk: Desk): Promise<number> {
  const { file, url, world, context } = desk;
  const { given, system, t } = context;
  const at = () => new Date(world.io.now()).toISOString();
  file.write(
    plan.starts.map(({ channel, known }) => ({
      at: at(),
      channel: channel.name,
      began: true,
      known: [...known],
    })),
  );
  for (const { channel, known } of plan.starts)
    system.out(`${t('command.notify.starts', { channel: channel.name, count: known.length })}\n`);
  if (given.skip)
    file.write(
      plan.doubt.map(({ channel, change }) => ({
        at: at(),
        channel: channel.name,
        key: change.key,
        fate: 'skipped',
      })),
    );
  const isHeld = given.skip !== true && given.resume !== true && plan.doubt.length > 0;
  if (isHeld) {
    for (const { channel, change } of plan.doubt)
      system.err(`${t('command.notify.doubt', { channel: channel.name, key: change.key })}\n`);
    system.err(`    ${t('command.notify.doubt.then')}\n`);
  }
  const planned = [...(given.resume ? plan.doubt : []), ...plan.send];
  const most = mostOf(context);
  const flood = flooded(planned, most);
  if (flood !== undefined) {
    system.err(`${t('command.notify.flood', { channel: flood[0], count: flood[1], most })}\n`);
    return 1;
  }
  const missing = planned.flatMap(({ channel }) => channel.secrets.filter((name) => !world.io.secret(name)));
  if (missing.length > 0)
    throw new UserError(2, 'command.notify.secret', {
      names: [...new Set(missing)].map((one) => `$${one}`).join(', '),
    });
  const letters = planned.map(letterOf);
  const links = letters.flatMap(({ message }) => message.said.map(({ link }) => link));
  const dead = new Set(links.length === 0 ? [] : await deadLinks(links, url, world.look));
  for (const link of dead) system.err(`${t('command.notify.dead', { link })}\n`);
  const ready = letters.filter(({ message }) => !message.said.some(({ link }) => dead.has(link)));
  const isTold = await tell(ready, file, world, context);
  // What is known, and what was given up, must be known to the next run elsewhere.
  const isNews = plan.starts.length > 0 || (given.skip === true && plan.doubt.length > 0);
  if (given.push && ready.length === 0 && isNews) await pushed(desk);
  if (letters.length === 0) system.out(`${t('command.notify.nothing')}\n`);
  return isTold && !isHeld && dead.size === 0 ? 0 : 1;
}
