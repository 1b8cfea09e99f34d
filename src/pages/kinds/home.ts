import { homePath, root } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { definePage } from '../layout/define-page.ts';
import {
  aheadRows,
  allIncidents,
  groupsView,
  headline,
  headlines,
  inFull,
  openViews,
  quietLedger,
  quietSentence,
  recentRows,
  siteBadge,
} from '../parts/status.ts';
import { asOf } from '../parts/when.ts';

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
        const ledger = quietLedger(context);
        return {
          head: {
            title: state,
            live: siteIndex.open.length > 0 && 'promise',
          },
          body: {
            headline: headlines(context),
            badge: siteBadge(context),
            asOf: asOf(context),
            ...(quiet && { quiet }),
            ...(ledger && { ledger }),
            open: openViews(context, siteIndex.open).map((view, index) => {
              const now = siteIndex.open[index]?.words[locale]?.sections.now?.intro;
              return {
                ...view,
                ...(now === undefined
                  ? {}
                  : siteIndex.open.length <= inFull
                    ? { now: { heading: t('section.now'), html: now.gathered ?? now.html } }
                    : { nowLink: { href: `${view.href}#now`, text: t('section.now') } }),
                ...(siteIndex.open.length <= inFull ? { all: t('home.more') } : {}),
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
