import { isAhead, isUnderWay, type Maintenance } from '../../model/maintenance.ts';
import { listPath, noticePath } from '../../model/urls.ts';
import type { Edition } from '../context/locale-context.ts';
import { textOf } from '../context/rich-text.ts';
import { sheet } from '../layout/define-page.ts';
import { listCrumb } from '../layout/layout.ts';
import { listPages } from '../layout/list-page.ts';
import type { Page } from '../page.ts';
import { maintenanceBadge } from '../parts/badge.ts';
import type { Fact } from '../parts/fact-list.ts';
import {
  correctionNote,
  correctionsTo,
  lateLine,
  regionLinks,
  rowOf,
  serviceLinks,
  sourceView,
  titleOf,
  wordsOf,
} from '../parts/notice.ts';
import { noticeSubject } from '../parts/subject.ts';
import { maintenanceTimeline } from '../parts/timeline.ts';
import { distinctTitle } from '../parts/titles.ts';

/** Every maintenance: under way, ahead, then past. */
export function maintenanceLists(edition: Edition): readonly Page[] {
  const { register, now, t } = edition;
  return listPages(edition, {
    kind: 'maintenances',
    path: (locale, page) => listPath('maintenance', locale, page),
    items: [...register.underWay, ...register.ahead, ...register.past],
    title: t('maintenance.title'),
    body: ({ items }) => {
      const section = (heading: string, which: (one: Maintenance) => boolean) => ({
        heading,
        rows: items.filter(which).map((one) => rowOf(edition, one, edition.range(one.from, one.until))),
      });
      const underWay = (one: Maintenance) => isUnderWay(one, now.epoch);
      const ahead = (one: Maintenance) => !underWay(one) && isAhead(one, now.epoch);
      return {
        sections: [
          section(t('maintenance.under_way'), underWay),
          section(t('maintenance.ahead'), ahead),
          section(t('maintenance.past'), (one) => !underWay(one) && !ahead(one)),
        ].filter(({ rows }) => rows.length > 0),
        empty: t('maintenance.none'),
      };
    },
  });
}

/** A maintenance's page in one language. */
export const maintenancePage = (edition: Edition, maintenance: Maintenance): Page =>
  sheet(edition, {
    kind: 'maintenance',
    path: (locale) => noticePath(maintenance, locale),
    complete: (locale) => maintenance.words[locale] !== undefined,
    view: () => {
      const { t } = edition;
      const badge = maintenanceBadge(edition, maintenance, edition.now.epoch);
      const words = wordsOf(edition, maintenance);
      const facts = factsOf(edition, maintenance);
      return {
        head: {
          title: t('title.with_state', { state: badge.word, title: distinctTitle(edition, maintenance) }),
          description: words?.summary ?? facts.map(({ term, line }) => `${term} ${textOf(line)}`).join('. '),
          crumbs: [listCrumb(edition, 'maintenance', 'nav.maintenance')],
          live:
            (isUnderWay(maintenance, edition.now.epoch) || isAhead(maintenance, edition.now.epoch)) &&
            'times',
          subject: noticeSubject(
            edition,
            maintenance,
            badge.word,
            edition.range(maintenance.from, maintenance.until),
          ),
        },
        body: {
          badge,
          title: titleOf(edition, maintenance),
          ...(words === undefined
            ? { late: lateLine(edition, noticePath(maintenance, edition.other)) }
            : { summary: words.summary, intro: words.intro }),
          facts,
          ...(words?.sections.now
            ? {
                now: {
                  id: 'now',
                  heading: t('section.now'),
                  prose: { html: words.sections.now.intro },
                  corrections: [],
                },
              }
            : {}),
          moved: {
            heading: t('maintenance.moved'),
            items: maintenance.moved.map((former) =>
              edition.line('maintenance.moved_from', {
                window: edition.range(former.from, former.until),
                at: edition.on(former.at),
              }),
            ),
          },
          summaryCorrections: correctionsTo(edition, maintenance, (to) => to.kind === 'summary'),
          timeline: {
            heading: t('section.timeline'),
            order: t('timeline.oldest_first'),
            days: maintenanceTimeline(edition, maintenance),
          },
          corrections: {
            heading: t('section.corrections'),
            notes: maintenance.corrections.map((one) => correctionNote(edition, maintenance, one)),
          },
          sources: {
            heading: t('section.sources'),
            items: maintenance.sources.map((source) => sourceView(edition, source)),
          },
          anchorLabel: t('entry.anchor'),
        },
      };
    },
  });

function factsOf(edition: Edition, maintenance: Maintenance): readonly Fact[] {
  const { t } = edition;
  const { services, regions, cancelled } = maintenance;
  return [
    { term: t('fact.services', { count: services.length }), line: serviceLinks(edition, services) },
    ...(regions.length === 0
      ? []
      : [{ term: t('fact.regions', { count: regions.length }), line: regionLinks(edition, regions) }]),
    { term: t('fact.window'), line: edition.range(maintenance.from, maintenance.until) },
    ...(cancelled === undefined
      ? []
      : [{ term: t('fact.cancelled'), line: edition.at(cancelled, 'label'), alert: true }]),
    { term: t('fact.expected_impact'), line: [{ text: t(`impact.${maintenance.impact}`) }] },
  ];
}
