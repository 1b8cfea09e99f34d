import { apologyPath, noticePath } from '../../model/urls.ts';
import type { Section } from '../../model/words.ts';
import { capitalized } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { definePage } from '../layout/define-page.ts';
import { listLink } from '../layout/navigation.ts';
import { apologySentence, reportedBy } from '../parts/apology-box.ts';
import { correctionsTo } from '../parts/corrections.ts';
import { lateNote, sourceView, wordsOf } from '../parts/notice.ts';
import { commitmentView, creditView, type ObligationView } from '../parts/obligation.ts';
import { partView } from '../parts/section.ts';
import { articleOf, noticeSubject } from '../parts/subject.ts';

/** The apology as a document of its own: who, when, in the writer's words, which credits and which commitments. */
export const apologyPages = (context: LocaleContext) =>
  context.siteIndex.apologies.flatMap((incident) => {
    const { apology } = incident;
    if (apology === undefined) return [];
    return [
      definePage(context, {
        notice: incident,
        path: (locale) => apologyPath(incident, locale),
        complete: (locale) => incident.words[locale]?.sections.apology !== undefined,
        view: () => {
          const { t, text } = context;
          const section = wordsOf(context, incident)?.sections.apology;
          const path = context.href(noticePath(incident, context.locale));
          const title = t('apology.title', { title: context.titles.ofNotice(incident) });
          return {
            head: {
              title,
              description: t('apology.description', {
                name: apology.signer.name,
                title: titleOf(context, incident),
              }),
              crumbs: [listLink(context, 'apologies'), { href: path, text: titleOf(context, incident) }],
              subject: {
                ...noticeSubject(context, incident, t('search.kind.apology'), context.date(apology.at.date)),
                name: t('apology.title', { title: titleOf(context, incident) }),
                article: {
                  ...articleOf('Article', [apology.at]),
                  ...(apology.reported
                    ? {}
                    : { author: { name: apology.signer.name, title: text(apology.signer.title) } }),
                },
              },
            },
            body: {
              title: t(apology.reported ? 'apology.heading_reported' : 'apology.heading'),
              of: titleOf(context, incident),
              ...(apology.reported || section === undefined
                ? { lead: apologySentence(context, incident) }
                : {}),
              ...(apology.reported
                ? {
                    reportedBy: context.sentence('apology.as_reported_by', {
                      sources: reportedBy(context, incident),
                    }),
                  }
                : {}),
              ...(section === undefined
                ? { late: lateNote(context, apologyPath(incident, context.other)) }
                : {
                    short: isShort(section),
                    intro: section.intro.html,
                    parts: [...section.parts.values()].map(partView),
                  }),
              ...(section === undefined || apology.reported
                ? {}
                : {
                    signature: {
                      name: apology.signer.name,
                      title: text(apology.signer.title),
                      organization: text(context.site.organization),
                      at: capitalized(context.the(apology.at)),
                    },
                  }),
              corrections: correctionsTo(
                context,
                incident,
                (to) => to.kind === 'section' && to.section === 'apology',
                { page: path },
              ),
              credits: {
                heading: t(apology.reported ? 'apology.owed_reported' : 'apology.owed'),
                items: incident.credits.map((one) => linked(creditView(context, incident, one), path)),
              },
              commitments: {
                heading: t(apology.reported ? 'apology.changes_reported' : 'apology.changes'),
                items: incident.commitments.map((one) =>
                  linked(commitmentView(context, incident, one), path),
                ),
              },
              sources: {
                heading: t('section.sources'),
                items: incident.sources.map((source) => sourceView(context, source)),
              },
              back: { href: path, text: t('apology.back') },
            },
          };
        },
      }),
    ];
  });

/** Whether its words leave room on one sheet for larger letters: fewer than a thousand characters. */
const isShort = ({ intro, parts }: Section): boolean =>
  [intro, ...[...parts.values()].map(({ body }) => body)].reduce((sum, { text }) => sum + text.length, 0) <
  1000;

/** In short: its title leads to the words on the incident's page. */
const linked = ({ id, title, lang, badge, short }: ObligationView, path: string) => ({
  title,
  ...(lang && { lang }),
  badge,
  short,
  link: `${path}#${id}`,
});
