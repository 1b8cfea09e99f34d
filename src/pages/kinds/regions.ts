import { listPath, regionPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listPages } from '../layout/list-page.ts';
import { regionBadge } from '../parts/status.ts';

/** The regions with their states. */
export function regionsPages(context: LocaleContext) {
  const { t, text, site } = context;
  return listPages(context, {
    path: (locale) => listPath('regions', locale),
    items: [],
    title: t('nav.regions'),
    body: () => ({
      regions: site.regions.map((region) => ({
        link: { href: context.href(regionPath(region, context.locale)), text: text(region.name) },
        badge: regionBadge(context, region),
      })),
      empty: t('regions.none'),
    }),
  });
}
