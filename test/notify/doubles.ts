import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a double was asked. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a double behaves, request by request; the last goes on. */
export type Manner =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** Hears it all and never answers. */
  | 'hang'
  /** Hears it all and cuts the connection. */
  | 'cut';

/** A server on this machine that stands for a channel’s. */
export async function double(...manners: readonly [Manner, ...Manner[]]) {
  const asked: Asked[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse, body: string) => {
    asked.push({ path: request.url ?? '', headers: request.headers, body });
    const manner = manners[Math.min(asked.length, manners.length) - 1];
    if (manner === 'hang' || manner === undefined) return;
    if (manner === 'cut') {
      request.socket.destroy();
      return;
    }
    response.writeHead(manner.status, manner.headers).end(manner.body ?? '');
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(request, response, Buffer.concat(parts).toString('utf8')));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}
