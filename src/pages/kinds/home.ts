import { door, homePath, noticePath } from '../../model/urls.ts';
import type { Html } from '../../model/values.ts';
import type { Edition } from '../context/locale-context.ts';
import { sheet } from '../layout/define-page.ts';
import type { Page } from '../page.ts';
import { gathered } from '../parts/anchors.ts';
import {
  aheadRows,
  allIncidents,
  groupsView,
  headline,
  openView,
  quietLine,
  recentRows,
  siteBadge,
} from '../parts/status.ts';

/** With more than this many open incidents, the home links to what to do now instead of saying it. */
const inFull = 2;

/** The home in one language: the state of things in ten seconds. */
export function homePages(edition: Edition): readonly Page[] {
  const { t, register, locale } = edition;
  return [
    sheet(edition, {
      kind: 'home',
      path: homePath,
      xDefault: door,
      view: () => {
        const state = headline(edition);
        const quiet = quietLine(edition);
        return {
          head: {
            title: state,
            live: register.open.length > 0 && 'promise',
          },
          body: {
            headline: state,
            badge: siteBadge(edition),
            asOf: edition.line('home.as_of', { at: edition.when(edition.now, edition.now.date.slice(0, 4)) }),
            ...(quiet && { quiet }),
            open: register.open.map((incident) => {
              const now = incident.words[locale]?.sections.now?.intro;
              const path = edition.href(noticePath(incident, locale));
              return {
                ...openView(edition, incident),
                ...(now === undefined
                  ? {}
                  : register.open.length <= inFull
                    ? { now: { heading: t('section.now'), html: safe(now, incident.id, path) } }
                    : { nowLink: { href: `${path}#now`, text: t('section.now') } }),
                more: t('home.more'),
              };
            }),
            services: { heading: t('home.services'), groups: groupsView(edition) },
            ahead: { heading: t('home.ahead'), rows: aheadRows(edition) },
            recent: { heading: t('home.recent'), rows: recentRows(edition, 5), all: allIncidents(edition) },
          },
        };
      },
    }),
  ];
}

const safe = (html: Html, notice: string, path: string): Html => gathered(html, notice, path);
