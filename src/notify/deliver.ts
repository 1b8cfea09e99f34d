import type { Channel, Delivery, Io } from './channel.ts';
import type { Message } from './message.ts';

const attempts = 4;
/** Whoever asks for a longer rest is asked again by the next run. */
const longestWait = 5 * 60_000;

/** Sends a message, again where it was not taken: after what the server asks for, else after 2, 4 and 8 seconds. */
export async function deliver(channel: Channel, message: Message, io: Io): Promise<Delivery> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await channel.send(message, io);
    if (outcome.fate !== 'failed' || attempt === attempts) return outcome;
    const rest = outcome.after ?? 1000 * 2 ** attempt;
    if (rest > longestWait) return outcome;
    await io.wait(rest);
  }
}
