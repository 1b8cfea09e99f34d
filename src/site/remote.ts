import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { UserError } from '../language/user-error.ts';

/** What an address or a file answers. */
export interface Answer {
  /** 200 for a file that is there. */
  readonly status: number;
  /** `application/json`; of a file by its ending. */
  readonly type: string;
  readonly text: string;
  /** How often it sent us on. */
  readonly redirects: number;
}

/** A whole site of ours answers in less; what takes longer, or is longer, is no text to be read (milliseconds, bytes). */
const patience = 20_000;
const mostRedirects = 5;
const mostBytes = 64 * 1024 * 1024;

export const isAddress = (base: string): boolean => /^https?:\/\//i.test(base);

/**
 * What a deployed site has at a path: of an address by HTTP, of a folder as a host of files would serve it. Nothing where
 * there is nothing (404, 410).
 *
 * @throws UserError (3) where nobody answers, or no end is found
 */
export async function readRemote(base: string, path: string): Promise<Answer | undefined> {
  if (!isAddress(base)) return readServed(base, path);
  const root = base.endsWith('/') ? base : `${base}/`;
  let url = new URL(path.replace(/^\/+/, ''), root);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await ask(url);
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
    if (next === null) {
      if (answer.status === 404 || answer.status === 410) {
        await answer.body?.cancel();
        return undefined;
      }
      const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
      return {
        status: answer.status,
        type: type.trim().toLowerCase(),
        text: await textOf(answer, url),
        redirects,
      };
    }
    await answer.body?.cancel();
    const from = url.href;
    url = URL.canParse(next, url) ? new URL(next, url) : url;
    if (!isAddress(url.href))
      throw new UserError(3, 'command.remote.scheme', { address: from, to: url.href });
  }
  throw new UserError(3, 'command.remote.redirects', { address: url.href, most: mostRedirects });
}

/** Whether an answer says nothing of what is there: too many questions, or a fault of the server. */
export const isFailure = ({ status }: Pick<Answer, 'status'>): boolean => status === 429 || status >= 500;

/** What is told of a status that gives nothing to read (3). */
export function refusal(address: string, { status }: Pick<Answer, 'status'>): UserError {
  const key = isFailure({ status })
    ? status === 429
      ? 'command.remote.busy'
      : 'command.remote.fault'
    : [401, 403, 407, 451].includes(status)
      ? 'command.remote.forbidden'
      : 'command.remote.status';
  return new UserError(3, key, { address, status: String(status) });
}

async function ask(url: URL): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
  } catch (error) {
    throw new UserError(3, 'command.remote.unreachable', { address: url.href, code: codeOf(error) });
  }
}

async function textOf(answer: Response, url: URL): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength;
      if (size > mostBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new UserError(3, 'command.remote.unreachable', { address: url.href, code: codeOf(error) });
  }
  if (size > mostBytes)
    throw new UserError(3, 'command.remote.size', { address: url.href, most: mostBytes / 1024 / 1024 });
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** `ECONNREFUSED`, `ENOTFOUND`, `TimeoutError`, `bad port`. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return codeOf(error.cause);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name === 'Error' ? error.message : error.name;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml',
  '.rss': 'application/rss+xml',
  '.ics': 'text/calendar',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
};

function readServed(folder: string, path: string): Answer | undefined {
  const steps = (path.split(/[?#]/)[0] ?? '').split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) return undefined;
  const named = join(folder, ...steps);
  for (const file of [named, join(named, 'index.html'), `${named}.html`]) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size > mostBytes) continue;
    return {
      status: 200,
      type: types[extname(file)] ?? 'text/plain',
      text: readFileSync(file, 'utf8'),
      redirects: 0,
    };
  }
  return undefined;
}

/** Files that are not texts in UTF-8, or are too many or too long, beside those that are. */
interface FilesBelow {
  readonly files: ReadonlyMap<string, string>;
  /** The first file that could not be read as a text. */
  readonly unreadable?: string;
}

/**
 * The texts below a folder whose names end so, by their paths with `/`; or a file alone, by its name. Links are not
 * followed; folders of version control and of packages are passed over.
 */
export function filesBelow(from: string, endings: readonly string[], most = 50_000): FilesBelow {
  const files = new Map<string, string>();
  let unreadable: string | undefined;
  const take = (file: string, name: string) => {
    if (files.size >= most || statSync(file).size > mostBytes) {
      unreadable ??= name;
      return;
    }
    try {
      files.set(name, new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      unreadable ??= name;
    }
  };
  if (lstatSync(from).isFile()) {
    take(from, from.split(sep).at(-1) ?? from);
    return { files, ...(unreadable === undefined ? {} : { unreadable }) };
  }
  const look = (folder: string, below: string) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const name = `${below}${entry.name}`;
      if (entry.isDirectory() && !/^(?:\.git|node_modules)$/.test(entry.name))
        look(join(folder, entry.name), `${name}/`);
      else if (entry.isFile() && endings.some((ending) => entry.name.toLowerCase().endsWith(ending)))
        take(join(folder, entry.name), name);
    }
  };
  look(from, '');
  return { files, ...(unreadable === undefined ? {} : { unreadable }) };
}
