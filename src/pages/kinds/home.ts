import { homePath, noticePath, root } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { definePage } from '../layout/define-page.ts';
import {
  aheadRows,
  allIncidents,
  groupsView,
  headline,
  openView,
  quietSentence,
  recentRows,
  siteBadge,
} from '../parts/status.ts';

/** With more than this many open incidents, the home links to what to do now instead of saying it. */
const inFull = 2;

/** The home in one language: the state of things in ten seconds. */
export function homePages(context: LocaleContext) {
  const { t, siteIndex, locale } = context;
  return [
    definePage(context, {
      path: homePath,
      xDefault: root,
      view: () => {
        const state = headline(context);
        const quiet = quietSentence(context);
        return {
          head: {
            title: state,
            live: siteIndex.open.length > 0 && 'promise',
          },
          body: {
            headline: state,
            badge: siteBadge(context),
            asOf: context.sentence('home.as_of', {
              at: context.when(context.now, context.now.date.slice(0, 4)),
            }),
            ...(quiet && { quiet }),
            open: siteIndex.open.map((incident) => {
              const now = incident.words[locale]?.sections.now?.intro;
              const path = context.href(noticePath(incident, locale));
              return {
                ...openView(context, incident),
                ...(now === undefined
                  ? {}
                  : siteIndex.open.length <= inFull
                    ? { now: { heading: t('section.now'), html: now.gathered ?? now.html } }
                    : { nowLink: { href: `${path}#now`, text: t('section.now') } }),
                more: t('home.more'),
              };
            }),
            services: { heading: t('home.services'), groups: groupsView(context) },
            ahead: { heading: t('home.ahead'), rows: aheadRows(context) },
            recent: { heading: t('home.recent'), rows: recentRows(context, 5), all: allIncidents(context) },
          },
        };
      },
    }),
  ];
}
