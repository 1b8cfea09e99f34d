import type { ForeignNotice, When } from './history.ts';
import { type Loose, textIn, textsIn } from './loose-yaml.ts';
import { epochOf } from './times.ts';

type Mapping = Readonly<Record<string, Loose>>;

/** What of a site's settings its addresses depend on. */
export interface Home {
  readonly zone: string;
  readonly url: string | undefined;
  readonly permalinks: Mapping;
}

/** The address that Hugo gives a text, by its own, the settings or its file. */
export function addressesOf(
  file: string,
  id: string,
  front: Mapping,
  started: When,
  site: Home,
): Pick<ForeignNotice, 'url' | 'paths'> {
  const section = /(?:^|\/)(issues?|incidents?)\//.exec(file)?.[1] ?? 'issues';
  const pattern = textIn(site.permalinks[section]);
  const slug = textIn(front.slug) || (id.split('/').at(-1) ?? '');
  const date = new Date(epochOf(started, site.zone)).toISOString();
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const known: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    slug,
    title: textIn(front.title),
    filename: id.split('/').at(-1) ?? '',
    section,
    contentbasename: id.split('/').at(-1) ?? '',
  };
  const given = textIn(front.url);
  const made =
    given !== ''
      ? `/${given.replace(/^\/+/, '')}`
      : pattern !== ''
        ? pattern.replace(/:([a-z]+)/g, (_, word: string) => urlized(known[word] ?? ''))
        : `/${section}/${[...id.split('/').slice(0, -1), slug].map(urlized).join('/')}/`;
  const path = made.replace(/\/{2,}/g, '/');
  const former = textsIn(front.aliases).map((alias) =>
    alias.startsWith('/') ? alias : `/${section}/${alias}`,
  );
  return { paths: [path, ...former], ...(site.url === undefined ? {} : { url: site.url + path }) };
}

/** As Hugo makes a part of an address of words. */
const urlized = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}._~-]/gu, '')
    .replace(/-{2,}/g, '-');
