import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { asker } from '../../src/cli/network.ts';
import { notify } from '../../src/cli/notify.ts';
import { readFolder } from '../../src/content/files.ts';
import { imagesOf } from '../../src/content/links/images.ts';
import { readSettings } from '../../src/content/settings.ts';
import { changesOf } from '../../src/notify/changes.ts';
import { rkeyOf } from '../../src/notify/channels/bluesky.ts';
import { retryAfter } from '../../src/notify/channels/http.ts';
import { readChannels } from '../../src/notify/channels-file.ts';
import { deliver } from '../../src/notify/deliver.ts';
import type { Message } from '../../src/notify/message.ts';
import { messageOf } from '../../src/notify/messages.ts';
import { isPrivate, refusedAddress } from '../../src/notify/refused-addresses.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { load } from '../../src/site/load.ts';
import { now } from '../content/folder.ts';
import { call, desk, second } from './desk.ts';
import { type Asked, double, type Manner } from './doubles.ts';
import { worldFor } from './world.ts';

const key = 'mail/t-20240305T1100-0400';
const kinds: Readonly<Record<string, string>> = {
  webhook: '{ kind: webhook, url_env: URL, key_env: KEY }',
  slack: '{ kind: slack, url_env: URL }',
  teams: '{ kind: teams, url_env: URL }',
  mastodon: '{ kind: mastodon, server: "URL", token_env: KEY }',
  bluesky: '{ kind: bluesky, server: "URL", handle: notices.example.ca, password_env: KEY }',
  'gc-notify':
    '{ kind: gc-notify, as: email, template: t-1, key_env: KEY, recipients_env: TO, server: "URL" }',
};

/** Tells one channel of the second entry, at a double; gives what became of it, and how to run again. */
async function told(kind: string, ...manners: readonly [Manner, ...Manner[]]) {
  const { url, asked } = await double(...manners);
  const channel = (kinds[kind] ?? '').replace('"URL"', url);
  const team = desk(`channels:\n  it: ${channel}\n`);
  const world = worldFor({ URL: `${url}/hook`, KEY: 'key', TO: 'a@example.ca\nb@example.ca' });
  await notify(call(team.content).call, world);
  team.write(second);
  const again = (given = {}) => notify(call(team.content, given).call, world);
  const status = await again();
  return { status, asked, world, again, fate: () => team.fates().at(-1)?.split(' ').at(-1), team };
}

let made: Message | undefined;
/** The message of the second entry, made once. */
function message(): Message {
  if (made !== undefined) return made;
  const { content } = desk('', second);
  const { site, now: at } = load(content, () => now);
  const change = site && changesOf(site, at.epoch).find((one) => one.key === key);
  if (site === undefined || change === undefined) throw new Error('no change');
  made = messageOf(change, 'both', { contexts: contextsOf(site, at), url: site.url });
  return made;
}

/** Sends that message to a double, without ledger or site. */
async function delivered(kind: string, ...manners: readonly [Manner, ...Manner[]]) {
  const { url, asked } = await double(...manners);
  const { root } = desk(`channels:\n  it: ${(kinds[kind] ?? '').replace('"URL"', url)}\n`);
  const { settings } = readSettings(readFolder(join(root, 'content')), imagesOf()).value;
  const [channel] = readChannels(join(root, 'channels.yml'), settings).value;
  if (channel === undefined) throw new Error('no channel');
  const world = worldFor({ URL: `${url}/hook`, KEY: 'key', TO: 'a@example.ca\nb@example.ca' });
  const outcome = await deliver(channel, message(), world.io);
  return { asked, world, fate: () => outcome.fate };
}

const session: Manner = { status: 200, body: JSON.stringify({ accessJwt: 'jwt', did: 'did:plc:abc' }) };
const last = (asked: readonly Asked[]): Asked => asked.at(-1) ?? expect.fail('nothing was asked');
const bodyOf = <T extends z.ZodType>(schema: T, asked: readonly Asked[]): z.output<T> =>
  schema.parse(JSON.parse(last(asked).body));

test('a webhook is signed as Standard Webhooks says, and holds both languages', async () => {
  const { status, asked } = await told('webhook', { status: 204 });
  expect(status).toBe(0);
  const { headers, body } = last(asked);
  const signed = createHmac('sha256', 'key').update(`${key}.${headers['webhook-timestamp']}.${body}`);
  expect(headers).toMatchObject({ 'webhook-id': key, 'webhook-signature': `v1,${signed.digest('base64')}` });
  expect(JSON.parse(body)).toMatchObject({
    id: key,
    kind: 'phase',
    severity: 'critical',
    texts: {
      en: {
        subject: 'Email down: cause found',
        words: ['We have found the cause.', 'The repair has begun.'],
        link: 'https://status.example.ca/en/incidents/mail/#t-20240305T1100-0400',
      },
      fr: {
        subject: 'Panne de courriel\u00a0: cause trouvée',
        words: ['La cause est trouvée.', 'La réparation est commencée.'],
      },
    },
  });
});

