import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workshop } from '../cli/command.ts';
import { enMd, type Files, frMd, incidentYml } from '../content/folder.ts';
import { ofFolder } from '../outputs/written.ts';
import { debian } from './programs.ts';

/** A reader that turns what is new in a feed into mail, and has an opinion of its own of what is new. */
const room = workshop();
let server: Server;
let site: (path: string) => string;
let origin = '';
beforeAll(async () => {
  server = createServer(({ url = '/' }, response) => {
    const type = url.endsWith('.rss') ? 'application/rss+xml' : 'application/atom+xml';
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(site(url.slice(1)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`no port: ${address}`);
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A reader with a mailbox of its own that follows one address; asked again, it gives the subjects of what is new to it. */
async function reader(name: string, path: string): Promise<() => Promise<readonly string[]>> {
  const home = join(room, name);
  const box = join(home, 'mail');
  for (const folder of ['new', 'cur', 'tmp']) mkdirSync(join(box, 'INBOX', folder), { recursive: true });
  writeFileSync(
    join(home, 'r2e.cfg'),
    `[DEFAULT]
from = feeds@example.ca
to = reader@example.ca
email-protocol = maildir
maildir-path = ${box}
maildir-mailbox = INBOX
`,
  );
  const r2e = async (...args: string[]) => {
    const files = ['-c', join(home, 'r2e.cfg'), '-d', join(home, 'r2e.json')];
    const { status, err } = await debian(['r2e', 'rss2email'], [...files, ...args], home);
    expect([status, err.split('\n').filter((line) => /\[(?!INFO)/.test(line))]).toEqual([0, []]);
  };
  await r2e('add', 'site', `${origin}/${path}`);
  const told = new Set<string>();
  return async () => {
    await r2e('run');
    const fresh = readdirSync(join(box, 'INBOX', 'new')).filter((file) => !told.has(file));
    for (const file of fresh) told.add(file);
    const mails = await Promise.all(
      fresh.map((file) => simpleParser(readFileSync(join(box, 'INBOX', 'new', file)))),
    );
    return mails.map(({ subject = '' }) => subject).sort();
  };
}

const other = 'Courriel & <b>, Œuvre';
const renamed = (text: string) => text.replace(/title: .*/, `title: ${other}\nslug: no-email`);

test.each([
  ['en/feed.xml', 'Looking for the cause', 'Email down', 'Resolved'],
  ['history.rss', 'Recherche de la cause', 'Panne de courriel', 'Service rétabli'],
])(
  'rss2email, following %s, tells once what is new and nothing that was only reworded',
  async (path, cause, title, over) => {
    const state: Files = {};
    const ask = await reader(path.replace(/\W/g, '-'), path);
    const colon = path.startsWith('en') ? ':' : '\u00a0:';
    site = ofFolder(state);
    expect(await ask()).toEqual([`${cause}${colon} ${title}`]);
    // Another title, another address, other words of the same entry.
    const reworded: Files = {
      'incidents/mail/en.md': renamed(enMd).replace('We are', 'We are still'),
      'incidents/mail/fr.md': renamed(frMd).replace('Nous cherchons', 'Nous cherchons toujours'),
    };
    site = ofFolder(reworded);
    expect(await ask()).toEqual([]);
    // An update, and a correction in public of the entry before it.
    const added: Files = {
      'incidents/mail/incident.yml': `${incidentYml}  - { at: 2024-03-02 09:00, phase: resolved }\ncorrections:\n  - { at: 2024-03-02 10:00, to: 2024-03-02 06:40 }\n`,
      'incidents/mail/en.md': `${renamed(enMd)}\n### 2024-03-02 09:00\n\nEmail works.\n\n## Corrections\n\n### 2024-03-02 10:00\n\nIt was the network.\n`,
      'incidents/mail/fr.md': `${renamed(frMd)}\n### 2024-03-02 09:00\n\nLe courriel fonctionne.\n\n## Corrections\n\n### 2024-03-02 10:00\n\nC’était le réseau.\n`,
    };
    site = ofFolder(added, 3_600_000);
    expect(await ask()).toEqual([`Correction${colon} ${other}`, `${over}${colon} ${other}`].sort());
    expect(await ask()).toEqual([]);
  },
);

test('whoever followed the page that the history came from is told nothing twice', async () => {
  const former = (title: string, id: string) =>
    `<item><title>${title}</title><guid>https://status.example.ca/incidents/${id}</guid><link>https://status.example.ca/incidents/${id}</link></item>`;
  site = () =>
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Status</title><link>https://status.example.ca</link><description>Status</description>${former('Email down', 'kz1xjx')}</channel></rss>`;
  const ask = await reader('moved', 'history.rss');
  expect(await ask()).toEqual(['Email down']);
  const ended: Files = {
    'incidents/mail/incident.yml': `${incidentYml}  - { at: 2024-03-02 09:00, phase: resolved }\nimported: { from: statuspage, id: kz1xjx }\n`,
    'incidents/mail/en.md': `${enMd}\n### 2024-03-02 09:00\n\nEmail works.\n`,
    'incidents/mail/fr.md': `${frMd}\n### 2024-03-02 09:00\n\nLe courriel fonctionne.\n`,
  };
  site = ofFolder(ended);
  expect(await ask()).toEqual([]);
  const fresh = (text: string) => text.replace(/title: .*/, 'title: Web');
  site = ofFolder({
    ...ended,
    'incidents/web/incident.yml': incidentYml.replace('2024-03-02 06:40', '2024-03-05 06:40'),
    'incidents/web/en.md': fresh(enMd).replace('2024-03-02 06:40', '2024-03-05 06:40'),
    'incidents/web/fr.md': fresh(frMd).replace('2024-03-02 06:40', '2024-03-05 06:40'),
  });
  expect(await ask()).toEqual(['Recherche de la cause\u00a0: Web']);
});
