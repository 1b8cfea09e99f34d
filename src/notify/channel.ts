import { z } from 'zod';
import { listOf, text, truth } from '../content/schema/scalars.ts';
import type { SocialNetwork } from '../language/meters/social.ts';
import { type Impact, impacts } from '../model/status.ts';
import type { Locale } from '../model/values.ts';
import type { Message } from './message.ts';

/** What leaves the machine, as one request; nothing of it is kept. */
export interface Request {
  readonly url: string;
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** A request that failed; `left` where something of it may have arrived. */
export class Unanswered extends Error {
  readonly left: boolean;

  constructor(why: string, left: boolean) {
    super(why);
    this.left = left;
  }
}

/** What a channel may ask of the machine. */
export interface Io {
  /** Asks over HTTPS. Throws an `Unanswered`. */
  readonly ask: (request: Request) => Promise<Reply>;
  /** The value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Shows a text that a person pastes elsewhere. */
  readonly show: (text: string) => void;
}

/** What became of one attempt. */
export type Delivery =
  | { readonly fate: 'sent' }
  /** Nothing was taken; the same again later. */
  | { readonly fate: 'failed'; readonly why: string; readonly after?: number | undefined }
  /** It will not be taken the next time either. */
  | { readonly fate: 'refused'; readonly why: string }
  /** It may have been taken. */
  | { readonly fate: 'doubt'; readonly why: string };

/** How a text is counted, and in which language it is said. */
export interface Measured {
  readonly by: 'sms' | 'voice' | SocialNetwork;
  readonly locale: Locale;
  readonly text: string;
}

/** What a channel would send, for people to read before. */
interface Preview {
  readonly text: string;
  readonly measured: readonly Measured[];
}

/** A kind of channel; `Config` is what `channels.yml` says of one. */
export interface Kind<Config> {
  readonly kind: string;
  /** The keys of `channels.yml` that it has beside those of every channel. */
  readonly schema: z.ZodType<Config>;
  /** Its readers must be told who writes, and how to stop it. */
  readonly needsSender: (config: Config) => boolean;
  /** For how long a repeat of the same message is harmless, in milliseconds. */
  readonly repeatableFor: number;
  /** The environment variables that hold its secrets. */
  readonly secrets: (config: Config) => readonly string[];
  readonly preview: (message: Message, config: Config) => Preview;
  /** Sends once. Never throws. */
  readonly send: (message: Message, config: Config, io: Io) => Promise<Delivery>;
}

/** A kind of channel with what `channels.yml` says of one of that name. */
export interface Channel extends Common {
  readonly name: string;
  readonly kind: string;
  readonly needsSender: boolean;
  readonly repeatableFor: number;
  readonly secrets: readonly string[];
  readonly preview: (message: Message) => Preview;
  readonly send: (message: Message, io: Io) => Promise<Delivery>;
}

/** Whom a channel speaks to, and of what. */
export interface Common {
  readonly languages: 'both' | Locale;
  /** All where none is named. */
  readonly services: readonly string[];
  readonly regions: readonly string[];
  readonly atLeast: Impact;
  /** The team’s own: told by `watch`, never by `notify`. */
  readonly team: boolean;
}

const languagesOf = ['both', 'en', 'fr'] as const;

/** The keys of every channel. */
export const commonKeys = {
  kind: text,
  languages: z.enum(languagesOf).optional(),
  services: listOf(text).optional(),
  regions: listOf(text).optional(),
  at_least: z.enum(impacts).optional(),
  team: truth.optional(),
};

export const bound = <C>(kind: Kind<C>, name: string, config: C, common: Common): Channel => ({
  ...common,
  name,
  kind: kind.kind,
  needsSender: kind.needsSender(config),
  repeatableFor: kind.repeatableFor,
  secrets: kind.secrets(config),
  preview: (message) => kind.preview(message, config),
  send: (message, io) => kind.send(message, config, io),
});
