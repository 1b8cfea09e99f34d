import type { Incident } from '../../model/incident.ts';

import { listPath, noticePath, pagePath, questionsPath, standingSlug } from '../../model/urls.ts';
import type { Html } from '../../model/values.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { definePage } from '../layout/define-page.ts';
import { listCrumb } from '../layout/layout.ts';
import type { Page } from '../page.ts';
import { correctionsTo, hasSection, type Late, lateLine, partIds, wordsOf } from '../parts/notice.ts';
import { partView } from '../parts/section.ts';
import { noticeSubject } from '../parts/subject.ts';

interface QuestionView {
  readonly id: string;
  readonly heading?: Html;
  readonly body?: Html;
  readonly late?: Late;
}

/** The questions of one incident, on a page of their own. */
export const questionPages = (context: LocaleContext, incident: Incident): readonly Page[] =>
  hasSection(incident, 'faq')
    ? [
        definePage(context, {
          kind: 'questions',
          path: (locale) => questionsPath(incident, locale),
          complete: (locale) => incident.words[locale]?.sections.faq !== undefined,
          view: () => {
            const { t } = context;
            const section = wordsOf(context, incident)?.sections.faq;
            const path = context.href(noticePath(incident, context.locale));
            const theirs = questionsPath(incident, context.other);
            return {
              head: {
                title: t('questions.title', { title: context.titles.ofNotice(incident) }),
                description: t('questions.description', { title: titleOf(context, incident) }),
                crumbs: [
                  listCrumb(context, 'incidents', 'nav.incidents'),
                  { href: path, text: titleOf(context, incident) },
                ],
                subject: {
                  ...noticeSubject(context, incident, t('search.kind.questions')),
                  name: t('questions.title', { title: titleOf(context, incident) }),
                  questions: [...(section?.parts.values() ?? [])],
                },
              },
              body: {
                title: t('questions.title', { title: titleOf(context, incident) }),
                ...(section === undefined
                  ? { late: lateLine(context, theirs), questions: [] }
                  : {
                      intro: section.intro.html,
                      questions: partIds(incident, 'faq', context.locale).map((id): QuestionView => {
                        const part = section.parts.get(id);
                        return part === undefined
                          ? { id, late: lateLine(context, `${theirs}#${id}`) }
                          : partView(part);
                      }),
                    }),
                lateHeading: t('late.question'),
                corrections: correctionsTo(
                  context,
                  incident,
                  (to) => to.kind === 'section' && to.section === 'faq',
                  path,
                ),
                back: { href: path, text: t('questions.back') },
                top: t('questions.list'),
              },
            };
          },
        }),
      ]
    : [];

/** The standing questions, and the questions of the open incidents. */
export function faqPages(context: LocaleContext): readonly Page[] {
  const { site, t, locale, other } = context;
  const faq = site.faq?.[locale];
  return [
    definePage(context, {
      kind: 'faq',
      path: (one) => listPath('faq', one),
      complete: (one) => site.faq === undefined || site.faq[one] !== undefined,
      view: () => ({
        head: {
          title: context.titles.at(listPath('faq', locale)) ?? t('nav.faq'),
          subject: { questions: [...(faq?.parts.values() ?? [])] },
        },
        body: {
          title: faq?.title ?? t('nav.faq'),
          ...(faq === undefined && site.faq !== undefined
            ? { late: lateLine(context, listPath('faq', other)) }
            : {}),
          ...(faq === undefined ? {} : { intro: faq.intro.html }),
          questions: [...(faq?.parts.values() ?? [])].map(partView),
          current: {
            heading: t('faq.current'),
            items: context.siteIndex.open
              .filter((incident) => hasSection(incident, 'faq'))
              .map((incident) => ({
                href: context.href(questionsPath(incident, locale)),
                text: titleOf(context, incident),
              })),
          },
          top: t('questions.list'),
          others: t('faq.others'),
          empty: t('faq.none'),
        },
      }),
    }),
  ];
}

/** Any other page: about, accessibility, contact. */
export const standingPages = (context: LocaleContext): readonly Page[] =>
  context.site.pages.map((page) =>
    definePage(context, {
      kind: 'page',
      path: (locale) => pagePath(standingSlug(page, locale), locale),
      complete: (locale) => page.words[locale] !== undefined,
      view: () => {
        const words = page.words[context.locale];
        const title = words?.title ?? context.t('late.page');
        return {
          head: {
            title: context.titles.at(pagePath(standingSlug(page, context.locale), context.locale)) ?? title,
            subject: {},
            ...(words ? { description: shortened(words.body.text) } : {}),
          },
          body: {
            title,
            ...(words
              ? { body: words.body.html }
              : { late: lateLine(context, pagePath(standingSlug(page, context.other), context.other)) }),
          },
        };
      },
    }),
  );

/** The first words of a text, at most 160 characters, whole words only. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 160) return line;
  return `${line.slice(0, line.lastIndexOf(' ', 158))}…`;
}
