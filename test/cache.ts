import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { instantsOfWall } from '../src/language/format/zones.ts';
import { Desk, edit, told } from './site/cache/edits.ts';
import { worldNames, worlds } from './worlds.ts';

/**
 * `node test/cache.ts 50 [SEED]`: as many rows of edits, clocks and damage in each world; after each edit what is found
 * by the cache is compared with what is found without, and at the end of each row the bytes of the two sites. The exit
 * status is 1 where they differ.
 */
const [runs = 50, seed = 1] = process.argv.slice(2).map(Number);
const rows = fc.sample(fc.array(edit, { minLength: 3, maxLength: 12 }), { numRuns: runs, seed });
let differ = 0;
for (const [index, edits] of rows.entries()) {
  const name = worldNames[index % worldNames.length] ?? 'quiet';
  const root = mkdtempSync(join(tmpdir(), 'meaculpa-cache-'));
  const [date = '', time = ''] = worlds[name].split(' ');
  const now = instantsOfWall(date, time, 'America/Toronto')[0]?.epoch ?? 0;
  const desk = new Desk(root, join(import.meta.dirname, 'worlds', name, 'content'), now);
  await desk.built(desk.loaded());
  let found = desk.loaded();
  for (const [step, one] of edits.entries()) {
    desk.apply(one);
    found = desk.loaded();
    if (isDeepStrictEqual(told(found.warm), told(found.cold))) continue;
    differ += 1;
    process.stdout.write(`${name}: not the same after ${JSON.stringify(edits.slice(0, step + 1))}\n`);
    break;
  }
  const { warm, cold } = await desk.built(found);
  if (!isDeepStrictEqual(warm, cold)) {
    differ += 1;
    process.stdout.write(`${name}: not the same bytes after ${JSON.stringify(edits)}\n`);
  }
  rmSync(root, { recursive: true });
}
process.stdout.write(`${runs} rows, ${differ} that differ\n`);
process.exitCode = differ === 0 ? 0 : 1;
