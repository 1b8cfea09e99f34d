import type { InEach } from '../model/words.ts';
import type { Channel, Delivery } from '../notify/channel.ts';
import { deliver } from '../notify/deliver.ts';
import type { LedgerLine } from '../notify/ledger.ts';
import type { Message } from '../notify/message.ts';
import type { CommandContext } from './command.ts';
import type { LedgerFile } from './ledger-file.ts';
import { refusalOf, type World } from './world.ts';

/** A message on its way to a channel. */
export interface Letter {
  readonly channel: Channel;
  readonly message: Message;
  /** What it says of an entry, kept in the ledger for a correction. */
  readonly words?: InEach<string> | undefined;
}

/**
 * Sends letters, each once: the intention is on the disk before it leaves (with `push`, those of all are pushed first),
 * the outcome after. Gives whether every one was taken.
 */
export async function tell(
  letters: readonly Letter[],
  { write, path }: LedgerFile,
  world: World,
  context: CommandContext,
): Promise<boolean> {
  const isPushed = context.given.push === true;
  const line = ({ channel, message }: Letter, fate: Delivery['fate'] | 'sending', rest = {}): LedgerLine => ({
    at: new Date(world.io.now()).toISOString(),
    channel: channel.name,
    key: message.key,
    fate,
    ...rest,
  });
  const intention = (letter: Letter) => line(letter, 'sending', letter.words && { words: letter.words });
  if (isPushed && letters.length > 0) {
    write(letters.map(intention));
    try {
      await world.push(path);
    } catch (error) {
      // Nothing has left: what was only meant is taken back.
      write(letters.map((letter) => line(letter, 'failed', { why: 'git push' })));
      context.system.err(`${context.t('command.notify.not_pushed', { path, why: refusalOf(error) })}\n`);
      return false;
    }
  }
  let all = true;
  for (const letter of letters) {
    if (!isPushed) write([intention(letter)]);
    const outcome = await deliver(letter.channel, letter.message, world.io);
    const why = 'why' in outcome ? { why: outcome.why } : {};
    write([line(letter, outcome.fate, why)]);
    all &&= outcome.fate === 'sent';
    const values = { channel: letter.channel.name, key: letter.message.key, why: '', ...why };
    const say = outcome.fate === 'sent' ? context.system.out : context.system.err;
    say(`${context.t(`command.notify.fate.${outcome.fate}`, values)}\n`);
  }
  if (isPushed && letters.length > 0) {
    // The messages have left: whatever others pushed meanwhile, the next run must know.
    await world.push(path, 'theirs').catch((error: unknown) => {
      const why = refusalOf(error);
      context.system.err(`${context.t('command.notify.outcome_not_pushed', { path, why })}\n`);
      all = false;
    });
  }
  return all;
}
