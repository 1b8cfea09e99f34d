import { z } from 'zod';
import type { LocalText } from '../model/values.ts';

/** What became of a message; of `sending` alone it is not known whether it left. */
const fates = ['sending', 'sent', 'failed', 'refused', 'doubt', 'skipped'] as const;
type Fate = (typeof fates)[number];

const words = z.strictObject({ en: z.string().optional(), fr: z.string().optional() });
const line = z.union([
  z.strictObject({
    at: z.string(),
    channel: z.string(),
    began: z.literal(true),
    known: z.array(z.string()),
  }),
  z.strictObject({
    at: z.string(),
    channel: z.string(),
    key: z.string(),
    fate: z.enum(fates),
    why: z.string().optional(),
    /** What was told of an entry, so that a correction can show it. */
    words: words.optional(),
  }),
]);

/** A line of `sent.ndjson`: no address, no secret, nothing of a person. */
export type LedgerLine = z.output<typeof line>;

/** The last that is known of one message. */
interface Sent {
  readonly fate: Fate;
  /** When its last intention was written (epoch milliseconds). */
  readonly at: number;
  readonly words?: Readonly<Partial<LocalText>> | undefined;
}

/** What the ledger says of each channel. */
export interface Book {
  readonly began: number;
  readonly known: ReadonlySet<string>;
  readonly messages: ReadonlyMap<string, Sent>;
}
export type Ledger = ReadonlyMap<string, Book>;

/** Reads `sent.ndjson`. A last line that was cut off is none; any other that cannot be read is given by its number. */
export function readLedger(text: string): { readonly ledger: Ledger; readonly broken: readonly number[] } {
  const books = new Map<string, { began: number; known: Set<string>; messages: Map<string, Sent> }>();
  const broken: number[] = [];
  const bookOf = (channel: string) => {
    const book = books.get(channel) ?? { began: 0, known: new Set(), messages: new Map() };
    books.set(channel, book);
    return book;
  };
  const lines = wholeLines(text).split('\n').slice(0, -1);
  lines.forEach((written, index) => {
    const read = line.safeParse(parsed(written));
    if (!read.success) {
      broken.push(index + 1);
      return;
    }
    const { data } = read;
    const book = bookOf(data.channel);
    const at = Date.parse(data.at);
    if ('began' in data) {
      book.began = at;
      for (const key of data.known) book.known.add(key);
      return;
    }
    const before = book.messages.get(data.key);
    book.messages.set(data.key, {
      fate: data.fate,
      at: data.fate === 'sending' ? at : (before?.at ?? at),
      words: data.words ?? before?.words,
    });
  });
  return { ledger: books, broken };
}

/** Without the end of a line that was cut off as it was written. */
export const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const ledgerText = (one: LedgerLine): string => `${JSON.stringify(one)}\n`;
