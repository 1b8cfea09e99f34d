import { isAhead, type Maintenance } from '../../model/maintenance.ts';
import { goesOn } from '../../model/site-index.ts';
import { eventPath, noticePath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { textOf } from '../context/rich-text.ts';
import { definePage } from '../layout/define-page.ts';
import { listLink } from '../layout/navigation.ts';
import { noticeBadge } from '../parts/badge.ts';
import { correctionNote, correctionsTo } from '../parts/corrections.ts';
import { displayed, type Fact } from '../parts/fact-list.ts';
import {
  introOf,
  lateNote,
  regionLinks,
  serviceLinks,
  sourceView,
  windowOf,
  wordsOf,
} from '../parts/notice.ts';
import { questionsBox, sectionView } from '../parts/section.ts';
import { noticeSubject } from '../parts/subject.ts';
import { maintenanceTimeline } from '../parts/timeline.ts';
import { asOf } from '../parts/when.ts';

/** The page of each maintenance. */
export const maintenancePages = (context: LocaleContext) =>
  context.site.maintenance.map((maintenance) =>
    definePage(context, {
      notice: maintenance,
      path: (locale) => noticePath(maintenance, locale),
      complete: (locale) => maintenance.words[locale] !== undefined,
      view: () => {
        const { t } = context;
        const badge = noticeBadge(context, maintenance);
        const words = wordsOf(context, maintenance);
        const facts = maintenanceFacts(context, maintenance);
        const now = sectionView(context, maintenance, 'now');
        const cause = sectionView(context, maintenance, 'cause');
        const questions = questionsBox(context, maintenance);
        return {
          head: {
            title: t('title.with_state', { state: badge.word, title: context.titles.ofNotice(maintenance) }),
            description:
              words?.summary ?? facts.map(({ term, text }) => `${term} ${textOf(text)}`).join('. '),
            crumbs: [listLink(context, 'maintenance')],
            live: goesOn(maintenance, context.now.epoch) && 'times',
            subject: noticeSubject(
              context,
              maintenance,
              badge.word,
              context.range(maintenance.from, maintenance.until),
            ),
          },
          body: {
            badge,
            ...(goesOn(maintenance, context.now.epoch) ? { asOf: asOf(context) } : {}),
            title: titleOf(context, maintenance),
            ...(words === undefined
              ? { late: lateNote(context, noticePath(maintenance, context.other)) }
              : { summary: words.summary, intro: words.intro.html }),
            facts: displayed(facts),
            ...(isAhead(maintenance, context.now.epoch)
              ? {
                  calendar: {
                    href: context.href(eventPath(maintenance, context.locale)),
                    text: t('maintenance.add'),
                  },
                }
              : {}),
            ...(now && { now }),
            ...(cause && { cause }),
            ...(questions && { questions }),
            moved: {
              heading: t('maintenance.moved'),
              items: maintenance.moved.map((former) =>
                context.sentence('maintenance.moved_from', {
                  window: context.range(former.from, former.until),
                  at: context.on(former.at),
                }),
              ),
            },
            summaryCorrections: correctionsTo(context, maintenance, (to) => to.kind === 'summary'),
            timeline: maintenanceTimeline(context, maintenance),
            corrections: {
              heading: t('section.corrections'),
              ...introOf(context, maintenance, 'corrections'),
              notes: maintenance.corrections.map((one) => correctionNote(context, maintenance, one)),
            },
            sources: {
              heading: t('section.sources'),
              items: maintenance.sources.map((source) => sourceView(context, source)),
            },
            anchorLabel: t('entry.anchor'),
          },
        };
      },
    }),
  );

/** What a reader asks of planned work: when, what, where. */
export function maintenanceFacts(context: LocaleContext, maintenance: Maintenance): readonly Fact[] {
  const { t } = context;
  const { services, regions, cancelled } = maintenance;
  return [
    { term: t('fact.window'), text: windowOf(context, maintenance), long: true },
    { term: t('fact.services', { count: services.length }), text: serviceLinks(context, services) },
    ...(regions.length === 0
      ? []
      : [{ term: t('fact.regions', { count: regions.length }), text: regionLinks(context, regions) }]),
    cancelled === undefined
      ? { term: t('fact.expected_impact'), text: [{ text: t(`impact.${maintenance.impact}`) }] }
      : { term: t('fact.cancelled'), text: context.at(cancelled, 'label') },
  ];
}
