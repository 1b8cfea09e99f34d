import { workerData } from 'node:worker_threads';
import { openContent } from '../../content/content.ts';
import { imagesOf } from '../../content/links/images.ts';
import { openCache } from './cache.ts';
import { claim } from './claims.ts';
import { firstLook } from './findings.ts';
import { keysIn } from './keys.ts';
import { readings } from './reading.ts';
import { type Errand, tell } from './threads.ts';

/** A thread of `threads.ts`: looks into notices of a list, from its end, until it meets who began at the other. */
function look(errand: Errand): void {
  const { ground, found } = openContent(errand.directory, () => errand.now, imagesOf()).value;
  const cache = openCache(errand.cache);
  const keyOf = cache && keysIn(cache, ground);
  const here = new Map(found.map((one) => [one.folder.path, one]));
  const readingOf = readings();
  for (const [at, { path, key }] of [...errand.notices.entries()].reverse()) {
    if (!claim(errand.claims, at)) continue;
    const notice = here.get(path);
    const isUntouched = () => notice !== undefined && keyOf?.(notice) === key;
    const reading = notice && isUntouched() ? readingOf(notice) : undefined;
    const look = reading && firstLook(reading, ground, isUntouched);
    reading?.letGo();
    tell(errand, { at, ...(look && { look }) });
  }
}

const errand: Errand = workerData;
try {
  look(errand);
} catch {
  tell(errand, 'failed');
}
errand.port.close();
