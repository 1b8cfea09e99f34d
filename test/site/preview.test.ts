import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { UserError } from '../../src/language/user-error.ts';
import { type Notice, withPanel } from '../../src/site/serve/panel.ts';
import { type Preview, preview } from '../../src/site/serve/preview.ts';

const root = mkdtempSync(join(tmpdir(), 'meaculpa-preview-'));
afterAll(() => rmSync(root, { recursive: true }));
const empty = join(root, 'empty');
const folder = join(root, 'site');
const page = (lang: string, words: string) =>
  `<!doctype html><html lang="${lang}"><head><title>${words}</title></head><body>${words}</body></html>`;
const pages = new Map([
  ['fr/index.html', page('fr-CA', 'Tout fonctionne')],
  ['fr/404.html', page('fr-CA', 'Introuvable')],
  ['404.html', page('en-CA', 'Not found. Introuvable')],
]);
const site = { page: (file: string) => pages.get(file), folder, base: '' };
for (const path of [empty, folder]) mkdirSync(path);
writeFileSync(join(folder, 'notes.txt'), 'à');
writeFileSync(join(folder, 'preuve.html'), page('fr-CA', 'À nous'));

const notices = (stops: boolean): Readonly<Record<'en' | 'fr', Notice>> => ({
  en: { stops, count: '1 error, 2 warnings.', text: 'a.md:1:1 </pre><script>alert(1)</script>' },
  fr: { stops, count: '1 erreur, 2 avertissements.', text: 'a.md:1:1 </pre><script>alert(1)</script>' },
});

let server: Preview;
beforeEach(async () => {
  server = await preview(0, empty);
});
afterEach(() => server.close());

async function get(path: string) {
  const response = await fetch(new URL(path, server.url), { redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('before there are pages, it says in the language of the path that they are being built', async () => {
  expect(await get('/fr/incidents/')).toMatchObject({
    status: 503,
    text: expect.stringMatching(/<html lang="fr-CA">[\s\S]*Le site est en cours de génération/),
  });
  expect((await get('/')).text).toMatch(/<html lang="en-CA">[\s\S]*The site is being built/);
  server.show({ notices: notices(true) });
  expect((await get('/fr/')).text).toMatch(/role="alert" lang="fr-CA"[\s\S]*n’a pas encore pu être généré/);
});

test('before what is no page is written, it is said to come; pages are there', async () => {
  server.show({ site: { page: site.page, base: '' } });
  expect((await get('/fr/')).status).toBe(200);
  expect((await get('/fr/rien/')).status).toBe(404);
  expect(await get('/notes.txt')).toMatchObject({ status: 503, text: '' });
  server.show({ site });
  expect((await get('/notes.txt')).text).toBe('à');
});

test('a site on a path is found from the root, and nothing of it outside its path', async () => {
  server.show({ site: { ...site, base: '/avis' } });
  const { status, headers } = await get('/');
  expect([status, headers.get('location')]).toEqual([302, '/avis/']);
  expect((await get('/avis/fr')).status).toBe(302);
  expect(await get('/avis/fr/')).toMatchObject({
    status: 200,
    text: expect.stringContaining('Tout fonctionne'),
  });
  expect(await get('/avis/fr/rien/')).toMatchObject({
    status: 404,
    text: expect.stringMatching(/Introuvable/),
  });
  expect(await get('/fr/')).toMatchObject({ status: 404 });
  expect((await get('/avis/preuve.html')).text).toContain('À nous');
  expect((await get('/avis/notes.txt')).headers.get('content-type')).toBe('text/plain; charset=utf-8');
});

test('pages reload when the scene changes', async () => {
  server.show({ site: site });
  // As a browser goes there: the server leaves alone what a script fetches.
  const visited = await new Promise<IncomingMessage>((resolve) => http.get(`${server.url}fr/`, resolve));
  expect(await text(visited)).toContain('reload-client.js');
  const socket = new WebSocket(server.url.replace('http', 'ws'));
  const types: string[] = [];
  const heard = (type: string) =>
    new Promise<void>((resolve) =>
      socket.addEventListener('message', ({ data }) => {
        types.push(JSON.parse(String(data)).type);
        if (types.includes(type)) resolve();
      }),
    );
  await heard('eleventy.status');
  const reloaded = heard('eleventy.reload');
  server.show({ site: site, notices: notices(false) });
  await reloaded;
  socket.close();
});

test('a page that cannot be made is said, and the next one is', async () => {
  const page = (file: string) => {
    if (file === 'fr/index.html') throw new Error('no view');
    return pages.get(file);
  };
  server.show({ site: { ...site, page } });
  expect(await get('/fr/')).toMatchObject({
    status: 500,
    text: expect.stringMatching(/<html lang="fr-CA">[\s\S]*no view/),
  });
  expect((await get('/404.html')).status).toBe(200);
});

test('a port that is taken is refused (3)', async () => {
  const refused = await preview(Number(new URL(server.url).port), empty).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UserError);
  expect(refused).toMatchObject({ status: 3, key: 'command.port.taken' });
});

test('the panel stands where the reader is, counts, folds, and takes nothing for markup', () => {
  const errors = withPanel(page('fr-CA', 'Avis'), notices(true));
  expect(errors).toMatch(/role="alert" lang="fr-CA" style="[^"]*position:fixed;/);
  expect(errors).toMatch(/<details [^>]*\bopen><summary>1 erreur, 2 avertissements\.<\/summary>/);
  expect(errors).toContain('&lt;/pre>&lt;script>'.replaceAll('>', '&gt;'));
  expect(errors.indexOf('role="alert"')).toBeGreaterThan(errors.indexOf('Avis</title>'));
  const warnings = withPanel(page('en-CA', 'Notices'), notices(false));
  expect(warnings).toMatch(/role="status" lang="en-CA"/);
  expect(warnings).toMatch(/<details class="other"><summary>1 error, 2 warnings\.<\/summary>/);
});