test('Slack gets its own signs escaped', async () => {
  const { asked } = await told('slack', { status: 200, body: 'ok' });
  const { text } = bodyOf(z.strictObject({ text: z.string(), unfurl_links: z.boolean() }), asked);
  expect(text.startsWith('*Panne de courriel\u00a0: cause trouvée*\nLa cause est trouvée.')).toBe(true);
  expect(text).toContain('*Email down: cause found*');
});

const card = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      content: z.object({
        type: z.literal('AdaptiveCard'),
        version: z.string(),
        body: z.array(
          z.object({
            type: z.literal('Container'),
            items: z.array(z.object({ type: z.literal('TextBlock'), text: z.string() })),
          }),
        ),
        actions: z.array(z.object({ type: z.literal('Action.OpenUrl'), url: z.url() })),
      }),
    }),
  ]),
});

test('Teams gets an Adaptive Card of less than 28 kB', async () => {
  const { asked } = await told('teams', { status: 202 });
  const { attachments } = bodyOf(card, asked);
  expect(attachments[0].content.body).toHaveLength(2);
  expect(Buffer.byteLength(last(asked).body)).toBeLessThan(28_000);
});

test('what was refused is not sent again by the next run', async () => {
  const { status, asked, again, fate } = await told('slack', { status: 404 });
  expect([status, asked.length, fate()]).toEqual([1, 1, 'refused']);
  expect(await again()).toBe(0);
  expect(asked).toHaveLength(1);
});

