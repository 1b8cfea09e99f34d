import { createHash } from 'node:crypto';
import { z } from 'zod';
import { text } from '../../content/schema/scalars.ts';
import { commonKeys, type Kind } from '../channel.ts';
import type { Message } from '../message.ts';
import { asked, deliveryOf, json, noSecret, sent } from './http.ts';
import { environmentName, server } from './keys.ts';
import { measuredPost, postOf } from './posts.ts';

const schema = z.strictObject({
  ...commonKeys,
  server: server.optional(),
  handle: text,
  password_env: environmentName,
});
const session = z.object({ accessJwt: z.string(), did: z.string() });

/** A post of Bluesky under a record key of our own: put twice, it is there once. */
export const bluesky: Kind<z.output<typeof schema>> = {
  kind: 'bluesky',
  schema,
  needsSender: () => false,
  repeatableFor: Number.POSITIVE_INFINITY,
  secrets: ({ password_env }) => [password_env],
  preview: (message) => ({ text: postOf(message, 'bluesky'), measured: measuredPost(message, 'bluesky') }),
  async send(message, { server: at = 'https://bsky.social', handle, password_env }, io) {
    const password = io.secret(password_env);
    if (password === undefined) return noSecret(password_env);
    const login = json(`${at}/xrpc/com.atproto.server.createSession`, { identifier: handle, password });
    const reply = await asked(login, io, true);
    if ('fate' in reply) return reply;
    if (reply.status !== 200) return deliveryOf(reply, io.now(), true);
    const opened = session.safeParse(parsed(reply.body));
    if (!opened.success) return { fate: 'failed', why: 'createSession' };
    const { accessJwt, did } = opened.data;
    const put = {
      repo: did,
      collection: 'app.bsky.feed.post',
      rkey: rkeyOf(message),
      record: recordOf(message, io.now()),
    };
    const headers = { authorization: `Bearer ${accessJwt}` };
    return sent(json(`${at}/xrpc/com.atproto.repo.putRecord`, put, headers), io, true);
  },
};

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function recordOf(message: Message, now: number) {
  const words = postOf(message, 'bluesky');
  const encoder = new TextEncoder();
  const facets = [...words.matchAll(/https?:\/\/\S+/g)].map((match) => {
    const byteStart = encoder.encode(words.slice(0, match.index)).length;
    return {
      index: { byteStart, byteEnd: byteStart + encoder.encode(match[0]).length },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri: match[0] }],
    };
  });
  return {
    $type: 'app.bsky.feed.post',
    text: words,
    langs: message.said.map(({ locale }) => `${locale}-CA`),
    createdAt: new Date(now).toISOString(),
    facets,
  };
}

const alphabet = '234567abcdefghijklmnopqrstuvwxyz';

/** A TID (atproto record keys): 64 bits of which the first is 0, made of the message alone. */
export function rkeyOf({ key, at }: Pick<Message, 'key' | 'at'>): string {
  const hash = createHash('sha256').update(key).digest();
  const microseconds = BigInt(Math.max(0, Math.floor(at / 1000))) * 1_000_000n + BigInt(hash.readUInt16BE(0));
  let rest = (microseconds << 10n) | BigInt(hash.readUInt16BE(2) & 1023);
  let made = '';
  for (let index = 0; index < 13; index += 1) {
    made = (alphabet[Number(rest & 31n)] ?? '') + made;
    rest >>= 5n;
  }
  return made;
}
