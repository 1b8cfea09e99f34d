import { numberWords } from '../../language/format/numbers.ts';
import { type Duration, durationOf, isOpen } from '../../model/incident.ts';
import { type AnyNotice, beginning, type Shelf } from '../../model/site-index.ts';
import { listPath, yearPath } from '../../model/urls.ts';
import type { Edition } from '../context/locale-context.ts';
import { monthWords } from '../context/months.ts';
import { type Line, plain } from '../context/rich-text.ts';
import { listCrumb } from '../layout/layout.ts';
import { listPages } from '../layout/list-page.ts';
import type { Page } from '../page.ts';
import { type Row, rowOf } from '../parts/notice.ts';
import { incidentWhen, noticeWhen } from '../parts/when.ts';

/** Every incident: open ones first, then the newest. */
export const incidentLists = (edition: Edition): readonly Page[] =>
  listPages(edition, {
    kind: 'incidents',
    path: (locale, page) => listPath('incidents', locale, page),
    items: [...edition.register.open, ...edition.register.over],
    title: edition.t('nav.incidents'),
    body: ({ items }) => ({
      sections: [
        {
          heading: edition.t('incidents.open'),
          rows: items.filter(isOpen).map((one) => rowOf(edition, one, incidentWhen(edition, one))),
        },
        {
          heading: edition.t('incidents.over'),
          rows: items
            .filter((one) => !isOpen(one))
            .map((one) => rowOf(edition, one, incidentWhen(edition, one))),
        },
      ].filter(({ rows }) => rows.length > 0),
      empty: edition.t('incidents.none'),
    }),
  });

interface YearView {
  readonly year: string;
  readonly href: string;
  readonly incidents: string;
  readonly maintenance: string;
  readonly duration?: Line;
}

/** The years with their counts, and every notice of the current one. */
export function historyPages(edition: Edition): readonly Page[] {
  const { t, register, locale } = edition;
  const years = [...register.byYear];
  const current = edition.now.date.slice(0, 4);
  return [
    ...listPages(edition, {
      kind: 'history',
      path: (language, page) => listPath('history', language, page),
      items: years,
      title: t('nav.history'),
      body: ({ items }) => ({
        years: items.map(([year, shelf]) => yearView(edition, year, shelf)),
        heads: {
          caption: t('history.by_year'),
          year: t('history.year'),
          incidents: t('nav.incidents'),
          maintenance: t('nav.maintenance'),
          duration: t('history.duration'),
        },
        current: {
          heading: t('history.this_year', { year: current }),
          months: monthsOf(edition, (register.byYear.get(current)?.notices ?? []).slice(0, 25)),
          empty: t('history.nothing', { year: current }),
        },
        empty: t('incidents.none'),
      }),
    }),
    ...years.flatMap(([year, shelf]) =>
      listPages(edition, {
        kind: 'year',
        path: (language, page) => yearPath(year, language, page),
        items: shelf.notices,
        title: t('history.title_year', { year }),
        crumbs: [listCrumb(edition, 'history', 'nav.history')],
        body: ({ items }) => ({
          months: monthsOf(edition, items),
          summary: yearSummary(edition, shelf),
          neighbours: yearNeighbours(
            edition,
            years.map(([one]) => one),
            year,
          ),
        }),
      }),
    ),
  ];

  function yearView(of: Edition, year: string, shelf: Shelf): YearView {
    return {
      year,
      href: of.href(yearPath(year, locale)),
      ...summaryOf(of, shelf),
      incidents: numberWords(shelf.incidents.length, locale),
      maintenance: numberWords(shelf.maintenance.length, locale),
    };
  }
}

function summaryOf(edition: Edition, shelf: Shelf) {
  const ms = shelf.incidents.reduce((sum, incident) => sum + milliseconds(durationOf(incident)), 0);
  return {
    incidents: edition.t('history.incidents', { count: shelf.incidents.length }),
    maintenance: edition.t('history.maintenance', { count: shelf.maintenance.length }),
    ...(ms > 0 ? { duration: edition.duration({ kind: 'time', ms }) } : {}),
  };
}

/** How many notices, and how long the troubles of the year lasted together. */
function yearSummary(edition: Edition, shelf: Shelf): Line {
  const { incidents, maintenance, duration } = summaryOf(edition, shelf);
  const counts = [
    ...(shelf.incidents.length > 0 ? [incidents] : []),
    ...(shelf.maintenance.length > 0 ? [maintenance] : []),
  ];
  const words = plain(edition.list(counts));
  return duration === undefined ? words : edition.line('history.summary', { counts: words, duration });
}

const milliseconds = (duration: Duration | undefined): number => {
  if (duration === undefined) return 0;
  return duration.kind === 'time' ? duration.ms : duration.days * 86_400_000;
};

function yearNeighbours(edition: Edition, years: readonly string[], year: string) {
  const index = years.indexOf(year);
  const link = (one: string | undefined) =>
    one === undefined ? undefined : { href: edition.href(yearPath(one, edition.locale)), text: one };
  const previous = link(years[index + 1]);
  const next = link(years[index - 1]);
  return {
    label: edition.t('history.years'),
    previousWord: edition.t('history.previous'),
    nextWord: edition.t('history.next'),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

interface MonthView {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Notices under the month in which they begin; they come newest first. */
export function monthsOf(edition: Edition, notices: readonly AnyNotice[]): readonly MonthView[] {
  const months = new Map<string, Row[]>();
  for (const notice of notices) {
    const month = monthWords(beginning(notice).date, edition.locale);
    const rows = months.get(month) ?? [];
    if (rows.length === 0) months.set(month, rows);
    rows.push(rowOf(edition, notice, noticeWhen(edition, notice)));
  }
  return [...months].map(([heading, rows]) => ({ heading, rows }));
}