test('Mastodon gets a key, the same for the same message, and at most 500 characters', async () => {
  const { asked, again, fate } = await told('mastodon', { status: 500 }, { status: 200 });
  expect(fate()).toBe('sent');
  expect(asked).toHaveLength(2);
  expect(asked[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{64}$/);
  expect(asked[1]?.headers['idempotency-key']).toBe(asked[0]?.headers['idempotency-key']);
  expect(last(asked).headers.authorization).toBe('Bearer key');
  expect(last(asked).path).toBe('/api/v1/statuses');
  expect(await again()).toBe(0);
  expect(asked).toHaveLength(2);
});

test('Bluesky gets a record under a key of our own, with its links', async () => {
  const { asked, fate } = await told('bluesky', session);
  expect(fate()).toBe('sent');
  const put = bodyOf(
    z.object({
      repo: z.string(),
      collection: z.string(),
      rkey: z.string(),
      record: z.object({
        text: z.string(),
        facets: z.array(z.object({ index: z.object({ byteStart: z.number(), byteEnd: z.number() }) })),
      }),
    }),
    asked,
  );
  expect(put).toMatchObject({ repo: 'did:plc:abc', collection: 'app.bsky.feed.post' });
  expect(put.rkey).toBe(rkeyOf({ key, at: Date.parse('2024-03-05T11:00-04:00') }));
  expect(put.rkey).toMatch(/^[2-7a-j][2-7a-z]{12}$/);
  const [first] = put.record.facets;
  const bytes = Buffer.from(put.record.text).subarray(first?.index.byteStart, first?.index.byteEnd);
  expect(bytes.toString()).toBe('https://status.example.ca/fr/incidents/mail/#t-20240305T1100-0400');
  expect([...new Intl.Segmenter('en').segment(put.record.text)].length).toBeLessThanOrEqual(300);
});

test('GC Notify gets its recipients in bulk, and none of them is in the ledger', async () => {
  const { asked, team } = await told('gc-notify', { status: 201 });
  expect(last(asked)).toMatchObject({
    path: '/v2/notifications/bulk',
    headers: { authorization: 'ApiKey-v1 key' },
  });
  const { rows, template_id } = bodyOf(
    z.strictObject({ name: z.string(), template_id: z.string(), rows: z.array(z.array(z.string())) }),
    asked,
  );
  expect(template_id).toBe('t-1');
  expect(rows.map(([to]) => to)).toEqual(['email address', 'a@example.ca', 'b@example.ca']);
  expect(JSON.stringify(team.ledger())).not.toMatch(/example\.ca"|@|key"?:"?key/);
});

test.each(Object.keys(kinds))('%s: 429 is obeyed', async (kind) => {
  const { world, fate, asked } = await delivered(
    kind,
    { status: 429, headers: { 'Retry-After': '17' } },
    session,
  );
  expect(world.waited[0]).toBe(17_000);
  expect(fate()).toBe('sent');
  expect(asked.length).toBeGreaterThan(1);
});

test.each(Object.keys(kinds))('%s: another 4xx is never tried again', async (kind) => {
  const { asked, fate } = await delivered(kind, { status: 400 });
  expect([asked.length, fate()]).toEqual([1, 'refused']);
});

test.each(Object.keys(kinds))('%s: a redirect is not followed', async (kind) => {
  const { asked, fate } = await delivered(kind, { status: 307, headers: { Location: '/elsewhere' } });
  expect([asked.length, fate()]).toEqual([1, 'refused']);
});

const repeatable = ['mastodon', 'bluesky'];
const once = Object.keys(kinds).filter((kind) => !repeatable.includes(kind));

test.each(
  once.flatMap(
    (kind) =>
      [
        [kind, 'hang'],
        [kind, 'cut'],
        [kind, { status: 500 }],
      ] as const,
  ),
)('%s, which %o after it has the message: never again, until someone says so', async (kind, manner) => {
  const { status, asked, again, fate } = await told(kind, manner, { status: 200 });
  expect([status, asked.length, fate()]).toEqual([1, 1, 'doubt']);
  expect(await again()).toBe(1);
  expect(asked).toHaveLength(1);
  expect(await again({ resume: true })).toBe(0);
  expect(asked).toHaveLength(2);
  expect(await again()).toBe(0);
  expect(asked).toHaveLength(2);
});

test.each(
  repeatable.flatMap(
    (kind) =>
      [
        [kind, 'hang'],
        [kind, 'cut'],
        [kind, { status: 500 }],
      ] as const,
  ),
)('%s, which %o: again, for a repeat does no harm there', async (kind, manner) => {
  const { fate } = await delivered(kind, manner, session);
  expect(fate()).toBe('sent');
});

test('a server that is not there took nothing: the next run tries again', async () => {
  const team = desk('channels:\n  it: { kind: slack, url_env: URL }\n');
  const { url, asked } = await double({ status: 200 });
  await notify(call(team.content).call, worldFor());
  team.write(second);
  expect(await notify(call(team.content).call, worldFor({ URL: 'http://127.0.0.1:1/' }))).toBe(1);
  expect(team.fates().at(-1)).toBe(`it ${key} failed`);
  expect(await notify(call(team.content).call, worldFor({ URL: url }))).toBe(0);
  expect(asked).toHaveLength(1);
});

test('a secret that is missing is named before anything is sent', async () => {
  const team = desk('channels:\n  it: { kind: slack, url_env: SLACK_URL }\n');
  await notify(call(team.content).call, worldFor());
  team.write(second);
  await expect(notify(call(team.content).call, worldFor())).rejects.toMatchObject({
    status: 2,
    key: 'command.notify.secret',
    values: { names: '$SLACK_URL' },
  });
  expect(team.fates()).toEqual([]);
});

test('a secret in the file is refused and not shown again', async () => {
  const team = desk('channels:\n  it: { kind: slack, url_env: https://hooks.example.com/T0/secret }\n');
  const { call: asked, err } = call(team.content);
  expect(await notify(asked, worldFor())).toBe(1);
  expect(err()).toContain('a secret stands in no file');
  expect(err()).not.toContain('hooks.example.com');
});

test.each([
  ['http://hooks.example.com/', 'plain'],
  ['https://localhost/', 'private'],
  ['https://127.0.0.1/', 'private'],
  ['https://10.1.2.3/', 'private'],
  ['https://[::1]/', 'private'],
  ['https://[::ffff:192.168.0.1]/', 'private'],
  ['https://user:secret@hooks.example.com/', 'credentials'],
  ['https://hooks.example.com/', undefined],
])('%s is %s', (url, why) => {
  expect(refusedAddress(new URL(url), false)).toBe(why);
});

test.each([
  ['8.8.8.8', false],
  ['2606:4700::1111', false],
  ['100.64.0.1', true],
  ['169.254.169.254', true],
  ['fd00::1', true],
  ['::ffff:127.0.0.1', true],
  ['nonsense', true],
])('%s is private: %s', (address, found) => {
  expect(isPrivate(address)).toBe(found);
});

test('the real asker refuses a name of this machine and plain HTTP, before anything leaves', async () => {
  const { url, asked } = await double({ status: 200 });
  const ask = asker();
  for (const one of [url, url.replace('http:', 'https:'), url.replace('127.0.0.1', 'localhost')])
    await expect(ask({ url: one, method: 'POST', headers: {}, body: '{}' })).rejects.toMatchObject({
      left: false,
    });
  expect(asked).toEqual([]);
});

test('Retry-After is a count of seconds or a date (RFC 9110)', () => {
  const now = Date.parse('2024-03-05T12:00:00Z');
  expect(retryAfter('120', now)).toBe(120_000);
  expect(retryAfter('Tue, 05 Mar 2024 12:00:30 GMT', now)).toBe(30_000);
  expect(retryAfter('soon', now)).toBeUndefined();
  expect(retryAfter(undefined, now)).toBeUndefined();
});
