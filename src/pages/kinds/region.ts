import { regionPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { groupPages } from '../layout/group-pages.ts';
import { regionBadge } from '../parts/status.ts';
import { asOf } from '../parts/when.ts';

/** A page for each region: its state and its notices. */
export const regionPages = (context: LocaleContext) =>
  context.site.regions.flatMap((region) =>
    groupPages(context, {
      path: (locale, page) => regionPath(region, locale, page),
      name: region.name,
      list: 'regions',
      group: context.siteIndex.byRegion.get(region.id),
      body: () => ({ badge: regionBadge(context, region), asOf: asOf(context) }),
    }),
  );
