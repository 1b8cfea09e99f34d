import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../src/outputs/output.ts';
import { searchOf } from '../src/site/build/search.ts';
import { soughtIn } from '../src/site/build/sought.ts';

/** The search of the documents that stand in a folder, handed over in this order or in its reverse. */
export function searchIn(folder: string, order: 'first' | 'last' = 'first'): readonly Output[] {
  const search = searchOf();
  const files = globSync('**/*.html', { cwd: folder }).sort();
  for (const file of order === 'first' ? files : files.toReversed()) {
    const sought = soughtIn(readFileSync(join(folder, file), 'utf8'));
    if (sought !== undefined) search.add(`/${file.replace(/index\.html$/, '')}`, sought);
  }
  return search.files();
}
