import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { called, workshop } from './command.ts';

const root = workshop();
let sites = 0;

/** A folder with these files and the list of them. */
function site(files: Readonly<Record<string, string>>, now = '2026-12-01T10:00-04:00'): string {
  const folder = join(root, String(++sites));
  const listed = Object.entries(files).map(([path, text]) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return { path, size: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
  });
  const manifest = { meaculpa: 1, url: 'https://example.ca', now, addresses: ['/'], files: listed };
  writeFileSync(join(folder, 'meaculpa.json'), JSON.stringify(manifest));
  return folder;
}
const sound = {
  'index.html': 'door',
  'en/index.html': 'home',
  '404.html': 'not found',
  _headers: '/*\n',
  'a b.png': 'é',
};
const copyOf = (folder: string): string => {
  const copy = join(root, String(++sites));
  cpSync(folder, copy, { recursive: true });
  return copy;
};

/** A host: `cached` is what it gives for whoever asks without getting round its cache. */
function host(folder: string, cached: Readonly<Record<string, string>> = {}): Promise<string> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host');
    const path = decodeURIComponent(url.pathname)
      .slice(1)
      .replace(/(^|\/)$/, '$1index.html');
    const old = url.search === '' ? cached[path] : undefined;
    try {
      if (path.startsWith('_')) throw new Error('read, not served');
      const text = old ?? readFileSync(join(folder, path));
      response.writeHead(path === '404.html' ? 404 : 200).end(text);
    } catch {
      response.writeHead(404).end('nothing here');
    }
  });
  onTestFinished(() => void server.close());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

/** A host that answers so for the files that are named, and with what the folder holds for the rest. */
function failing(folder: string, status: number, names: (path: string) => boolean): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = decodeURIComponent(pathname)
      .slice(1)
      .replace(/(^|\/)$/, '$1index.html');
    if (names(path)) response.writeHead(status).end('{"error": true}');
    else response.end(readFileSync(join(folder, path)));
  });
  onTestFinished(() => void server.close());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

