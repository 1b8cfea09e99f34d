import { numberWords } from '../../language/format/numbers.ts';
import { type Duration, durationOf, isOpen } from '../../model/incident.ts';
import { type AnyNotice, beginning, type NoticeGroup } from '../../model/site-index.ts';
import { listPath, yearPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { monthWords } from '../context/months.ts';
import { plain, type RichText } from '../context/rich-text.ts';
import { listCrumb } from '../layout/layout.ts';
import { listPages } from '../layout/list-page.ts';
import type { Page } from '../page.ts';
import { type Row, rowOf } from '../parts/notice.ts';
import { incidentWhen, noticeWhen } from '../parts/when.ts';

/** Every incident: open ones first, then the newest. */
export const incidentLists = (context: LocaleContext): readonly Page[] =>
  listPages(context, {
    kind: 'incidents',
    path: (locale, page) => listPath('incidents', locale, page),
    items: [...context.siteIndex.open, ...context.siteIndex.over],
    title: context.t('nav.incidents'),
    body: ({ items }) => ({
      sections: [
        {
          heading: context.t('incidents.open'),
          rows: items.filter(isOpen).map((one) => rowOf(context, one, incidentWhen(context, one))),
        },
        {
          heading: context.t('incidents.over'),
          rows: items
            .filter((one) => !isOpen(one))
            .map((one) => rowOf(context, one, incidentWhen(context, one))),
        },
      ].filter(({ rows }) => rows.length > 0),
      empty: context.t('incidents.none'),
    }),
  });

interface YearView {
  readonly year: string;
  readonly href: string;
  readonly incidents: string;
  readonly maintenance: string;
  readonly duration?: RichText;
}

/** The years with their counts, and every notice of the current one. */
export function historyPages(context: LocaleContext): readonly Page[] {
  const { t, siteIndex, locale } = context;
  const years = [...siteIndex.byYear];
  const current = context.now.date.slice(0, 4);
  return [
    ...listPages(context, {
      kind: 'history',
      path: (language, page) => listPath('history', language, page),
      items: years,
      title: t('nav.history'),
      body: ({ items }) => ({
        years: items.map(([year, group]) => yearView(context, year, group)),
        heads: {
          caption: t('history.by_year'),
          year: t('history.year'),
          incidents: t('nav.incidents'),
          maintenance: t('nav.maintenance'),
          duration: t('history.duration'),
        },
        current: {
          heading: t('history.this_year', { year: current }),
          months: monthsOf(context, (siteIndex.byYear.get(current)?.notices ?? []).slice(0, 25)),
          empty: t('history.nothing', { year: current }),
        },
        empty: t('incidents.none'),
      }),
    }),
    ...years.flatMap(([year, group]) =>
      listPages(context, {
        kind: 'year',
        path: (language, page) => yearPath(year, language, page),
        items: group.notices,
        title: t('history.title_year', { year }),
        crumbs: [listCrumb(context, 'history', 'nav.history')],
        body: ({ items }) => ({
          months: monthsOf(context, items),
          summary: yearSummary(context, group),
          neighbours: yearNeighbours(
            context,
            years.map(([one]) => one),
            year,
          ),
        }),
      }),
    ),
  ];

  function yearView(of: LocaleContext, year: string, group: NoticeGroup): YearView {
    return {
      year,
      href: of.href(yearPath(year, locale)),
      ...summaryOf(of, group),
      incidents: numberWords(group.incidents.length, locale),
      maintenance: numberWords(group.maintenance.length, locale),
    };
  }
}

function summaryOf(context: LocaleContext, group: NoticeGroup) {
  const ms = group.incidents.reduce((sum, incident) => sum + milliseconds(durationOf(incident)), 0);
  return {
    incidents: context.t('history.incidents', { count: group.incidents.length }),
    maintenance: context.t('history.maintenance', { count: group.maintenance.length }),
    ...(ms > 0 ? { duration: context.duration({ kind: 'time', ms }) } : {}),
  };
}

/** How many notices, and how long the troubles of the year lasted together. */
function yearSummary(context: LocaleContext, group: NoticeGroup): RichText {
  const { incidents, maintenance, duration } = summaryOf(context, group);
  const counts = [
    ...(group.incidents.length > 0 ? [incidents] : []),
    ...(group.maintenance.length > 0 ? [maintenance] : []),
  ];
  const words = plain(context.list(counts));
  return duration === undefined ? words : context.line('history.summary', { counts: words, duration });
}

const milliseconds = (duration: Duration | undefined): number => {
  if (duration === undefined) return 0;
  return duration.kind === 'time' ? duration.ms : duration.days * 86_400_000;
};

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

interface MonthView {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Notices under the month in which they begin; they come newest first. */
export function monthsOf(context: LocaleContext, notices: readonly AnyNotice[]): readonly MonthView[] {
  const months = new Map<string, Row[]>();
  for (const notice of notices) {
    const month = monthWords(beginning(notice).date, context.locale);
    const rows = months.get(month) ?? [];
    if (rows.length === 0) months.set(month, rows);
    rows.push(rowOf(context, notice, noticeWhen(context, notice)));
  }
  return [...months].map(([heading, rows]) => ({ heading, rows }));
}
