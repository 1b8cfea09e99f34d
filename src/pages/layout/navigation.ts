import { homePath, type List, listPath, lists, pagePath } from '../../model/urls.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';

/** The lists of the main navigation, after the home; the others stand at the foot of each page. */
const mainLists: readonly List[] = ['services', 'history', 'faq'];

/** Which lists have something to show, where that is not always so. */
const isFilled: Partial<Record<List, (context: LocaleContext) => boolean>> = {
  faq: ({ site }) => site.faq !== undefined,
  incidents: ({ site }) => site.incidents.length > 0,
  maintenance: ({ site }) => site.maintenance.length > 0,
  regions: ({ site }) => site.regions.length > 0,
  apologies: ({ siteIndex }) => siteIndex.apologies.length > 0,
  commitments: ({ siteIndex }) => siteIndex.commitments.length > 0,
  credits: ({ siteIndex }) => siteIndex.credits.length > 0,
};

export const homeCrumb = (context: LocaleContext): Anchor => ({
  href: context.href(homePath(context.locale)),
  text: context.t('nav.home_crumb'),
});

/** A link to a list by its name. */
export const listLink = (context: LocaleContext, list: List): Anchor => ({
  href: context.href(listPath(list, context.locale)),
  text: context.t(`nav.${list}`),
});

/** The main navigation, as a page at this path has it. */
export function navOf(context: LocaleContext, path: string): readonly Anchor[] {
  const home = homePath(context.locale);
  return [
    {
      href: context.href(home),
      text: context.t('nav.home'),
      ...(path === home ? { current: 'page' as const } : {}),
    },
    ...linksTo(context, mainLists).map(({ list, ...link }) =>
      path.startsWith(listPath(list, context.locale))
        ? {
            ...link,
            current: path === listPath(list, context.locale) ? ('page' as const) : ('true' as const),
          }
        : link,
    ),
  ];
}

/** Lists that have something to show, then the team's own pages. */
export function footerOf(context: LocaleContext): readonly Anchor[] {
  const others = lists.filter((list) => !mainLists.includes(list));
  return [
    ...linksTo(context, others).map(({ href, text }) => ({ href, text })),
    ...context.site.pages.flatMap(({ words }) => {
      const own = words[context.locale];
      if (own === undefined) return [];
      return [{ href: context.href(pagePath(own.slug, context.locale)), text: own.title }];
    }),
  ];
}

const linksTo = (context: LocaleContext, some: readonly List[]) =>
  some
    .filter((list) => isFilled[list]?.(context) ?? true)
    .map((list) => ({ list, ...listLink(context, list) }));
