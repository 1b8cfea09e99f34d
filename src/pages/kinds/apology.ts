import type { Incident } from '../../model/incident.ts';
import { apologyPath, listPath, noticePath } from '../../model/urls.ts';
import type { Edition } from '../context/locale-context.ts';
import type { Line } from '../context/rich-text.ts';
import { sheet } from '../layout/define-page.ts';
import { listCrumb } from '../layout/layout.ts';
import { listPages } from '../layout/list-page.ts';
import type { Page } from '../page.ts';
import { elsewhere } from '../parts/anchors.ts';
import { apologyLine, reportedBy } from '../parts/apology-box.ts';
import { correctionsTo, lateLine, sourceView, titleOf, wordsOf } from '../parts/notice.ts';
import { commitmentView, creditView, type OwedView } from '../parts/obligation.ts';
import { articleOf, noticeSubject } from '../parts/subject.ts';
import { distinctTitle } from '../parts/titles.ts';

/** The apology as a document of its own: who, when, in the writer's words, what is owed and what will change. */
export const apologyPages = (edition: Edition, incident: Incident): readonly Page[] => {
  const { apology } = incident;
  if (apology === undefined) return [];
  return [
    sheet(edition, {
      kind: 'apology',
      path: (locale) => apologyPath(incident, locale),
      complete: (locale) => incident.words[locale]?.sections.apology !== undefined,
      view: () => {
        const { t, text } = edition;
        const section = wordsOf(edition, incident)?.sections.apology;
        const path = edition.href(noticePath(incident, edition.locale));
        const title = t('apology.title', { title: distinctTitle(edition, incident) });
        const here = new Set(section?.parts.keys());
        return {
          head: {
            title,
            description: t('apology.description', {
              name: apology.signer.name,
              title: titleOf(edition, incident),
            }),
            crumbs: [
              listCrumb(edition, 'apologies', 'nav.apologies'),
              { href: path, text: titleOf(edition, incident) },
            ],
            subject: {
              ...noticeSubject(edition, incident, t('search.kind.apology'), edition.date(apology.at.date)),
              name: t('apology.title', { title: titleOf(edition, incident) }),
              article: {
                ...articleOf('Article', [apology.at]),
                ...(apology.reported
                  ? {}
                  : { author: { name: apology.signer.name, title: text(apology.signer.title) } }),
              },
            },
          },
          body: {
            title: t('apology.title', { title: titleOf(edition, incident) }),
            reported: apology.reported,
            line: apologyLine(edition, incident),
            ...(apology.reported
              ? {
                  reportedBy: edition.line('apology.as_reported_by', {
                    sources: reportedBy(edition, incident),
                  }),
                }
              : {}),
            organization: text(edition.site.organization),
            ...(section === undefined
              ? { late: lateLine(edition, apologyPath(incident, edition.other)) }
              : {
                  intro: elsewhere(section.intro, here, path),
                  parts: [...section.parts.values()].map((part) => ({
                    ...part,
                    body: elsewhere(part.body, here, path),
                  })),
                }),
            signature: {
              name: apology.signer.name,
              title: text(apology.signer.title),
              at: edition.at(apology.at, 'label'),
            },
            corrections: correctionsTo(
              edition,
              incident,
              (to) => to.kind === 'section' && to.section === 'apology',
              path,
            ),
            credits: {
              heading: t('apology.owed'),
              items: incident.credits.map((one) => linked(creditView(edition, incident, one), path)),
            },
            commitments: {
              heading: t('apology.changes'),
              items: incident.commitments.map((one) => linked(commitmentView(edition, incident, one), path)),
            },
            sources: {
              heading: t('section.sources'),
              items: incident.sources.map((source) => sourceView(edition, source)),
            },
            back: { href: path, text: t('apology.back') },
          },
        };
      },
    }),
  ];
};

/** In short: its title leads to the words on the incident's page. */
const linked = ({ id, title, badge, short }: OwedView, path: string) => ({
  title,
  badge,
  short,
  link: `${path}#${id}`,
});

interface ApologyRow {
  readonly href: string;
  readonly title: string;
  readonly line: Line;
}

/** Every apology, newest first. */
export const apologyLists = (edition: Edition): readonly Page[] =>
  listPages(edition, {
    kind: 'apologies',
    path: (locale, page) => listPath('apologies', locale, page),
    items: edition.register.apologies,
    title: edition.t('nav.apologies'),
    body: ({ items }) => ({
      rows: items.map(
        (incident): ApologyRow => ({
          href: edition.href(apologyPath(incident, edition.locale)),
          title: titleOf(edition, incident),
          line: apologyLine(edition, incident),
        }),
      ),
      empty: edition.t('apologies.none'),
    }),
  });
