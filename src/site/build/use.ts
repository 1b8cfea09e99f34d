import { statSync } from 'node:fs';
import { type Use, useOf } from '../../model/hosts.ts';
import type { Site } from '../../model/site.ts';
import { outputOf } from '../../model/urls.ts';
import type { Instant } from '../../model/values.ts';
import { outputs } from '../../outputs/index.ts';
import type { Output } from '../../outputs/output.ts';
import { contextsOf } from '../../pages/context/locale-context.ts';
import { pages } from '../../pages/pages.ts';
import type { Recorded } from './write.ts';

/** The files that say how the host is to answer. */
const forHost: ReadonlySet<string> = new Set(['_headers', '_redirects']);

export const isForHost = ({ path }: Pick<Output, 'path'>): boolean => forHost.has(path);

/** What the host is asked to hold; of what is written, only the files for the host are looked at. */
export function useOfSite(
  files: readonly Pick<Recorded, 'path' | 'size'>[],
  written: readonly Output[],
): Use {
  const textOf = (name: string) => String(written.find(({ path }) => path === name)?.content ?? '');
  return useOf(files, textOf('_headers'), textOf('_redirects'));
}

/** The same before anything is written: pages are counted, and not weighed. */
export function expectedUse(site: Site, now: Instant): Use {
  const contexts = contextsOf(site, now);
  const all = pages(contexts);
  const written = [...outputs({ contexts, pages: all, styles: () => [] })];
  return useOfSite(
    [
      ...all.map(({ path }) => ({ path: outputOf(path), size: 0 })),
      ...site.assets.map(({ path, file }) => ({ path: path.slice(1), size: statSync(file).size })),
      ...written.map(({ path, content }) => ({ path, size: content.length })),
    ],
    written,
  );
}
