import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { UserError } from '../../language/user-error.ts';
import { homePath, notFound, notFoundPath, outputOf } from '../../model/urls.ts';
import { type Locale, locales } from '../../model/values.ts';

/** What a preview shows: the last good pages, and what keeps newer ones from being made. */
export interface Scene {
  /** The folder of the last good pages, and the path of their address: empty, or `/avis`. */
  readonly site?: { readonly folder: string; readonly base: string };
  /** Text in both languages: the page decides which is shown. */
  readonly trouble?: Readonly<Record<Locale, string>>;
}

/** A server on this machine alone, whose pages reload when the scene changes. */
export interface Preview {
  readonly url: string;
  readonly show: (scene: Scene) => void;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
};

/** Where pages listen for changes: an address that no site has. */
const events = '/.meaculpa/events';

/** Serves on 127.0.0.1. Refuses (2) a port that is taken. */
export async function preview(port: number, first: Scene): Promise<Preview> {
  let scene = first;
  let version = 0;
  const listeners = new Set<ServerResponse>();
  const formatProblem = (listener: ServerResponse) => listener.write(`data: ${version}\n\n`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === events) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      formatProblem(response);
      return;
    }
    const { status, headers, body } = answer(pathname, scene, version);
    response.writeHead(status, { 'cache-control': 'no-store', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await listen(server, port);
  const address = server.address();
  const url = `http://localhost:${typeof address === 'object' ? (address?.port ?? port) : port}`;
  return {
    get url() {
      return `${url}${scene.site?.base ?? ''}/`;
    },
    show(next) {
      scene = next;
      version += 1;
      for (const listener of listeners) formatProblem(listener);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : '';
      const values = { port: String(port), other: String(port < 65_535 ? port + 1 : 8080) };
      if (code === 'EADDRINUSE') reject(new UserError(2, 'command.port.taken', values));
      else if (code === 'EACCES') reject(new UserError(2, 'command.port.forbidden', values));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

function answer(pathname: string, { site, trouble }: Scene, version: number): Answer {
  const html = (status: number, page: string): Answer => ({
    status,
    headers: { 'content-type': types['.html'] ?? '' },
    body: alive(page, trouble, version),
  });
  if (site === undefined) return html(503, blank(languageOf(pathname)));
  const { folder, base } = site;
  const to = (location: string): Answer => ({ status: 302, headers: { location }, body: '' });
  if (pathname === '/' && base !== '') return to(`${base}/`);
  const path = pathname.startsWith(`${base}/`) ? decoded(pathname.slice(base.length)) : undefined;
  const file = path === undefined ? undefined : join(folder, outputOf(path));
  if (file !== undefined && isFile(file)) {
    if (extname(file) === '.html') return html(200, readFileSync(file, 'utf8'));
    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { status: 200, headers: { 'content-type': type }, body: readFileSync(file) };
  }
  if (file !== undefined && isFile(join(file, 'index.html'))) return to(`${pathname}/`);
  const lost = [notFoundPath(languageOf(path ?? '') ?? 'en'), notFound].map((one) =>
    join(folder, outputOf(one)),
  );
  const page = languageOf(path ?? '') === undefined ? lost[1] : lost.find((one) => existsSync(one));
  return html(404, page === undefined ? blank(undefined) : readFileSync(page, 'utf8'));
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The path without its escapes; nothing where it leads out of the site or means nothing. */
function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.split(/[/\\]/).includes('..') || text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const languageOf = (path: string): Locale | undefined =>
  locales.find((locale) => path.includes(homePath(locale)));

/** A page where there is none yet; what stands in the way is put into it. */
const blank = (locale: Locale | undefined): string =>
  `<!doctype html><html lang="${locale ?? 'en'}-CA"><meta charset="utf-8"><title>Mea culpa</title><body></body></html>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const panel =
  'all:initial;display:block;padding:1rem;background:#7a1f1f;color:#fff;font:16px/1.5 system-ui,sans-serif;white-space:pre-wrap;overflow-wrap:anywhere';

/** The page with what stands in the way of a newer one, in the page's language, and the script that reloads it. */
function alive(page: string, trouble: Scene['trouble'], version: number): string {
  const locale: Locale = /<html lang="fr/.test(page) ? 'fr' : 'en';
  const alert =
    trouble === undefined
      ? ''
      : `<div role="alert" lang="${locale}-CA" style="${panel}">${escaped(trouble[locale])}</div>`;
  const reload = `<script>new EventSource('${events}').onmessage=(e)=>{if(e.data!=='${version}')location.reload()}</script>`;
  return page.replace(/<body[^>]*>/, (body) => body + alert).replace('</body>', () => `${reload}</body>`);
}
