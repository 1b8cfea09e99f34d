import { compareText } from '../../model/problem.ts';
import type { Recorded } from '../build/write.ts';
import { codeOf } from '../remote.ts';
import { type Difference, isSame, type Withheld } from './differences.ts';
import type { Published } from './published.ts';

/** How many files are asked for at a time, and how long each is waited for (milliseconds). */
const together = 6;
const patience = 20_000;

/** What hosts read and do not serve. */
const unserved = ['_headers', '_redirects'];

/** What is not as it should be at an address, sorted by path. `asking` is told how many files were asked for. */
export async function differencesAt(
  address: string,
  { files }: Published,
  asking: (done: number, of: number) => void,
): Promise<readonly (Difference | Withheld)[]> {
  const root = address.endsWith('/') ? address : `${address}/`;
  const asked = files.filter(({ path }) => !unserved.includes(path));
  const differences: (Difference | Withheld)[] = [];
  let at = 0;
  const askOn = async (): Promise<void> => {
    for (let file = asked[at++]; file !== undefined; file = asked[at++]) {
      asking(at, asked.length);
      const one = await differenceOf(file, new URL(addressOf(file.path), root));
      if (one !== undefined) differences.push(one);
    }
  };
  await Promise.all(Array.from({ length: together }, askOn));
  return differences.sort((a, b) => compareText(a.path, b.path));
}

/** `en/index.html` stands at `en/`. */
const addressOf = (path: string): string =>
  path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

/** Asked for by what it should hold, which no cache has yet unless it is that; then as readers ask. */
async function differenceOf(file: Recorded, url: URL): Promise<Difference | Withheld | undefined> {
  const { path } = file;
  const apart = new URL(url);
  apart.search = `?${file.sha256.slice(0, 12)}`;
  let worst: Difference | Withheld = { path, kind: 'missing' };
  for (const one of [apart, url]) {
    const found = await bytesAt(one);
    if (found instanceof Uint8Array) {
      if (isSame(file, found)) return undefined;
      worst = { path, kind: 'other' };
    } else if (found !== undefined && worst.kind !== 'other') worst = { path, ...found };
  }
  return worst;
}

/**
 * What stands there, whatever the status of the page for what is not found; nothing where nothing does, and why where
 * that is not known.
 */
async function bytesAt(url: URL): Promise<Uint8Array | Omit<Withheld, 'path'> | undefined> {
  try {
    const answer = await fetch(url, {
      headers: { 'Cache-Control': 'no-cache' },
      signal: AbortSignal.timeout(patience),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok || (answer.status === 404 && /404\.html$|\/404$/.test(url.pathname))) return bytes;
    if (answer.status === 404 || answer.status === 410) return undefined;
    return { kind: 'status', found: String(answer.status) };
  } catch (error) {
    return { kind: 'silence', found: codeOf(error) };
  }
}
