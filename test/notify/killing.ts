import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { readLedger } from '../../src/notify/ledger.ts';
import { run } from './run.ts';

/** Servers that count what reaches each channel, by the key of the message; a run of `notify` is killed between. */
export interface Found {
  /** How often a message reached a channel where a repeat is a second message. */
  readonly twice: readonly string[];
  /** Messages that did not arrive, and that no run names as in doubt. */
  readonly lost: readonly string[];
  /** How many were in doubt. */
  readonly doubts: number;
  /** Whether the run was killed before it was done. */
  readonly killed: boolean;
}

const entries = [
  ['2024-03-05 09:00', 'identified'],
  ['2024-03-05 10:00', 'monitoring'],
  ['2024-03-05 11:00', 'resolved'],
] as const;
const keys = entries.map(([at]) => `mail/t-${at.replace(/[-:]/g, '').replace(' ', 'T')}-0400`);
const channels = ['list', 'hook', 'chat', 'social'];

function folder(port: number, mailPort: number): string {
  const root = mkdtempSync(join(tmpdir(), 'meaculpa-kill-'));
  const text = (locale: 'en' | 'fr') =>
    [
      `---\ntitle: ${locale}\nsummary: ${locale}.\n---\n\n## ${locale === 'en' ? 'Timeline' : 'Chronologie'}`,
      ...[['2024-03-02 06:40', ''], ...entries].map(([at]) => `### ${at}\n\nA.`),
    ].join('\n\n');
  const files: Readonly<Record<string, string>> = {
    'channels.yml': [
      'channels:',
      `  list: { kind: mail, from: a@example.ca, to: l@example.ca, smtp: { host: 127.0.0.1, port: ${mailPort}, security: none } }`,
      '  hook: { kind: webhook, url_env: HOOK, key_env: KEY }',
      '  chat: { kind: slack, url_env: CHAT }',
      `  social: { kind: mastodon, server: "http://127.0.0.1:${port}/social", token_env: KEY }`,
      '',
    ].join('\n'),
    'content/site.yml':
      'url: https://status.example.ca\nzone: America/Halifax\nprimary: fr\nname: { en: A, fr: B }\norganization: { en: A, fr: B }\nservices: { email: { name: { en: Email, fr: Courriel } } }\nsender: { address: { en: A, fr: B }, unsubscribe: { en: https://example.ca/a, fr: https://example.ca/b } }\n',
    'content/incidents/mail/incident.yml': [
      'services: [email]',
      'impact: major',
      'timeline:',
      '  - { at: 2024-03-02 06:40, phase: investigating }',
      ...entries.map(([at, phase]) => `  - { at: ${at}, phase: ${phase} }`),
      '',
    ].join('\n'),
    'content/incidents/mail/en.md': text('en'),
    'content/incidents/mail/fr.md': text('fr'),
    'sent.ndjson': channels
      .map(
        (channel) =>
          `${JSON.stringify({ at: '2024-03-04T12:00:00Z', channel, began: true, known: ['mail/t-20240302T0640-0400'] })}\n`,
      )
      .join(''),
  };
  for (const [name, words] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), words);
  }
  return root;
}

/** When a run is killed: so many milliseconds after it begins to send, or after so many messages have arrived. */
export interface Instant {
  readonly arrivals: number;
  readonly milliseconds: number;
}

/** Kills a run at an instant, lets another finish, and looks at what arrived. */
export async function killedAt({ arrivals, milliseconds }: Instant, latency: () => number): Promise<Found> {
  let kill = () => {};
  let count = 0;
  const arrive = () => {
    count += 1;
    if (count === arrivals) setTimeout(() => kill(), milliseconds);
  };
  const arrived: string[] = [];
  const idempotent = new Set<string>();
  const http = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const path = request.url?.split('/')[1] ?? '';
      const anchor = keys.find((key) => body.includes(key.slice(5)));
      if (path === 'social') idempotent.add(`${anchor} ${request.headers['idempotency-key']}`);
      else arrived.push(`${path} ${anchor}`);
      arrive();
      setTimeout(() => response.writeHead(200).end('ok'), latency());
    });
  });
  const post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let body = '';
      stream.on('data', (part: Buffer) => {
        body += part.toString('latin1');
      });
      stream.on('end', () => {
        const words = body.replace(/=\r\n/g, '');
        // What ended without its end was not taken.
        if (stream.sizeExceeded) return;
        arrived.push(`list ${keys.find((key) => words.includes(key.slice(5)))}`);
        arrive();
        setTimeout(() => done(null), latency());
      });
    },
  });
  post.on('error', () => {});
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  await new Promise<void>((ready) => post.listen(0, '127.0.0.1', ready));
  const { port } = http.address() as AddressInfo;
  const { port: mailPort } = post.server.address() as AddressInfo;
  const root = folder(port, mailPort);
  const secrets = JSON.stringify({
    HOOK: `http://127.0.0.1:${port}/hook`,
    CHAT: `http://127.0.0.1:${port}/chat`,
    KEY: 'k',
  });
  try {
    const killed = await killedRun(root, secrets, (child) => {
      kill = child;
      if (arrivals === 0) setTimeout(child, milliseconds);
    });
    await run(join(root, 'content'), secrets, () => {});
    const { ledger } = readLedger(readFileSync(join(root, 'sent.ndjson'), 'utf8'));
    const fateOf = (channel: string, key: string) => ledger.get(channel)?.messages.get(key)?.fate;
    const all = channels.flatMap((channel) => keys.map((key) => ({ channel, key })));
    const times = (channel: string, key: string) =>
      arrived.filter((one) => one === `${channel} ${key}`).length;
    const isDoubt = (channel: string, key: string) =>
      ['sending', 'doubt'].includes(fateOf(channel, key) ?? '');
    return {
      killed,
      twice: all
        .filter(({ channel, key }) => times(channel, key) > 1)
        .map(({ channel, key }) => `${channel} ${key}`),
      lost: [
        ...all
          .filter(
            ({ channel, key }) => channel !== 'social' && times(channel, key) === 0 && !isDoubt(channel, key),
          )
          .map(({ channel, key }) => `${channel} ${key} ${fateOf(channel, key)}`),
        ...keys.filter((key) => [...idempotent].filter((one) => one.startsWith(key)).length !== 1),
      ],
      doubts: all.filter(({ channel, key }) => isDoubt(channel, key)).length,
    };
  } finally {
    http.closeAllConnections();
    http.close();
    await new Promise<void>((closed) => post.close(() => closed()));
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs `notify`, and hands over what kills it once it begins to send; gives whether it was killed. */
function killedRun(root: string, secrets: string, begun: (kill: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['test/notify/child.ts', join(root, 'content'), secrets], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // A run begins sooner where its code was read before.
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'meaculpa-compiled') },
    });
    child.stdout.once('data', () => begun(() => child.kill('SIGKILL')));
    child.on('close', (_code, signal) => resolve(signal === 'SIGKILL'));
  });
}
