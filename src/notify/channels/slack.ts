import { z } from 'zod';
import { commonKeys, type Kind } from '../channel.ts';
import type { Message } from '../message.ts';
import { json, noSecret, sent } from './http.ts';
import { environmentName } from './keys.ts';

const schema = z.strictObject({ ...commonKeys, url_env: environmentName });

/** A channel of Slack, by an incoming webhook; its address is the secret. */
export const slack: Kind<z.output<typeof schema>> = {
  kind: 'slack',
  schema,
  needsSender: () => false,
  repeatableFor: 0,
  secrets: ({ url_env }) => [url_env],
  preview: (message) => ({ text: textOf(message), measured: [] }),
  async send(message, { url_env }, io) {
    const url = io.secret(url_env);
    if (url === undefined) return noSecret(url_env);
    return sent(json(url, { text: textOf(message), unfurl_links: false }), io, false);
  },
};

/** Slack cuts a message at 40,000 characters; half of that is far more than an entry has. */
const longest = 20_000;

const textOf = ({ said }: Message): string =>
  said
    .map(({ subject, words, facts, link }) =>
      [`*${escaped(subject)}*`, ...words.map(escaped), ...facts.map(escaped), link].join('\n'),
    )
    .join('\n\n')
    .slice(0, longest);

/** The three signs that Slack reads as its own; `*` and `_` stay what they are in a title. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
