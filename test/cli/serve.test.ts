import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { frMd } from '../content/folder.ts';
import { called, filled, notice, now, program, settings, workshop } from './command.ts';

// A busy machine is slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const root = workshop();
const content = filled(join(root, 'content'), { ...settings, ...notice('mail') });
const scratch = join(root, 'scratch');
const french = join(content, 'incidents/mail/fr.md');
const serve = () =>
  spawn(process.execPath, [program, 'serve', '--content', content, '--port', '0', ...now], {
    env: { PATH: process.env.PATH, HOME: '/nonexistent', TMPDIR: scratch },
  });
let child: ChildProcess;
let output = '';
let url = '';

/** Waits until something holds, or fails with what the command said. */
async function until<T>(what: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const found = await what();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it never came to it:\n${output}`);
}

const get = async (path: string) => {
  const response = await fetch(new URL(path, url), { redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

beforeAll(async () => {
  mkdirSync(scratch);
  child = serve();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  url = await until(() => /http:\/\/localhost:\d+\//.exec(output)?.[0]);
  await until(async () => (await get('/meaculpa.json')).status === 200 || undefined);
});

afterAll(() => {
  child.kill('SIGKILL');
});

test('pages, images and machines’ files are served with their types', async () => {
  expect((await get('/fr/')).headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect((await get('/meaculpa.json')).headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await get('/fr')).toMatchObject({ status: 302 });
});

test.each([
  ['/fr/rien', 'fr-CA'],
  ['/en/nothing/', 'en-CA'],
])('%s is not found in %s', async (path, lang) => {
  const { status, text } = await get(path);
  expect(status).toBe(404);
  expect(text).toContain(`<html lang="${lang}"`);
});

test('nothing outside the site is served', async () => {
  expect((await get('/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
  expect((await get('/..%2f..%2f..%2f..%2fetc/passwd')).status).toBe(404);
});

test('a broken edit keeps the last good pages, shows the problem in the page’s language, and recovers', async () => {
  const before = await get('/fr/incidents/mail/');
  expect(before.text).not.toContain('role="alert"');

  writeFileSync(french, frMd.replace('## Chronologie', '## Chronologi'));
  const broken = await until(async () => {
    const page = await get('/fr/incidents/mail/');
    return page.text.includes('role="alert"') ? page : undefined;
  });
  expect(broken.status).toBe(200);
  expect(broken.text).toContain('Nous cherchons la cause.');
  expect(broken.text).toMatch(/role="alert" lang="fr-CA"[\s\S]*fr\.md:6:\d+ {2}error {2}section\/unknown/);
  expect((await get('/en/incidents/mail/')).text).toMatch(/role="alert" lang="en-CA"[\s\S]*last good pages/);
  expect(output).toMatch(/fr\.md:6:\d+ {2}error {2}section\/unknown/);

  writeFileSync(french, frMd.replace('la cause', 'la cause de la panne'));
  const mended = await until(async () => {
    const page = await get('/fr/incidents/mail/');
    return page.text.includes('la cause de la panne') ? page : undefined;
  });
  expect(mended.text).not.toContain('role="alert"');
});

test('what is no page follows the pages, also where an edit ends its writing', async () => {
  const edit = (words: string) => writeFileSync(french, frMd.replace('la cause', words));
  const twin = async () => (await get('/fr/incidents/mail/index.txt')).text;
  edit('la cause première');
  await until(async () => (await get('/fr/incidents/mail/')).text.includes('la cause première') || undefined);
  edit('la cause profonde');
  await until(async () => (await get('/fr/incidents/mail/')).text.includes('la cause profonde') || undefined);
  await until(async () => (await twin()).includes('la cause profonde') || undefined);
  edit('la cause');
  await until(async () => (await twin()).includes('Nous cherchons la cause.') || undefined);
});

test('a folder that is new is followed too', async () => {
  filled(content, notice('second'));
  expect(await until(async () => (await get('/en/incidents/second/')).status === 200 || undefined)).toBe(
    true,
  );
  rmSync(join(content, 'incidents/second'), { recursive: true });
});

test('a folder that is gone takes its pages with it', async () => {
  await until(async () => (await get('/en/incidents/second/')).status === 404 || undefined);
});

test('warnings are counted over the pages, and keep none from being made', async () => {
  writeFileSync(french, `${frMd}\n<b>Gras</b>\n`);
  const { status, text } = await until(async () => {
    const page = await get('/fr/incidents/mail/');
    return page.text.includes('role="status"') ? page : undefined;
  });
  expect(status).toBe(200);
  expect(text).toMatch(/0 erreur, \d+ avertissements?\.[\s\S]*markdown\/raw-html/);
  writeFileSync(french, frMd);
});

test('an address that changes is followed: / leads to its path', async () => {
  const yml = join(content, 'site.yml');
  writeFileSync(yml, String(settings['site.yml']).replace('.ca\n', '.ca/avis/\n'));
  await until(async () => (await get('/avis/fr/')).status === 200 || undefined);
  expect((await get('/')).headers.get('location')).toBe('/avis/');
  expect((await get('/fr/')).status).toBe(404);
});

test('the address is said first, then that it is being built', () => {
  expect(output).toMatch(
    /^The site is at http:[\s\S]*Building the site …[\s\S]*Shown after [\s\S]*Built: \d+ pages/,
  );
});

test('a port that is taken is a sentence and status 3', async () => {
  const { status, err } = await called(['serve', '--content', content, '--port', new URL(url).port, ...now]);
  expect(err).toMatch(/^Port \d+ is already in use/);
  expect(status).toBe(3);
});

test('an interruption ends it quietly: status 0, nothing left behind, nothing published', async () => {
  const said = output;
  child.kill('SIGINT');
  const [status] = await once(child, 'close');
  expect(status).toBe(0);
  expect(output.slice(said.length)).not.toMatch(/^\s+at |Error/m);
  expect(readdirSync(scratch).filter((name) => name.startsWith('meaculpa-'))).toEqual([]);
  expect(existsSync(join(root, '_site'))).toBe(false);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s while it builds leaves nothing behind either',
  async (signal) => {
    const busy = serve();
    let said = '';
    busy.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await until(() => said.includes('Building') || undefined);
    busy.kill(signal);
    const [status] = await once(busy, 'close');
    expect(status).toBe(0);
    expect(said).not.toMatch(/^\s+at |Error/m);
    expect(readdirSync(scratch).filter((name) => name.startsWith('meaculpa-'))).toEqual([]);
  },
);
