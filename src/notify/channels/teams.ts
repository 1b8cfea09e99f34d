import { z } from 'zod';
import { commonKeys, type Kind } from '../channel.ts';
import type { Message } from '../message.ts';
import { json, noSecret, sent } from './http.ts';
import { environmentName } from './keys.ts';

const schema = z.strictObject({ ...commonKeys, url_env: environmentName });

/** A channel of Teams, by the webhook of a workflow that posts an Adaptive Card. */
export const teams: Kind<z.output<typeof schema>> = {
  kind: 'teams',
  schema,
  needsSender: () => false,
  repeatableFor: 0,
  secrets: ({ url_env }) => [url_env],
  preview: (message) => ({ text: JSON.stringify(cardOf(message, longest), null, 2), measured: [] }),
  async send(message, { url_env }, io) {
    const url = io.secret(url_env);
    if (url === undefined) return noSecret(url_env);
    return sent(json(url, envelope(message)), io, false);
  },
};

/** Teams refuses a message of more than 28 kB. */
const limit = 27_000;
const longest = 6000;

function envelope(message: Message) {
  const made = (most: number) => ({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(message, most) }],
  });
  let most = longest;
  while (most > 200 && Buffer.byteLength(JSON.stringify(made(most))) > limit) most = Math.floor(most / 2);
  return made(most);
}

const cardOf = ({ said }: Message, most: number) => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.4',
  body: said.map(({ locale, subject, words, facts }, index) => ({
    type: 'Container',
    lang: `${locale}-CA`,
    separator: index > 0,
    items: [
      {
        type: 'TextBlock',
        text: plain(subject.slice(0, most)),
        weight: 'Bolder',
        size: 'Medium',
        wrap: true,
      },
      ...[...facts, ...first(words, most)].map((text) => ({
        type: 'TextBlock',
        text: plain(text),
        wrap: true,
      })),
    ],
  })),
  actions: said.map(({ more, link }) => ({ type: 'Action.OpenUrl', title: more, url: link })),
});

/** The first paragraphs, so many characters of them. */
function first(paragraphs: readonly string[], most: number): readonly string[] {
  let left = most;
  return paragraphs.flatMap((text) => {
    if (left <= 0) return [];
    const kept = text.length > left ? `${text.slice(0, left)}…` : text;
    left -= text.length;
    return [kept];
  });
}

/** A card reads Markdown: what a writer typed is shown as typed. */
const plain = (text: string): string => text.replace(/[\\`*_[\]#>~]/g, '\\$&');
