import { gzipSync } from 'node:zlib';
import { type HeavyPage, mostBytes } from '../../checks/site/weight.ts';
import type { Site } from '../../model/site.ts';
import type { Instant } from '../../model/values.ts';
import { contextsOf } from '../../pages/context/locale-context.ts';
import type { Page } from '../../pages/page.ts';
import { pages } from '../../pages/pages.ts';
import { foundByInputs, type KnownPage } from '../cache/by-inputs.ts';
import { openCache } from '../cache/cache.ts';
import { createRenderer } from './render.ts';

export type { HeavyPage };

/** What a page weighs, where that is too much. Most pages are light however they are packed: only the others are packed well. */
export function weigh({ kind, path }: Pick<Page, 'kind' | 'path'>, html: string): HeavyPage | undefined {
  const most = mostBytes(kind);
  if (html.length <= most / 3 || gzipSync(html, { level: 1 }).length <= most) return undefined;
  const bytes = gzipSync(html, { level: 9 }).length;
  return bytes > most ? { path, bytes, most } : undefined;
}

/** What styles and markup add to the words of a page, in bytes of gzip; a test holds it against the pages of every world. */
const layoutBytes = 5_500;

/** What a page weighs at most, in bytes of gzip, before it is rendered: its words, packed in haste, and the layout. */
export const boundOf = (view: object): number =>
  gzipSync(JSON.stringify(view), { level: 1 }).length + layoutBytes;

/** Every page that is too heavy. Pages whose words are too few for that are not rendered, those known to a cache not made. */
export function heavyPages(site: Site, now: Instant, folder?: string): readonly HeavyPage[] {
  const render = createRenderer();
  const contexts = contextsOf(site, now);
  const cache = openCache(folder);
  const views = cache && foundByInputs<KnownPage>(cache, 'views', contexts);
  const heavy = pages(contexts).flatMap((page) => {
    const known = views?.get(page);
    if (known !== undefined) return known.heavy === undefined ? [] : [{ ...known.heavy, path: page.path }];
    const isLight = boundOf(page.view()) <= mostBytes(page.kind);
    const tooMuch = isLight ? undefined : weigh(page, render(page));
    views?.set(page, tooMuch === undefined ? {} : { heavy: tooMuch });
    return tooMuch ?? [];
  });
  views?.save();
  return heavy;
}
