import { compareText } from '../../model/problem.ts';
import type { Recorded } from '../build/write.ts';
import { type Difference, isSame } from './differences.ts';
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
): Promise<readonly Difference[]> {
  const root = address.endsWith('/') ? address : `${address}/`;
  const asked = files.filter(({ path }) => !unserved.includes(path));
  const differences: Difference[] = [];
  let at = 0;
  const askOn = async (): Promise<void> => {
    for (let file = asked[at++]; file !== undefined; file = asked[at++]) {
      asking(at, asked.length);
      const kind = await differenceOf(file, new URL(addressOf(file.path), root));
      if (kind !== undefined) differences.push({ path: file.path, kind });
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
async function differenceOf(file: Recorded, url: URL): Promise<Difference['kind'] | undefined> {
  const apart = new URL(url);
  apart.search = `?${file.sha256.slice(0, 12)}`;
  let kind: Difference['kind'] = 'missing';
  for (const one of [apart, url]) {
    const bytes = await bytesAt(one);
    if (bytes === undefined) continue;
    if (isSame(file, bytes)) return undefined;
    kind = 'other';
  }
  return kind;
}

/** What stands there, whatever the status of the page for what is not found; nothing where nothing does. */
async function bytesAt(url: URL): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(url, {
      headers: { 'Cache-Control': 'no-cache' },
      signal: AbortSignal.timeout(patience),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return answer.ok || /404\.html$|\/404$/.test(url.pathname) ? bytes : undefined;
  } catch {
    return undefined;
  }
}
