import { createHash } from 'node:crypto';
import { z } from 'zod';
import { commonKeys, type Kind } from '../channel.ts';
import { json, noSecret, sent } from './http.ts';
import { environmentName, server } from './keys.ts';
import { measuredPost, postOf } from './posts.ts';

const schema = z.strictObject({ ...commonKeys, server, token_env: environmentName });

/** A Mastodon keeps an idempotency key for an hour; a little less leaves time for the clocks to differ. */
const keyHolds = 50 * 60_000;

export const mastodon: Kind<z.output<typeof schema>> = {
  kind: 'mastodon',
  schema,
  needsSender: () => false,
  repeatableFor: keyHolds,
  secrets: ({ token_env }) => [token_env],
  preview: (message) => ({ text: postOf(message, 'mastodon'), measured: measuredPost(message, 'mastodon') }),
  async send(message, { server: at, token_env }, io) {
    const token = io.secret(token_env);
    if (token === undefined) return noSecret(token_env);
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': createHash('sha256').update(`${at} ${message.key}`).digest('hex'),
    };
    const status = { status: postOf(message, 'mastodon'), language: message.said[0]?.locale };
    return sent(json(`${at}/api/v1/statuses`, status, headers), io, true);
  },
};
