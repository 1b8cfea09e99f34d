import { gzipSync } from 'node:zlib';
import { type HeavyPage, mostBytes } from '../../checks/site/weight.ts';
import type { Site } from '../../model/site.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import { type Instant, type Locale, otherLocale, perLocale } from '../../model/values.ts';
import { contextsOf } from '../../pages/context/locale-context.ts';
import type { Page } from '../../pages/page.ts';
import { pages } from '../../pages/pages.ts';
import { type ByInputs, foundByInputs, type KnownPage } from '../cache/by-inputs.ts';
import { openCache } from '../cache/cache.ts';
import { createRenderer } from './render.ts';

export type { HeavyPage };

type PageToWeigh = Pick<Page, 'kind' | 'path' | 'locale' | 'notice'>;

/** What a page weighs, where that is too much. Most are light by what they hold: only the others are packed, and few well. */
export function weigh(page: PageToWeigh, html: string): HeavyPage | undefined {
  const { kind, path } = page;
  const most = mostBytes(kind);
  if (html.length <= most / 3 || isLightByNotice(page) || gzipSync(html, { level: 1 }).length <= most)
    return undefined;
  const bytes = gzipSync(html, { level: 9 }).length;
  return bytes > most ? { path, bytes, most } : undefined;
}

/** What styles and markup add to the words of a page, in bytes of gzip; a test holds it against the pages of every world. */
const layoutBytes = 5_500;

/** What a page weighs at most, in bytes of gzip, before it is rendered: its words, packed in haste, and the layout. */
export const boundOf = (view: object): number =>
  gzipSync(JSON.stringify(view), { level: 1 }).length + layoutBytes;

/** The same of the page of a notice before its view is made, by what the notice holds in one language. */
export const boundOfNotice = (notice: AnyNotice, locale: Locale): number =>
  noticeBytes + contentBytes(notice, locale);

/** As `layoutBytes`, with the frame; what a text comes to for each of its signs, and each text, number or mark besides. */
const noticeBytes = 5_000;
const perSign = 0.5;
const perPart = 6;

function contentBytes(value: unknown, locale: Locale): number {
  if (typeof value === 'string') return value.length * perSign + perPart;
  if (value instanceof Map) return contentBytes([...value], locale);
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + contentBytes(one, locale), 0);
  if (typeof value !== 'object' || value === null) return perPart;
  const other = otherLocale(locale);
  let sum = 0;
  for (const [key, one] of Object.entries(value)) if (key !== other) sum += contentBytes(one, locale);
  return sum;
}

const bounds = perLocale(() => new WeakMap<AnyNotice, number>());

function isLightByNotice({ kind, locale, notice }: PageToWeigh): boolean {
  if (notice === undefined || locale === 'both') return false;
  const bound = bounds[locale].get(notice) ?? boundOfNotice(notice, locale);
  bounds[locale].set(notice, bound);
  return bound <= mostBytes(kind);
}

/** Every page that is too heavy. Pages whose words are too few for that are not rendered, those known to a cache not made. */
export function heavyPages(site: Site, now: Instant, folder?: string): readonly HeavyPage[] {
  const render = createRenderer();
  const contexts = contextsOf(site, now);
  /** What builds have found, read where it is asked for; it stays as they left it. */
  let found: Pick<ByInputs<KnownPage>, 'get'> | undefined;
  const knownOf = (page: Page): KnownPage | undefined => {
    const cache = found === undefined ? openCache(folder) : undefined;
    found ??= cache === undefined ? { get: () => undefined } : foundByInputs(cache, 'views', contexts);
    return found.get(page);
  };
  return pages(contexts).flatMap((page) => {
    if (isLightByNotice(page)) return [];
    const known = knownOf(page);
    if (known !== undefined) return known.heavy === undefined ? [] : [{ ...known.heavy, path: page.path }];
    const isLight = boundOf(page.view()) <= mostBytes(page.kind);
    return (isLight ? undefined : weigh(page, render(page))) ?? [];
  });
}