describe.each([
  ['a folder', async (folder: string) => folder],
  ['an address', (folder: string) => host(folder)],
])('%s', (_what, at) => {
  test('whole: status 0 and one line', async () => {
    const place = await at(site(sound));
    const { status, out, err } = await called(['verify', place]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`The site at ${place} is whole: 6 files, built at 2026-12-01T10:00-04:00.\n`);
  });

  test('damaged: each file is named, in both languages', async () => {
    const folder = site(sound);
    writeFileSync(join(folder, 'en/index.html'), 'hame');
    rmSync(join(folder, 'a b.png'));
    const place = await at(folder);
    const { status, out, err } = await called(['verify', place]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(
      /^missing: a b\.png\nother content: en\/index\.html\nThe site at .* is damaged: 2 files/,
    );
    expect((await called(['verify', place, '--lang', 'fr'])).err).toContain('absent\u00a0: a b.png\n');
  });

  test('whole, and not the build that is expected: older, newer, or of the same hour', async () => {
    const built = site(sound);
    const cases = [
      [site({ ...sound, 'index.html': 'old' }, '2026-12-01T09:00-04:00'), 'An older build is at'],
      [site({ ...sound, 'index.html': 'new' }, '2026-12-01T15:00Z'), 'A newer build is at'],
      [site({ ...sound, 'index.html': 'odd' }, '2026-12-01T14:00Z'), 'Another build is at'],
    ] as const;
    for (const [folder, told] of cases) {
      const { status, err } = await called(['verify', await at(folder), '--against', built]);
      expect(err).toContain(told);
      expect(err).not.toContain('damaged');
      expect(status).toBe(1);
    }
    expect((await called(['verify', await at(copyOf(built)), '--against', built])).status).toBe(0);
  });

  test('a list that cannot be read, and none at all', async () => {
    const folder = site(sound);
    writeFileSync(join(folder, 'meaculpa.json'), '{"meaculpa": 1, "url"');
    expect(await called(['verify', await at(folder)])).toMatchObject({
      status: 1,
      err: expect.stringContaining('cannot be read'),
    });
    rmSync(join(folder, 'meaculpa.json'));
    expect(await called(['verify', await at(folder)])).toMatchObject({
      status: 1,
      err: expect.stringContaining('no meaculpa.json'),
    });
  });
});

test('in a folder, what the list does not name is told', async () => {
  const folder = site(sound);
  writeFileSync(join(folder, 'extra.html'), 'who?');
  expect(await called(['verify', folder])).toMatchObject({
    status: 1,
    err: expect.stringContaining('not of this site: extra.html'),
  });
});

test('a list that names files outside the site is not followed', async () => {
  const folder = site(sound);
  const manifest = readFileSync(join(folder, 'meaculpa.json'), 'utf8');
  writeFileSync(join(folder, 'meaculpa.json'), manifest.replace('"index.html"', '"../secret"'));
  expect((await called(['verify', folder])).err).toContain('cannot be read');
});

test('caches are got round, and that readers still get an older build is said', async () => {
  const folder = site(sound);
  const older = readFileSync(
    join(site({ ...sound, 'index.html': 'old' }, '2026-12-01T09:00-04:00'), 'meaculpa.json'),
    'utf8',
  );
  const place = await host(folder, { 'index.html': 'old', 'meaculpa.json': older });
  const { status, out, err } = await called(['verify', place]);
  expect(err).toBe(`A cache still gives readers the build of 2026-12-01T09:00-04:00 at ${place}.\n`);
  expect(out).toContain('is whole');
  expect(status).toBe(0);
});

test.each([
  [
    500,
    /answers 500\.\n {4}.*try again in a few minutes/,
    /répond 500\.\n {4}.*réessayez dans quelques minutes/,
  ],
  [
    503,
    /answers 503\.\n {4}.*try again in a few minutes/,
    /répond 503\.\n {4}.*réessayez dans quelques minutes/,
  ],
  [429, /answers 429\.\n {4}.*asked too often/, /répond 429\.\n {4}.*trop de demandes/],
  [403, /answers 403\.\n {4}.*password/, /répond 403\.\n {4}.*mot de passe/],
  [418, /answers 418\.\n {4}.*browser/, /répond 418\.\n {4}.*navigateur/],
])(
  'a server that answers %i is not called damaged: the status is said, and what to do',
  async (status, en, fr) => {
    const place = await failing(site(sound), status, () => true);
    for (const [lang, said] of [
      ['en', en],
      ['fr', fr],
    ] as const) {
      const ended = await called(['verify', place, '--lang', lang]);
      expect(ended).toMatchObject({ status: 3, out: '', err: expect.stringMatching(said) });
      expect(ended.err).toContain(`${place}/meaculpa.json`);
    }
  },
);

test('files that a server fails to give are not called missing, and the site not damaged', async () => {
  const folder = site(sound);
  const place = await failing(folder, 503, (path) => path === 'en/index.html');
  const { status, err } = await called(['verify', place]);
  expect(err).toBe(
    `answers 503: en/index.html\n1 file of ${place} was not given: whether it is as built is not known. Try again in a few minutes.\n`,
  );
  expect(status).toBe(1);
  expect((await called(['verify', place, '--lang', 'fr'])).err).toMatch(
    /^répond 503\u00a0: en\/index\.html\n/,
  );
  writeFileSync(join(folder, 'index.html'), 'old');
  const both = (await called(['verify', place])).err;
  expect(both).toContain('is damaged: 1 file is not');
  expect(both).toContain('1 file of');
});

test.each([
  [[], 2],
  [['/no/such/folder'], 2],
  [['http://127.0.0.1:1'], 3],
  [[join(import.meta.dirname, 'command.ts')], 2],
])('%j is refused with a sentence', async (operands, status) => {
  const ended = await called(['verify', ...operands]);
  expect(ended.status).toBe(status);
  expect(ended.err).toMatch(/^\S.*\n/);
  expect(ended.err).not.toContain('    at ');
});
