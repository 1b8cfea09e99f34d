import { concerned } from '../model/site-index.ts';
import { impacts } from '../model/status.ts';
import type { InEach } from '../model/words.ts';
import type { Change } from './changes.ts';
import type { Channel } from './channel.ts';
import type { Book, Ledger } from './ledger.ts';

/** One change for one channel. */
export interface Planned {
  readonly channel: Channel;
  readonly change: Change;
  /** What the channel carried of what is now corrected. */
  readonly carried?: InEach<string> | undefined;
}

/** A channel that is told for the first time: what there is by then is known, and never told. */
interface Start {
  readonly channel: Channel;
  readonly known: readonly string[];
}

export interface Plan {
  readonly starts: readonly Start[];
  /** Oldest first, channel by channel. */
  readonly send: readonly Planned[];
  /** It is not known whether they left, and a repeat may do harm. */
  readonly doubt: readonly Planned[];
}

const week = 7 * 86_400_000;

/** What is to be told to whom at `now` (epoch milliseconds): the changes that a channel wants, less what it was told. */
export function planOf(
  changes: readonly Change[],
  channels: readonly Channel[],
  ledger: Ledger,
  now: number,
): Plan {
  const starts: Start[] = [];
  const send: Planned[] = [];
  const doubt: Planned[] = [];
  for (const channel of channels.filter(({ team }) => !team)) {
    const book = ledger.get(channel.name);
    if (book === undefined || book.began === 0) {
      // What is older is told by no rule: the ledger need not name it.
      const recent = changes.filter(({ at }) => at === undefined || at >= now - week);
      starts.push({ channel, known: recent.map(({ key }) => key) });
      continue;
    }
    for (const change of changes) {
      const known = book.known.has(change.key) || (change.at !== undefined && change.at < book.began - week);
      if (known || !wants(channel, change, book)) continue;
      const planned = { channel, change, carried: carriedOf(change, book) };
      const before = book.messages.get(change.key);
      if (before === undefined || before.fate === 'failed') send.push(planned);
      else if (before.fate === 'sending' || before.fate === 'doubt')
        (now - before.at < channel.repeatableFor ? send : doubt).push(planned);
    }
  }
  return { starts, send, doubt };
}

function wants(channel: Channel, change: Change, book: Book): boolean {
  const { only, kind, notice, severity, regions: where } = change;
  if (only !== undefined) return only.includes(channel.name);
  const { services, regions, atLeast } = channel;
  if (impacts.indexOf(severity) < impacts.indexOf(atLeast)) return false;
  if (services.length > 0 && !concerned(notice).some((id) => services.includes(id))) return false;
  const everywhere = regions.length === 0 || where.length === 0;
  if (!everywhere && !where.some((id) => regions.includes(id))) return false;
  if (kind === 'correction') return sentOf(change, book).length > 0;
  if (kind === 'reminder' || kind === 'ending') return toldBefore(change, book);
  return true;
}

/** A reminder is for those who heard of it before the reminder was due. */
function toldBefore({ key, notice, at = 0 }: Change, book: Book): boolean {
  const first = (other: string) =>
    other.startsWith(`${notice.id}/`) &&
    other !== key &&
    (!key.endsWith('/ending') || key.startsWith(`${other}/`));
  if ([...book.known].some(first)) return true;
  return [...book.messages].some(([other, sent]) => first(other) && sent.fate === 'sent' && sent.at < at);
}

/** The messages of a channel that carried what a correction puts right. */
function sentOf({ correction, notice }: Change, book: Book): readonly InEach<string>[] {
  const to = correction?.to;
  if (to === undefined) return [];
  return [...book.messages].flatMap(([key, sent]) => {
    const isIt = to.kind === 'entry' ? key === `${notice.id}/${to.anchor}` : key.startsWith(`${notice.id}/`);
    return isIt && sent.fate === 'sent' ? [sent.words ?? {}] : [];
  });
}

const carriedOf = (change: Change, book: Book): InEach<string> | undefined =>
  change.correction?.to.kind === 'entry' ? sentOf(change, book)[0] : undefined;
