import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import DevServer from '@11ty/eleventy-dev-server';
import { translator } from '../../language/translate.ts';
import { UserError } from '../../language/user-error.ts';
import { notFoundPath, outputOf } from '../../model/urls.ts';
import type { Locale } from '../../model/values.ts';
import { blank, languageOf, type Notice, withoutPolicy, withPanel } from './panel.ts';

/** What a preview shows: the last good pages, and what there is to say of newer ones. */
export interface Scene {
  readonly site?: {
    /** The path of its address: empty, or `/avis`. */
    readonly base: string;
    /** A page by its file, `fr/index.html`, made when somebody asks for it. */
    readonly page: (file: string) => string | undefined;
    /** Where all other files of the site are, once they are written. */
    readonly folder?: string;
  };
  readonly notices?: Readonly<Record<Locale, Notice>>;
}

type Shown = NonNullable<Scene['site']>;

/** Eleventy's development server on this machine alone, whose pages reload when the scene changes. */
export interface Preview {
  /** `http://localhost:8080/`, from where a site on a path is found too. */
  readonly url: string;
  /** Shows a scene; pages that are open reload, unless they are as they were. */
  readonly show: (scene: Scene, reloads?: boolean) => void;
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
    const { site, notices } = scene;
    if (site === undefined) {
      const sentence = translator(locale ?? 'en')('command.serve.building_page');
      send(response, 503, blank(locale ?? 'en', notices === undefined ? sentence : ''));
      return;
    }
    const file = fileAt(url, site.base);
    const page = file === undefined ? undefined : made(site, file);
    if (page instanceof Error) return send(response, 500, blank(locale ?? 'en', page.stack ?? page.message));
    if (page !== undefined) return send(response, 200, page);
    // For good, as its own redirects are, means nothing where another site is shown tomorrow.
    const go = (location: string) => response.writeHead(302, { location }).end();
    if (file !== undefined && made(site, outputOf(`/${file}/`)) !== undefined) return go(`${pathOf(url)}/`);
    if (site.folder === undefined && /\.(?!html$)[^./]+$/.test(file ?? '')) {
      response.writeHead(503, { 'Retry-After': '5' }).end();
      return;
    }
    const { statusCode, filepath = '', url: elsewhere } = found(server, url);
    const type = texts[extname(filepath)];
    if (elsewhere !== undefined) go(elsewhere);
    else if (statusCode === 404) send(response, 404, notFoundIn(site, locale));
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
    show(next, reloads = true) {
      scene = next;
      server.dir = next.site?.folder ?? empty;
      server.options.pathPrefix = `${next.site?.base ?? ''}/`;
      if (reloads) server.reload({ files: [] });
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

const pathOf = (url: string): string => url.replace(/[?#].*$/s, '');

/** The file that an address stands for, if it is one of the site: `fr/index.html` for `/avis/fr/`. */
function fileAt(url: string, base: string): string | undefined {
  const path = pathOf(url);
  try {
    return path.startsWith(`${base}/`) ? outputOf(decodeURI(path.slice(base.length))) : undefined;
  } catch {
    return undefined;
  }
}

/** A page, or what went wrong with it: the writing of all pages tells it too, and the next edit may mend it. */
function made({ page }: Shown, file: string): string | Error | undefined {
  try {
    return page(file);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function notFoundIn(site: Shown, locale: Locale | undefined): string {
  const paths = locale === undefined ? ['/404.html'] : [notFoundPath(locale), '/404.html'];
  const [first] = paths.map((path) => made(site, outputOf(path))).filter((page) => typeof page === 'string');
  return first ?? blank(locale ?? 'en', '404');
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
