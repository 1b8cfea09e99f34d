import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { manifestOf, promisedOf } from '../../src/site/build/manifest.ts';
import { load } from '../../src/site/load.ts';
import { enMd, now as epoch, frMd, incidentYml } from '../content/folder.ts';
import { called, type Files, filled, notice, now, settings, workshop } from './command.ts';

const root = workshop();
let folders = 0;
const folder = (files: Files) => filled(join(root, String(++folders)), files);
const check = (content: string, against: string, ...args: string[]) =>
  called(['check', '--content', content, '--against', against, ...now, ...args]);

/** What a site of these files publishes, with ids that its feeds and calendars would have. */
function published(files: Files, ids: { feeds?: readonly string[]; uids?: readonly string[] } = {}): string {
  const { site, now: clock } = load(folder(files), () => epoch);
  if (site === undefined) throw new Error('no site');
  const place = join(root, String(++folders));
  mkdirSync(place);
  writeFileSync(
    join(place, 'meaculpa.json'),
    manifestOf(site, clock, { ...promisedOf(site, clock), ...ids }, []),
  );
  return place;
}

/** A host that answers so to everything; its address. */
function host(status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  onTestFinished(() => void server.close());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

const apologetic: Files = {
  ...settings,
  'incidents/mail/incident.yml': `${incidentYml}apology:\n  at: 2024-03-04 13:00\n  signer: { name: Marie Roy, title: { en: President, fr: Présidente } }\n`,
  'incidents/mail/en.md': `${enMd}\n## Apology\n\n### We failed you {#responsibility}\n\nWe failed to test the copy.\n`,
  'incidents/mail/fr.md': `${frMd}\n## Excuses\n\n### Nous vous avons fait défaut {#responsibility}\n\nNous n’avons pas vérifié la copie.\n`,
};
const slugged = (slug: string): Files => ({
  ...apologetic,
  'incidents/mail/en.md': String(apologetic['incidents/mail/en.md']).replace('---\n', `---\nslug: ${slug}\n`),
});

describe('an address that would be lost', () => {
  test('a slug that changed: once, with the line to add, and nothing for what stands below it', async () => {
    const content = folder(slugged('mail-down'));
    const { err, status } = await check(content, published(slugged('email-down')));
    expect(status).toBe(1);
    expect(err).toContain(
      `${relative('.', content)}/incidents/mail/en.md:2:7  error  address/lost  the published address /en/incidents/email-down/ would be lost\n` +
        '    Write in the front matter of this file: aliases: [email-down]\n',
    );
    expect(err.match(/address\/lost/g)).toHaveLength(1);
  });

  test('the line that it says to add mends it', async () => {
    const mended = {
      ...slugged('mail-down'),
      'incidents/mail/en.md': String(slugged('mail-down')['incidents/mail/en.md']).replace(
        '---\n',
        '---\naliases: [email-down]\n',
      ),
    };
    expect((await check(folder(mended), published(slugged('email-down')))).err).not.toContain('address/lost');
  });

  test('former addresses stay with their notice, and the line names them all', async () => {
    const front = (aliases: string) => ({
      ...settings,
      ...notice('mail'),
      'incidents/mail/fr.md': frMd.replace('---\n', `---\naliases: [${aliases}]\n`),
    });
    const { err } = await check(
      folder(front('ici')),
      published(front('ici, la, /nouvelles/courriel')),
      '--lang',
      'fr',
    );
    expect(err).toContain('aliases: [ici, la, /nouvelles/courriel/]');
  });

  test('a notice that is gone is told in both languages', async () => {
    const before = published({ ...settings, ...notice('mail'), ...notice('web') });
    const { err, status } = await check(folder({ ...settings, ...notice('mail') }), before);
    expect(status).toBe(1);
    for (const path of ['/en/incidents/web/', '/fr/incidents/web/']) {
      expect(err).toContain(`the published address ${path} would be lost: nothing stands there any more`);
    }
  });

  test('a service, an entry of a feed and an event of a calendar are told at the settings', async () => {
    const before = published(
      { ...settings, ...notice('mail') },
      { feeds: ['tag:example.ca,2024:mail'], uids: ['upgrade@example.ca'] },
    );
    const renamed = String(settings['site.yml']).replace('Sites Web', 'Pages Web');
    const content = folder({ 'site.yml': renamed, ...notice('mail') });
    const { out } = await check(content, before, '--format', 'json');
    const told: readonly { rule: string; file: string; message: string }[] = JSON.parse(out);
    expect(told.map(({ rule, file }) => ({ rule, file }))).toEqual(
      Array.from({ length: 3 }, () => ({ rule: 'address/lost', file: `${relative('.', content)}/site.yml` })),
    );
    const messages = told.map(({ message }) => message).join('\n');
    for (const lost of ['/fr/services/sites-web/', 'tag:example.ca,2024:mail', 'upgrade@example.ca'])
      expect(messages).toContain(lost);
  });

  test('a site that gets another address: its names in feeds and calendars are told once, at the address', async () => {
    const moved = {
      'site.yml': String(settings['site.yml']).replace(/^url: .*$/m, 'url: https://new.example.ca/etat'),
    };
    const before = published({
      ...settings,
      ...notice('mail'),
      ...notice('web', 'Site down', 'Panne du site'),
    });
    const content = folder({ ...moved, ...notice('mail') });
    const { out } = await check(content, before, '--format', 'json');
    const told: readonly { line: number; message: string; hint: string }[] = JSON.parse(out);
    const renamed = told.filter(({ message }) => message.includes('https://'));
    expect(renamed).toHaveLength(1);
    expect(renamed[0]?.hint).toContain('without --against');
    expect(told.filter(({ message }) => /tag:/.test(message)).map(({ message }) => message)).toEqual([
      expect.stringContaining('en/web/'),
      expect.stringContaining('fr/web/'),
    ]);
  });

  test('the later pages of a list go with what was on them', async () => {
    const many = Object.assign({}, ...Array.from({ length: 60 }, (_none, nth) => notice(`n${nth}`)));
    const place = published({ ...settings, ...many });
    const manifest = published({ ...settings, ...notice('mail') });
    const text = readFileSync(join(place, 'meaculpa.json'), 'utf8');
    expect(text).toContain('/en/incidents/2/');
    writeFileSync(join(manifest, 'meaculpa.json'), text.replaceAll(/^.*(?:incidents\/n\d).*\n/gm, ''));
    expect((await check(folder({ ...settings, ...notice('mail') }), manifest)).err).not.toContain('/2/');
  });
});

describe('nothing is lost', () => {
  const content = folder({ ...settings, ...notice('mail') });
  test('where the same is published', async () => {
    const { err, status } = await check(content, published({ ...settings, ...notice('mail') }));
    expect({ err, status }).toEqual({ err: 'No problem.\n', status: 0 });
  });

  test('where nothing is published yet: at an address, and in a folder', async () => {
    for (const place of [await host(404, 'no'), join(root, 'nothing-here')]) {
      const { err, status } = await check(content, place);
      expect(status).toBe(0);
      expect(err).toBe(`Nothing is published at ${place} yet: no address can be lost.\nNo problem.\n`);
    }
  });

  test.each([
    ['nobody answers', async () => 'http://127.0.0.1:1', 'ne répond pas'],
    ['the host is ill', () => host(503, 'later'), 'répond 503. On ne sait pas si une adresse se perdrait.'],
    ['every address has the same page', () => host(200, '<!DOCTYPE html>'), 'illisible'],
  ])('a warning, and no more, where %s', async (_what, where, told) => {
    const { err, status } = await check(content, await where(), '--lang', 'fr');
    expect(status).toBe(0);
    expect(err).toContain(told);
  });

  test('a file is no published site: the call is refused', async () => {
    const { err, status } = await check(content, join(content, 'site.yml'));
    expect(status).toBe(2);
    expect(err).toContain('is a file');
  });

  test.each(['ftp://status.example.ca', 'htps://status.example.ca/'])(
    '%s is no address of a site: the call is refused, and does not pass for a place where nothing stands',
    async (place) => {
      const { err, status } = await check(content, place);
      expect(status).toBe(2);
      expect(err).toContain(`${place} is no folder and no address of a site.\n`);
      expect(err).toContain('https://');
    },
  );
});

test.each([
  ['/again', 'leads on and on, more than 5 times.'],
  ['ftp://files.example.ca/', 'leads on to ftp://files.example.ca/, which is no web address.'],
])('a host that leads to %s is told as it is, and keeps no one from publishing', async (location, reason) => {
  const server = createServer((_request, response) => response.writeHead(302, { location }).end());
  onTestFinished(() => void server.close());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { status, err } = await check(folder({ ...settings, ...notice('mail') }), address);
  expect(status).toBe(0);
  expect(err).toContain(`${reason} Whether an address would be lost is not known.\n`);
});
