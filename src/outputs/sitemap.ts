import { factsSpan } from '../model/events.ts';
import { compareText } from '../model/problem.ts';
import { apologyPath, homePath, noticePath, questionsPath, root } from '../model/urls.ts';
import { locales } from '../model/values.ts';
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

/** When the facts behind a page last changed (epoch milliseconds), of those pages whose facts are known. */
function changesOf({ siteIndex }: Contexts): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  let latest: number | undefined;
  for (const notice of siteIndex.notices) {
    const { last } = factsSpan(notice);
    latest = Math.max(last, latest ?? last);
    for (const locale of locales) {
      changes.set(noticePath(notice, locale), last);
      changes.set(questionsPath(notice, locale), last);
      if (notice.kind === 'incident') changes.set(apologyPath(notice, locale), last);
    }
  }
  if (latest !== undefined) for (const path of [root, ...locales.map(homePath)]) changes.set(path, latest);
  return changes;
}
