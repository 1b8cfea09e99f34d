import { dateWords } from '../../language/format/dates.ts';
import type { Service } from '../../model/site.ts';
import type { NoticeGroup } from '../../model/site-index.ts';
import { servicePath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { groupPages } from '../layout/group-pages.ts';
import { serviceBadge } from '../parts/badge.ts';
import { yearBars } from '../parts/bars.ts';
import { asOf } from '../parts/when.ts';

/** A page for each service: its state, its last twelve months, its notices. */
export function servicePages(context: LocaleContext) {
  const { t, text, site, siteIndex } = context;
  return site.services.flatMap((service) => {
    const group = siteIndex.byService.get(service.id);
    return groupPages(context, {
      path: (locale, page) => servicePath(service, locale, page),
      name: service.name,
      list: 'services',
      group,
      body: (first) => ({
        ...(service.retired === undefined
          ? { badge: serviceBadge(context, service.id), asOf: asOf(context) }
          : {
              badge: {
                mark: 'closed',
                word: t('service.retired', { date: dateWords(service.retired, context.locale) }),
              },
            }),
        ...(service.description ? { description: text(service.description) } : {}),
        ...(first ? yearOf(context, service, group) : {}),
      }),
    });
  });
}

/** Its last twelve months, day by day or, where all were quiet, in two words; nothing where it was gone before them. */
function yearOf(context: LocaleContext, { id, retired }: Service, group: NoticeGroup | undefined) {
  const bars = yearBars(context, id, group);
  if (bars === undefined && retired !== undefined) return {};
  return {
    year: {
      heading: context.t('bars.heading'),
      ...(bars === undefined ? { nothing: context.t('bars.nothing') } : { bars }),
    },
  };
}
