import { gzipSync } from 'node:zlib';
import type { Site } from '../../model/site.ts';
import type { Instant } from '../../model/values.ts';
import { contextsOf } from '../../pages/context/locale-context.ts';
import type { Page, PageKind } from '../../pages/page.ts';
import { pages } from '../../pages/pages.ts';
import { createRenderer } from './render.ts';

/** A page that weighs more than it should, in bytes of gzip. */
export interface HeavyPage {
  readonly path: string;
  readonly bytes: number;
  readonly most: number;
}

/** What contract 3 allows: an incident is read on the worst day; the rest arrives in a first round trip. */
const mostOf = (kind: PageKind): number => (kind === 'incident' ? 9_000 : 14_600);

/** What a page weighs, where that is too much. Most pages are light however they are packed: only the others are packed well. */
export function weigh({ kind, path }: Pick<Page, 'kind' | 'path'>, html: string): HeavyPage | undefined {
  const most = mostOf(kind);
  if (html.length <= most / 3 || gzipSync(html, { level: 1 }).length <= most) return undefined;
  const bytes = gzipSync(html, { level: 9 }).length;
  return bytes > most ? { path, bytes, most } : undefined;
}

/** Every page that is too heavy, without writing any. */
export function heavyPages(site: Site, now: Instant): readonly HeavyPage[] {
  const render = createRenderer();
  return pages(contextsOf(site, now)).flatMap((page) => weigh(page, render(page)) ?? []);
}
