import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Reply, type Request, Unanswered } from '../notify/channel.ts';
import { isPrivate, refusedAddress } from '../notify/refused-addresses.ts';

/** A server that has said nothing for so long will not. */
const patience = 30_000;
/** No answer that is read is longer. */
const longest = 256 * 1024;

/**
 * Asks a server that is told a secret: over HTTPS, at an address of the internet, and never where it redirects to.
 * `loopback` lets tests speak to this machine. Throws an `Unanswered`.
 */
export function asker({ loopback = false, wait = patience } = {}): (request: Request) => Promise<Reply> {
  return (asked) =>
    new Promise((resolve, reject) => {
      const url = URL.canParse(asked.url) ? new URL(asked.url) : undefined;
      const refused = url === undefined ? 'address' : refusedAddress(url, loopback);
      if (url === undefined || refused !== undefined) {
        reject(new Unanswered(`${refused}`, false));
        return;
      }
      let left = false;
      const fail = (why: string) => reject(new Unanswered(why, left));
      const make = url.protocol === 'https:' ? overHttps : overHttp;
      const call = make(
        url,
        {
          method: asked.method,
          headers: { ...asked.headers, 'content-length': Buffer.byteLength(asked.body) },
          // One connection for each: an idle one that the server has just closed would look like a lost request.
          agent: false,
          ...(loopback ? {} : { lookup: publicLookup }),
        },
        (answer) => {
          const parts: Buffer[] = [];
          let size = 0;
          answer.on('data', (part: Buffer) => {
            size += part.length;
            if (size <= longest) parts.push(part);
          });
          answer.on('error', (error) => fail(error.message));
          answer.on('aborted', () => fail('ECONNRESET'));
          answer.on('end', () => {
            const headers = Object.fromEntries(
              Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
            );
            resolve({ status: answer.statusCode ?? 0, headers, body: Buffer.concat(parts).toString('utf8') });
          });
        },
      );
      call.on('socket', (socket) => {
        socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
          left = true;
        });
      });
      const timer = setTimeout(() => call.destroy(new Error('ETIMEDOUT')), wait);
      call.on('close', () => clearTimeout(timer));
      call.on('error', (error) => fail('code' in error ? String(error.code) : error.message));
      call.end(asked.body);
    });
}

/** Finds the address of a server and refuses a private one: it is the one that is then connected to. */
const publicLookup: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) {
      done(error, '', 0);
      return;
    }
    const [first] = found;
    if (first === undefined || found.some(({ address }) => isPrivate(address))) {
      done(Object.assign(new Error('a private address'), { code: 'private' }), '', 0);
      return;
    }
    if (options.all === true) done(null, found);
    else done(null, first.address, first.family);
  });
};

/** Reads a page of the site that messages name; nothing where it does not answer. */
export async function look(
  url: string,
): Promise<{ readonly status: number; readonly body: string } | undefined> {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(patience),
      headers: { 'cache-control': 'no-cache' },
    });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return undefined;
  }
}
