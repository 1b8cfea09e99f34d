import type { NoticeGroup } from '../../model/site-index.ts';
import { yearPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { plain, type RichText } from '../context/rich-text.ts';
import { listPages } from '../layout/list-page.ts';
import { listLink } from '../layout/navigation.ts';
import { groupCounts } from '../parts/group-counts.ts';
import { monthsOf } from '../parts/months.ts';

/** Every notice of each year, by month. */
export function yearPages(context: LocaleContext) {
  const years = [...context.siteIndex.byYear.keys()];
  return [...context.siteIndex.byYear].flatMap(([year, group]) =>
    listPages(context, {
      path: (language, page) => yearPath(year, language, page),
      items: group.notices,
      title: context.t('history.title_year', { year }),
      crumbs: [listLink(context, 'history')],
      body: ({ items }) => ({
        months: monthsOf(context, year, items),
        summary: yearSummary(context, group, year),
        neighbours: yearNeighbours(context, years, year),
      }),
    }),
  );
}

/** How many notices, and how long the incidents of the year lasted together. */
function yearSummary(context: LocaleContext, group: NoticeGroup, year: string): RichText {
  const { incidents, maintenance, duration } = groupCounts(context, group, year);
  const counts = [
    ...(group.incidents.length > 0 ? [incidents] : []),
    ...(group.maintenance.length > 0 ? [maintenance] : []),
  ];
  const words = plain(context.list(counts));
  return duration === undefined ? words : context.sentence('history.summary', { counts: words, duration });
}

function yearNeighbours(context: LocaleContext, years: readonly string[], year: string) {
  const index = years.indexOf(year);
  const link = (one: string | undefined) =>
    one === undefined ? undefined : { href: context.href(yearPath(one, context.locale)), text: one };
  const previous = link(years[index + 1]);
  const next = link(years[index - 1]);
  return {
    label: context.t('history.years'),
    previousWord: context.t('history.previous'),
    nextWord: context.t('history.next'),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}
