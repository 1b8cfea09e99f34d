import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../model/site.ts';
import { type Instant, isoOf } from '../../model/values.ts';
import type { Page } from '../../pages/page.ts';
import type { Recorded } from './write.ts';

export const manifestName = 'meaculpa.json';

/** What was published: every address, and every file but this one, in the order of their paths. */
export function manifestOf(
  site: Site,
  now: Instant,
  pages: readonly Page[],
  files: readonly Recorded[],
): string {
  const lines = (items: readonly unknown[]) => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  const addresses = pages.map(({ path }) => path).sort();
  return [
    '{',
    '  "meaculpa": 1,',
    `  "url": ${JSON.stringify(site.url)},`,
    `  "now": ${JSON.stringify(isoOf(now))},`,
    `  "addresses": [\n${lines(addresses)}\n  ],`,
    `  "files": [\n${lines(files.filter(({ path }) => path !== manifestName))}\n  ]`,
    '}\n',
  ].join('\n');
}

/** Whether a folder holds a site that this program made. */
export function isPublished(directory: string): boolean {
  const file = join(directory, manifestName);
  if (!existsSync(file)) return false;
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof found === 'object' && found !== null && 'meaculpa' in found;
  } catch {
    return false;
  }
}
