import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { translator } from '../../language/translate.ts';
import { UserError } from '../../language/user-error.ts';
import { notFoundPath } from '../../model/urls.ts';
import type { Locale } from '../../model/values.ts';
import { blank, languageOf, type Notice, withoutPolicy, withPanel } from './panel.ts';

/** What a preview shows: the last good pages, and what there is to say of newer ones. */
export interface Scene {
  /** The folder of the last good pages, and the path of their address: empty, or `/avis`. */
  readonly site?: { readonly folder: string; readonly base: string };
  readonly notices?: Readonly<Record<Locale, Notice>>;
}

/** Eleventy's development server on this machine alone, whose pages reload when the scene changes. */
export interface Preview {
  /** `http://localhost:8080/`, from where a site on a path is found too. */
  readonly url: string;
  readonly show: (scene: Scene) => void;
  readonly close: () => Promise<void>;
}

/** The server names the encoding of pages alone: accents in the rest would be read as Windows-1252. */
const texts: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.ics': 'text/calendar',
  '.txt': 'text/plain',
};

const silent = () => {};

/**
 * Serves on 127.0.0.1; `empty` is a folder without files, for as long as there are no pages.
 * @throws UserError (3) where the port is taken or forbidden
 */
export async function preview(port: number, empty: string): Promise<Preview> {
  let scene: Scene = {};
  const send = (response: ServerResponse, status: number, page: string) => {
    response.statusCode = status;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    const open = withoutPolicy(page);
    response.end(scene.notices === undefined ? open : withPanel(open, led(scene.notices, scene.site)));
  };
  const answer = ({ url = '/' }: IncomingMessage, response: ServerResponse, next: () => void) => {
    const locale = languageOf(url);
    if (scene.site === undefined) {
      const sentence = translator(locale ?? 'en')('command.serve.building_page');
      send(response, 503, blank(locale ?? 'en', scene.notices === undefined ? sentence : ''));
      return;
    }
    const { statusCode, filepath = '', url: elsewhere } = found(server, url);
    const type = texts[extname(filepath)];
    // For good, as its own redirects are, means nothing where another site is shown tomorrow.
    if (elsewhere !== undefined) response.writeHead(302, { location: elsewhere }).end();
    else if (statusCode === 404) send(response, 404, notFoundIn(server, scene.site.base, locale));
    else if (extname(filepath) === '.html') send(response, 200, readFileSync(filepath, 'utf8'));
    else {
      if (type !== undefined) response.setHeader('Content-Type', `${type}; charset=utf-8`);
      next();
    }
  };
  const server = new DevServer('meaculpa', empty, {
    domDiff: false,
    pathPrefix: '/',
    headers: { 'Cache-Control': 'no-store' },
    messageOnStart: () => false,
    middleware: [answer],
    logger: { info: silent, log: silent, error: silent },
  });
  await listen(server.server, port);
  const address = server.server.address();
  return {
    url: `http://localhost:${typeof address === 'object' ? (address?.port ?? port) : port}/`,
    show(next) {
      scene = next;
      server.dir = next.site?.folder ?? empty;
      server.options.pathPrefix = `${next.site?.base ?? ''}/`;
      server.reload({ files: [] });
    },
    close: () => server.close(),
  };
}

/** What stands in the way, after what is shown meanwhile. */
function led(
  notices: Readonly<Record<Locale, Notice>>,
  site: Scene['site'],
): Readonly<Record<Locale, Notice>> {
  const key = site === undefined ? 'command.serve.failed_first' : 'command.serve.failed';
  const lead = (locale: Locale): Notice => {
    const notice = notices[locale];
    return notice.stops ? { ...notice, text: `${translator(locale)(key)}\n\n${notice.text}` } : notice;
  };
  return { en: lead('en'), fr: lead('fr') };
}

/** It throws where a path leads out of the site or means nothing. */
function found(server: DevServer, url: string): ReturnType<DevServer['mapUrlToFilePath']> {
  try {
    return server.mapUrlToFilePath(url);
  } catch {
    return { statusCode: 404 };
  }
}

function notFoundIn(server: DevServer, base: string, locale: Locale | undefined): string {
  const paths = locale === undefined ? ['/404.html'] : [notFoundPath(locale), '/404.html'];
  const files = paths.flatMap((path) => found(server, base + path).filepath ?? []);
  return files[0] === undefined ? blank(locale ?? 'en', '404') : readFileSync(files[0], 'utf8');
}

/** Its own way takes the next port, and listens to the whole network. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.removeAllListeners('error');
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : '';
      const values = { port: String(port), other: String(port < 65_535 ? port + 1 : 8080) };
      if (code === 'EADDRINUSE') reject(new UserError(3, 'command.port.taken', values));
      else if (code === 'EACCES') reject(new UserError(3, 'command.port.forbidden', values));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
