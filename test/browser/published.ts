import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Host, sendsHeaders } from '../../src/model/hosts.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import type { Page } from '../../src/pages/page.ts';
import { pages } from '../../src/pages/pages.ts';
import { generate } from '../../src/site/build/generate.ts';
import { type World, world } from '../worlds.ts';

/** A world that is built into a folder of its own and served with the headers that the site asks for. */
export interface Published {
  /** Where its files are. */
  readonly directory: string;
  readonly pages: readonly Page[];
  /** `http://127.0.0.1:40123`, with the site's base: a page's path follows. */
  readonly origin: string;
  /** The hour at which the site was made, in epoch milliseconds. */
  readonly now: number;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** `host`: for a host that may read no `_headers`, and then sends none of them. */
export async function publish(name: World, host?: Host): Promise<Published> {
  const { site, now } = world(name);
  const issue = { site: host === undefined ? site : { ...site, host }, now };
  const directory = mkdtempSync(join(tmpdir(), `meaculpa-${name}-`));
  await generate(issue, directory);
  const headersOf = host === undefined || sendsHeaders(host) ? headersIn(directory) : () => ({});
  const { base } = issue.site;
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const below = path.startsWith(base) ? path.slice(base.length) : undefined;
    const file =
      below === undefined ? undefined : join(directory, below.endsWith('/') ? `${below}index.html` : below);
    if (below === undefined || file === undefined || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      ...headersOf(path),
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    directory,
    pages: pages(contextsOf(issue.site, issue.now)),
    now: issue.now.epoch,
    origin: `http://127.0.0.1:${portOf(server.address())}${base}`,
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error(`no port: ${address}`);
  return address.port;
}

/** `_headers` as Cloudflare Pages reads it: every block that fits counts, `! Name` takes a header of another away. */
function headersIn(directory: string): (path: string) => Readonly<Record<string, string>> {
  const blocks: { readonly pattern: RegExp; readonly lines: string[] }[] = [];
  for (const line of readFileSync(join(directory, '_headers'), 'utf8').split('\n')) {
    if (line.startsWith('/')) {
      const parts = line
        .trim()
        .split('*')
        .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+'));
      blocks.push({ pattern: new RegExp(`^${parts.join('.*')}$`), lines: [] });
    } else if (line.trim() !== '') blocks.at(-1)?.lines.push(line.trim());
  }
  return (path) => {
    const headers: Record<string, string> = {};
    for (const line of blocks.filter(({ pattern }) => pattern.test(path)).flatMap(({ lines }) => lines)) {
      if (line.startsWith('!')) delete headers[line.slice(1).trim()];
      else {
        const [, key = '', value = ''] = /^([^:]*): *(.*)$/.exec(line) ?? [];
        headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
      }
    }
    return headers;
  };
}
