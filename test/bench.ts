import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextsOf } from '../src/pages/context/locale-context.ts';
import { pages } from '../src/pages/pages.ts';
import { generate } from '../src/site/build/generate.ts';
import { createRenderer } from '../src/site/build/render.ts';
import { load } from '../src/site/load.ts';
import { generateSite } from './generate.ts';

/**
 * Times the parts of a build on generated sites (test/generate.ts, seed 1): reading is everything from the files to a
 * site, checks included; rendering makes every page in memory; the whole also writes, verifies and lists.
 * `npm run bench -- 300 1000`
 */
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const rows = [];
for (const notices of sizes.length > 0 ? sizes : [300, 1000]) rows.push(await measure(notices));
console.table(rows);

async function measure(notices: number) {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-bench-'));
  try {
    const content = join(folder, 'content');
    generateSite(content, notices, 1);
    const clock = () => Date.parse('2026-11-15T12:00Z');
    const { value: loaded, ms: reading } = await timed(() => load(content, clock));
    const { site, now } = loaded;
    if (site === undefined || now === undefined) throw new Error('the generated site has errors');
    const render = createRenderer();
    const { value: made, ms: rendering } = await timed(() => {
      const all = pages(contextsOf(site, now));
      for (const page of all) render(page);
      return all.length;
    });
    const { ms: whole } = await timed(() => generate({ site, now }, join(folder, 'site')));
    const total = reading + whole;
    const share = (ms: number) => `${Math.round((ms / total) * 100)} %`;
    return {
      notices,
      pages: made,
      'seconds in all': (total / 1000).toFixed(1),
      reading: share(reading),
      rendering: share(rendering),
      'writing and verifying': share(whole - rendering),
      'ms a page': (total / made).toFixed(2),
      'ms a notice read': (reading / notices).toFixed(2),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed<T>(run: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await run();
  return { value, ms: performance.now() - start };
}
