import { numberWords } from '../../language/format/numbers.ts';
import { isClosedUnresolved, isOpen } from '../../model/incident.ts';
import type { NoticeGroup } from '../../model/site-index.ts';
import { listPath, yearPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { plain } from '../context/rich-text.ts';
import { listPages } from '../layout/list-page.ts';
import { groupCounts } from '../parts/group-counts.ts';
import { monthsOf } from '../parts/months.ts';

/** How many notices of the current year are shown below the years. */
const most = 25;

/** What stands for a total where there is nothing to add up. */
function withoutTotal({ t }: LocaleContext, { incidents }: NoticeGroup): string {
  if (incidents.some(isOpen)) return t('history.not_over');
  return incidents.some(isClosedUnresolved) ? t('outcome.closed') : '–';
}

/** The years with their counts, and the notices of the current one. */
export function historyPages(context: LocaleContext) {
  const { t, siteIndex, locale } = context;
  const current = context.now.date.slice(0, 4);
  return listPages(context, {
    path: (language, page) => listPath('history', language, page),
    items: [...siteIndex.byYear],
    title: t('nav.history'),
    body: ({ items }) => ({
      years: items.map(([year, group]) => {
        const { duration = plain(withoutTotal(context, group)) } = groupCounts(context, group, year);
        return {
          year,
          href: context.href(yearPath(year, locale)),
          incidents: numberWords(group.incidents.length, locale),
          maintenance: numberWords(group.maintenance.length, locale),
          duration,
        };
      }),
      heads: {
        caption: t('history.by_year'),
        year: t('history.year'),
        incidents: t('nav.incidents'),
        maintenance: t('nav.maintenance'),
        duration: t('history.duration'),
      },
      current: {
        heading: t('history.this_year', { year: current }),
        months: monthsOf(context, current, (siteIndex.byYear.get(current)?.notices ?? []).slice(0, most)),
        empty: t('history.nothing', { year: current }),
      },
      empty: t('incidents.none'),
    }),
  });
}
