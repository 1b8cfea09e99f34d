import { dateWords } from '../../language/format/dates.ts';
import type { NoticeGroup } from '../../model/site-index.ts';
import { servicePath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { groupPages } from '../layout/group-pages.ts';
import { serviceBadge } from '../parts/badge.ts';
import { yearBars } from '../parts/bars.ts';

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
        badge:
          service.retired === undefined
            ? serviceBadge(context, service.id)
            : {
                mark: 'closed',
                word: t('service.retired', { date: dateWords(service.retired, context.locale) }),
              },
        ...(service.description ? { description: text(service.description) } : {}),
        ...(first ? { year: yearView(context, service.id, group) } : {}),
      }),
    });
  });
}

/** The last twelve months, day by day or, where all were quiet, in two words. */
function yearView(context: LocaleContext, service: string, group: NoticeGroup | undefined) {
  const bars = yearBars(context, service, group);
  return {
    heading: context.t('bars.heading'),
    ...(bars === undefined ? { nothing: context.t('bars.nothing') } : { bars }),
  };
}
