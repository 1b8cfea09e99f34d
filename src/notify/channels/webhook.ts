import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Io, Kind, Request } from '../channel.ts';
import { commonKeys } from '../channel.ts';
import type { Message } from '../message.ts';
import { json, noSecret, sent } from './http.ts';
import { environmentName } from './keys.ts';

const schema = z.strictObject({ ...commonKeys, url_env: environmentName, key_env: environmentName });

/**
 * A webhook of one’s own, signed as Standard Webhooks says: HMAC-SHA256 over id, time and body. Whoever receives it
 * refuses what is older than five minutes, and a `webhook-id` that it has had.
 */
export const webhook: Kind<z.output<typeof schema>> = {
  kind: 'webhook',
  schema,
  needsSender: () => false,
  repeatableFor: 0,
  secrets: ({ url_env, key_env }) => [url_env, key_env],
  preview: (message) => ({ text: JSON.stringify(bodyOf(message), null, 2), measured: [] }),
  async send(message, { url_env, key_env }, io) {
    const [url, key] = [io.secret(url_env), io.secret(key_env)];
    if (url === undefined) return noSecret(url_env);
    if (key === undefined) return noSecret(key_env);
    return sent(signed(url, key, message, io), io, false);
  },
};

function signed(url: string, key: string, message: Message, io: Io): Request {
  const request = json(url, bodyOf(message));
  const time = String(Math.floor(io.now() / 1000));
  const secret = key.startsWith('whsec_') ? Buffer.from(key.slice(6), 'base64') : key;
  const signature = createHmac('sha256', secret)
    .update(`${message.key}.${time}.${request.body}`)
    .digest('base64');
  return {
    ...request,
    headers: {
      ...request.headers,
      'webhook-id': message.key,
      'webhook-timestamp': time,
      'webhook-signature': `v1,${signature}`,
    },
  };
}

const bodyOf = ({ key, kind, said, severity }: Message) => ({
  id: key,
  kind,
  severity,
  texts: Object.fromEntries(
    said.map(({ locale, subject, words, facts, link, shorts }) => [
      locale,
      { subject, words, facts, link, ...shorts },
    ]),
  ),
});
