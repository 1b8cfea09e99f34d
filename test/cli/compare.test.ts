import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { called, type Files, filled, workshop } from './command.ts';

const incidents = (...ids: string[]) =>
  JSON.stringify({ page: { id: 'p' }, incidents: ids.map((id) => ({ id, name: id })) });
const atom = (...ids: string[]) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>f</id>${ids.map((id) => `<entry><id>${id}</id></entry>`).join('')}</feed>`;

/** A host that answers a path so; its address. */
function host(answer: (path: string) => readonly [status: number, body: string]): Promise<string> {
  const server = createServer((request, response) => {
    const [status, body] = answer(request.url ?? '');
    response.writeHead(status).end(body);
  });
  onTestFinished(() => void server.close());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

const page = '<!doctype html><html><title>x</title></html>';

const old: Files = {
  'api/v2/incidents.json': incidents('a1', 'a2'),
  'api/v2/status.json': '{"page":{},"status":{"indicator":"none"}}',
  'history.atom': atom('tag:1', 'tag:2'),
  'incidents/a1/index.html': page,
  'incidents/a2.html': page,
};

async function compared(fresh: Files, lang: readonly string[] = []) {
  const folder = workshop();
  return called(['compare', filled(join(folder, 'old'), old), filled(join(folder, 'new'), fresh), ...lang]);
}

describe('compare', () => {
  test('what is on both, of the same type, with the same keys and ids, is sound', async () => {
    expect(await compared({ ...old, 'more.json': '{}' })).toEqual({
      status: 0,
      out: '5 addresses that clients use are on both.\n',
      err: '',
    });
  });

  test.each([
    ['an address that is gone', { 'incidents/a1/index.html': undefined }, '/incidents/a1: not there\n'],
    ['another type', { 'history.atom': page }, '/history.atom: HTML instead of Atom\n'],
    [
      'a key that is gone',
      { 'api/v2/status.json': '{"status":{},"more":1}' },
      '/api/v2/status.json: without page\n',
    ],
    [
      'an id that is gone',
      { 'api/v2/incidents.json': incidents('a2', 'a3') },
      '/api/v2/incidents.json: 1 id is not there: a1\n',
    ],
    ['an id of a feed', { 'history.atom': atom('tag:2') }, '/history.atom: 1 id is not there: tag:1\n'],
  ])('%s is named', async (_, change, sentence) => {
    expect(await compared({ ...old, ...change })).toEqual({
      status: 1,
      out: '',
      err: `${sentence}1 address of 5 would break.\n`,
    });
  });

  test('in French', async () => {
    const { err } = await compared({ ...old, 'history.atom': undefined }, ['--lang', 'fr']);
    expect(err).toBe('/history.atom\u00a0: absent\n1 adresse sur 5 cesserait de répondre comme avant.\n');
  });

  test('two sites are needed, and both must be there', async () => {
    expect(await called(['compare', 'one'])).toMatchObject({ status: 2 });
    expect(await called(['compare', '/nowhere', '/nowhere'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('There is no folder /nowhere.'),
    });
    expect(await called(['compare', 'http://127.0.0.1:9', workshop()])).toMatchObject({ status: 3 });
  });

  test('a server that fails is told by its status: what it has is not known', async () => {
    const fresh = filled(join(workshop(), 'new'), old);
    const place = await host((path) => (path === '/history.atom' ? [503, 'later'] : [404, '']));
    expect(await called(['compare', place, fresh])).toMatchObject({
      status: 3,
      out: '',
      err: expect.stringContaining(`${place}/history.atom answers 503.\n    `),
    });
    expect(await called(['compare', filled(join(workshop(), 'old'), old), place])).toMatchObject({
      status: 3,
    });
  });

  test('an address that is refused is none that clients use; a site of such addresses alone turns us away', async () => {
    const fresh = filled(join(workshop(), 'new'), old);
    const some = await host((path) => (path === '/history.atom' ? [200, atom('tag:1', 'tag:2')] : [403, '']));
    expect(await called(['compare', some, fresh])).toMatchObject({ status: 0 });
    const none = await host(() => [403, '']);
    expect(await called(['compare', none, fresh])).toMatchObject({
      status: 3,
      err: expect.stringContaining('answers 403.\n    '),
    });
  });
});
