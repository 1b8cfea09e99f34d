import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { compile } from '../../src/site/compile.ts';
import { type World, world } from '../worlds.ts';

/** A site on disk, in a folder of its own. */
export interface Staged {
  readonly folder: string;
  /** `/avis`, or empty. */
  readonly base: string;
  readonly remove: () => void;
}

export async function staged(name: World): Promise<Staged> {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  const { site, now } = world(name);
  await compile({ site, now }, folder);
  return { folder, base: site.base, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves a staged site on this machine, each answer with the content policy for its path below the site. */
export async function served({ folder, base }: Staged, policy: (path: string) => string): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.slice(base.length);
    const file = join(folder, decodeURI(path), path.endsWith('/') ? 'index.html' : '');
    if (!pathname.startsWith(`${base}/`) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy(path),
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
