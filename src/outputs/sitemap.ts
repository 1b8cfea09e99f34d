import { compareText } from '../model/problem.ts';
import type { Output, OutputContext } from './output.ts';

/** How many addresses a sitemap may hold (sitemaps.org). */
const most = 50_000;
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const robots = ({ contexts: { site } }: OutputContext): readonly Output[] => [
  { path: 'robots.txt', content: `User-agent: *\nAllow: /\n\nSitemap: ${site.url}/sitemap.xml\n` },
];

/** Every page that search engines may list; above their limit, in several files under one index. */
export function sitemaps({ contexts: { site }, pages }: OutputContext): readonly Output[] {
  const listed = pages
    .filter(({ indexed }) => indexed)
    .map(({ path }) => escaped(site.url + path))
    .sort(compareText);
  const file = (path: string, addresses: readonly string[]): Output => ({
    path,
    content: `${xml}<urlset ${schema}>\n${addresses.map((one) => `<url><loc>${one}</loc></url>\n`).join('')}</urlset>\n`,
  });
  if (listed.length <= most) return [file('sitemap.xml', listed)];
  const parts = Array.from({ length: Math.ceil(listed.length / most) }, (_none, index) =>
    file(`sitemap-${index + 1}.xml`, listed.slice(index * most, (index + 1) * most)),
  );
  const locations = parts.map(({ path }) => `<sitemap><loc>${escaped(site.url)}/${path}</loc></sitemap>\n`);
  const index = `${xml}<sitemapindex ${schema}>\n${locations.join('')}</sitemapindex>\n`;
  return [...parts, { path: 'sitemap.xml', content: index }];
}
