import type { Site } from './site.ts';
import { formerPath, homePath, listPath, noticePath, pagePath, standingSlug } from './urls.ts';
import { type Locale, locales, perLocale } from './values.ts';
import type { InEach } from './words.ts';

/** Whose addresses they are: of a notice by its id, of a page by `pages/<id>`; the present one first. */
export type Owner = { readonly id: string } & Readonly<Record<Locale, readonly string[]>>;

/** What a published site may not lose: readers, calendars and other sites remember it. */
export interface Promised {
  /** Below the site's `url`: `/en/incidents/x/`. */
  readonly addresses: readonly string[];
  readonly owners: readonly Owner[];
  /** The ids of entries of feeds, and of events of calendars. */
  readonly feeds: readonly string[];
  readonly uids: readonly string[];
}

/** Every notice and page with its addresses, former ones too. */
export const ownersOf = ({ incidents, maintenance, pages }: Site): readonly Owner[] => [
  ...[...incidents, ...maintenance].map((notice) => {
    const list = notice.kind === 'incident' ? 'incidents' : 'maintenance';
    return ownerOf(notice.id, notice, (locale) => listPath(list, locale), noticePath.bind(null, notice));
  }),
  ...pages.map((page) =>
    ownerOf(`pages/${page.id}`, page, homePath, (locale) => pagePath(standingSlug(page, locale), locale)),
  ),
];

function ownerOf(
  id: string,
  { words }: { readonly words: InEach<{ readonly aliases: readonly string[] }> },
  parent: (locale: Locale) => string,
  path: (locale: Locale) => string,
): Owner {
  const addresses = perLocale((locale) => [
    path(locale),
    ...(words[locale]?.aliases ?? []).map((alias) => formerPath(alias, parent(locale))),
  ]);
  return { id, ...addresses };
}

/** The owner of each address. */
export const ownersByPath = (owners: readonly Owner[]): ReadonlyMap<string, readonly [Owner, Locale]> =>
  new Map(
    owners.flatMap((owner) =>
      locales.flatMap((locale) => owner[locale].map((path) => [path, [owner, locale]] as const)),
    ),
  );
