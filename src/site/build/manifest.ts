import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownersOf, type Promised } from '../../model/promised.ts';
import type { Site } from '../../model/site.ts';
import { type Instant, isoOf } from '../../model/values.ts';
import { outputs } from '../../outputs/index.ts';
import type { Output } from '../../outputs/output.ts';
import { contextsOf } from '../../pages/context/locale-context.ts';
import type { Page } from '../../pages/page.ts';
import { pages } from '../../pages/pages.ts';
import type { Recorded } from './write.ts';

export const manifestName = 'meaculpa.json';

/** What was published: what may not be lost, and every file but this one, in the order of their paths. */
export function manifestOf(
  site: Site,
  now: Instant,
  { addresses, owners, feeds, uids }: Promised,
  files: readonly Recorded[],
): string {
  const list = (name: string, items: readonly unknown[]) =>
    `  "${name}": [${items.map((item) => `\n    ${JSON.stringify(item)}`).join(',')}${items.length > 0 ? '\n  ' : ''}]`;
  return `{\n${[
    '  "meaculpa": 1',
    `  "url": ${JSON.stringify(site.url)}`,
    `  "now": ${JSON.stringify(isoOf(now))}`,
    list('addresses', addresses),
    list('owners', owners),
    list('feeds', feeds),
    list('uids', uids),
    list(
      'files',
      files.filter(({ path }) => path !== manifestName),
    ),
  ].join(',\n')}\n}\n`;
}

/** What may not be lost of what is written. */
export const promisedBy = (
  site: Site,
  all: readonly Page[],
  written: readonly Pick<Output, 'feeds' | 'uids'>[],
): Promised => ({
  addresses: all.map(({ path }) => path).sort(),
  owners: ownersOf(site),
  feeds: [...new Set(written.flatMap(({ feeds }) => feeds ?? []))].sort(),
  uids: [...new Set(written.flatMap(({ uids }) => uids ?? []))].sort(),
});

/** The same before anything is written. */
export function promisedOf(site: Site, now: Instant): Promised {
  const contexts = contextsOf(site, now);
  const all = pages(contexts);
  return promisedBy(site, all, [...outputs({ contexts, pages: all, styles: () => [] })]);
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
