import { factsSpan } from '../model/events.ts';
import { compareText } from '../model/problem.ts';
import type { NoticeGroup } from '../model/site-index.ts';
import {
  apologyPath,
  homePath,
  listPath,
  noticePath,
  questionsPath,
  regionPath,
  root,
  servicePath,
  yearPath,
} from '../model/urls.ts';
import { type Locale, locales } from '../model/values.ts';
import { languageTags } from '../pages/context/link.ts';
import type { Contexts } from '../pages/context/locale-context.ts';
import type { Page } from '../pages/page.ts';
import type { Output, OutputContext } from './output.ts';
import { rfc3339 } from './times.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

/** How many addresses a sitemap may hold (sitemaps.org). */
const most = 50_000;
const schema = { '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9' };

export const robots = ({ contexts: { site } }: OutputContext): readonly Output[] => [
  { path: 'robots.txt', content: `User-agent: *\nAllow: /\n\nSitemap: ${site.url}/sitemap.xml\n` },
];

/**
 * Every page that search engines may list, with its other language and when its facts last changed; above their limit,
 * in several files under one index.
 */
export function sitemaps({ contexts, pages }: OutputContext): readonly Output[] {
  const { site } = contexts;
  const indexed = new Map(pages.filter((page) => page.indexed).map((page) => [page.path, page]));
  const changed = changesOf(contexts);
  const listed = [...indexed.values()]
    .sort((a, b) => compareText(a.path, b.path))
    .map((page): XmlElement => {
      const time = changed.get(page.path);
      return {
        loc: site.url + page.path,
        lastmod: time === undefined ? undefined : rfc3339(time, site.zone),
        'xhtml:link': alternatesOf(page, indexed, site.url),
      };
    });
  const file = (path: string, url: readonly XmlElement[]): Output => ({
    path,
    content: xmlDocument({ urlset: { ...schema, '@xmlns:xhtml': 'http://www.w3.org/1999/xhtml', url } }),
  });
  if (listed.length <= most) return [file('sitemap.xml', listed)];
  const parts = Array.from({ length: Math.ceil(listed.length / most) }, (_none, index) =>
    file(`sitemap-${index + 1}.xml`, listed.slice(index * most, (index + 1) * most)),
  );
  const sitemap = parts.map(({ path }) => ({ loc: `${site.url}/${path}` }));
  return [...parts, { path: 'sitemap.xml', content: xmlDocument({ sitemapindex: { ...schema, sitemap } }) }];
}

/** The page in each language, itself too, where both may be listed. */
function alternatesOf(
  { path, locale, counterpart }: Page,
  indexed: ReadonlyMap<string, Page>,
  url: string,
): readonly XmlElement[] {
  if (locale === 'both' || counterpart === undefined || !indexed.has(counterpart)) return [];
  return locales.map((one) => ({
    '@rel': 'alternate',
    '@hreflang': languageTags[one],
    '@href': url + (one === locale ? path : counterpart),
  }));
}

/** Pages that show something of every notice, and of every incident or maintenance. */
const gathered = {
  all: ['history', 'services', 'regions'],
  incident: ['incidents'],
  maintenance: ['maintenance'],
} as const;

/** When the facts behind a page last changed (epoch milliseconds), of those pages whose facts are known. */
function changesOf({ siteIndex, site, now }: Contexts): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  const put = (path: string, time: number) => changes.set(path, Math.max(time, changes.get(path) ?? time));
  // Work whose announcement has no date may count as announced on a day that is still to come.
  const lasts = new Map(
    siteIndex.notices
      .map((notice) => [notice, factsSpan(notice).last] as const)
      .filter(([, last]) => last <= now.epoch),
  );
  for (const [notice, last] of lasts) {
    put(root, last);
    for (const locale of locales) {
      put(noticePath(notice, locale), last);
      put(questionsPath(notice, locale), last);
      if (notice.kind === 'incident') put(apologyPath(notice, locale), last);
      put(homePath(locale), last);
      for (const list of [...gathered.all, ...gathered[notice.kind]]) put(listPath(list, locale), last);
    }
  }
  const putGroup = (path: (locale: Locale) => string, group: NoticeGroup | undefined) => {
    const last = Math.max(...(group?.notices ?? []).flatMap((notice) => lasts.get(notice) ?? []));
    if (Number.isFinite(last)) for (const locale of locales) put(path(locale), last);
  };
  for (const one of site.services)
    putGroup((locale) => servicePath(one, locale), siteIndex.byService.get(one.id));
  for (const one of site.regions)
    putGroup((locale) => regionPath(one, locale), siteIndex.byRegion.get(one.id));
  for (const [year, group] of siteIndex.byYear) putGroup((locale) => yearPath(year, locale), group);
  return changes;
}
