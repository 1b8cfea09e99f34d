import type { Incident } from '../../model/incident.ts';

import { listPath, noticePath, pagePath, questionsPath, standingSlug } from '../../model/urls.ts';
import type { Html } from '../../model/values.ts';
import type { Edition } from '../context/locale-context.ts';
import { sheet } from '../layout/define-page.ts';
import { listCrumb } from '../layout/layout.ts';
import type { Page } from '../page.ts';
import { elsewhere } from '../parts/anchors.ts';
import {
  correctionsTo,
  hasSection,
  type Late,
  lateLine,
  partIds,
  titleOf,
  wordsOf,
} from '../parts/notice.ts';
import { noticeSubject } from '../parts/subject.ts';
import { distinctTitle, titleAt } from '../parts/titles.ts';

interface QuestionView {
  readonly id: string;
  readonly heading?: Html;
  readonly body?: Html;
  readonly late?: Late;
}

/** The questions of one incident, on a page of their own. */
export const questionPages = (edition: Edition, incident: Incident): readonly Page[] =>
  hasSection(incident, 'faq')
    ? [
        sheet(edition, {
          kind: 'questions',
          path: (locale) => questionsPath(incident, locale),
          complete: (locale) => incident.words[locale]?.sections.faq !== undefined,
          view: () => {
            const { t } = edition;
            const section = wordsOf(edition, incident)?.sections.faq;
            const path = edition.href(noticePath(incident, edition.locale));
            const theirs = questionsPath(incident, edition.other);
            const here = new Set(section?.parts.keys());
            return {
              head: {
                title: t('questions.title', { title: distinctTitle(edition, incident) }),
                description: t('questions.description', { title: titleOf(edition, incident) }),
                crumbs: [
                  listCrumb(edition, 'incidents', 'nav.incidents'),
                  { href: path, text: titleOf(edition, incident) },
                ],
                subject: {
                  ...noticeSubject(edition, incident, t('search.kind.questions')),
                  name: t('questions.title', { title: titleOf(edition, incident) }),
                  questions: [...(section?.parts.values() ?? [])],
                },
              },
              body: {
                title: t('questions.title', { title: titleOf(edition, incident) }),
                ...(section === undefined
                  ? { late: lateLine(edition, theirs), questions: [] }
                  : {
                      intro: elsewhere(section.intro, here, path),
                      questions: partIds(incident, 'faq', edition.locale).map((id): QuestionView => {
                        const part = section.parts.get(id);
                        return part === undefined
                          ? { id, late: lateLine(edition, `${theirs}#${id}`) }
                          : { id, heading: part.heading, body: elsewhere(part.body, here, path) };
                      }),
                    }),
                lateHeading: t('late.question'),
                corrections: correctionsTo(
                  edition,
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
export function faqPages(edition: Edition): readonly Page[] {
  const { site, t, locale, other } = edition;
  const faq = site.faq?.[locale];
  return [
    sheet(edition, {
      kind: 'faq',
      path: (one) => listPath('faq', one),
      complete: (one) => site.faq === undefined || site.faq[one] !== undefined,
      view: () => ({
        head: {
          title: titleAt(edition, listPath('faq', locale)) ?? t('nav.faq'),
          subject: { questions: [...(faq?.parts.values() ?? [])] },
        },
        body: {
          title: faq?.title ?? t('nav.faq'),
          ...(faq === undefined && site.faq !== undefined
            ? { late: lateLine(edition, listPath('faq', other)) }
            : {}),
          ...(faq === undefined ? {} : { intro: faq.intro }),
          questions: [...(faq?.parts.values() ?? [])],
          current: {
            heading: t('faq.current'),
            items: edition.register.open
              .filter((incident) => hasSection(incident, 'faq'))
              .map((incident) => ({
                href: edition.href(questionsPath(incident, locale)),
                text: titleOf(edition, incident),
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
export const standingPages = (edition: Edition): readonly Page[] =>
  edition.site.pages.map((page) =>
    sheet(edition, {
      kind: 'page',
      path: (locale) => pagePath(standingSlug(page, locale), locale),
      complete: (locale) => page.words[locale] !== undefined,
      view: () => {
        const words = page.words[edition.locale];
        const title = words?.title ?? edition.t('late.page');
        return {
          head: {
            title: titleAt(edition, pagePath(standingSlug(page, edition.locale), edition.locale)) ?? title,
            subject: {},
            ...(words ? { description: shortened(words.text) } : {}),
          },
          body: {
            title,
            ...(words
              ? { body: words.body }
              : { late: lateLine(edition, pagePath(standingSlug(page, edition.other), edition.other)) }),
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
