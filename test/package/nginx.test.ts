import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../src/site/build/generate.ts';
import { readStarter } from '../../src/site/starter.ts';
import { workshop } from '../cli/command.ts';
import { world } from '../worlds.ts';

// Debian puts it where only root looks.
const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
);
const room = workshop();
let server: ChildProcess | undefined;
let origin = '';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The recipe, for a server of this test alone. */
function configured(port: number, site: string): string {
  const recipe = readStarter('recipes/nginx.conf')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/status/_site;', `root ${site};`);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${room}/${name};`,
  );
  return `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;\npid ${room}/nginx.pid;\nerror_log ${room}/error.log;\nevents {}\nhttp {\naccess_log off;\n${places.join('\n')}\ninclude /etc/nginx/mime.types;\n${recipe}\n}\n`;
}

beforeAll(async () => {
  if (nginx === undefined)
    throw new Error('This test needs nginx. On Debian: sudo apt-get install nginx-light');
  const site = join(room, 'site');
  mkdirSync(site);
  await generate(world('maintenance'), site);
  const port = await freePort();
  const file = join(room, 'nginx.conf');
  writeFileSync(file, configured(port, site));
  const examined = spawnSync(nginx, ['-t', '-c', file], { encoding: 'utf8' });
  expect(examined.stderr).toContain('test is successful');
  origin = `http://127.0.0.1:${port}`;
  server = spawn(nginx, ['-c', file], { stdio: 'ignore' });
  const answers = () =>
    fetch(`${origin}/`).then(
      () => true,
      () => false,
    );
  while (server.exitCode === null && !(await answers())) await new Promise(setImmediate);
});
afterAll(() => void server?.kill());

const get = (path: string, how: RequestInit = {}) => fetch(origin + path, { redirect: 'manual', ...how });

describe('the site behind nginx, by the recipe', () => {
  test('pages have the headers of security, are packed, and are asked for anew', async () => {
    const answer = await get('/fr/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.status).toBe(200);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cache-control': 'public, max-age=0, must-revalidate',
      'access-control-allow-origin': '*',
      'content-security-policy': "frame-ancestors 'none'",
    });
    expect(await answer.text()).toContain('<html lang="fr-CA">');
  });

  test('the banner alone may be framed by others', async () => {
    const policies = ['/en/banner/', '/fr/bandeau/'].map(async (path) =>
      (await get(path)).headers.get('content-security-policy'),
    );
    expect(await Promise.all(policies)).toEqual(['frame-ancestors *', 'frame-ancestors *']);
  });

  test('what has not changed is not sent again, and HEAD sends nothing', async () => {
    const tag = (await get('/en/')).headers.get('etag') ?? '';
    expect((await get('/en/', { headers: { 'If-None-Match': tag } })).status).toBe(304);
    const head = await get('/en/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('what is not found is said in the language of the address, with its headers', async () => {
    for (const [path, lang] of [
      ['/en/none/', 'en-CA'],
      ['/fr/rien/', 'fr-CA'],
    ] as const) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await answer.text()).toContain(`<html lang="${lang}">`);
    }
    expect((await get('/nowhere')).status).toBe(404);
  });

  test('feeds, calendars and the API are named as what they are, for clients on any other site', async () => {
    for (const [path, type] of [
      ['/en/feed.xml', 'application/atom+xml; charset=utf-8'],
      ['/fr/services/internet-par-fibre/feed.xml', 'application/atom+xml; charset=utf-8'],
      ['/fr/entretien/feed.json', 'application/feed+json; charset=utf-8'],
      ['/fr/calendar.ics', 'text/calendar; charset=utf-8'],
      ['/en/calendar/fibre-splice.ics', 'text/calendar; charset=utf-8'],
      ['/history.rss', 'application/rss+xml; charset=utf-8'],
      ['/history.atom', 'application/atom+xml; charset=utf-8'],
      ['/api/v2/summary.json', 'application/json; charset=utf-8'],
      ['/en/badge.svg', 'image/svg+xml; charset=utf-8'],
    ] as const) {
      const { status, headers } = await get(path);
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, type]);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await get('/en/services/none/feed.xml')).status).toBe(404);
  });

  test('a former address leads on, and what hosts read is not served', async () => {
    const answer = await get('/en/maintenance/fibre-splice/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('/en/maintenance/fibre-off-one-night/');
    expect((await get('/_headers')).status).toBe(404);
  });
});
