import { listPath, questionsPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { definePage } from '../layout/define-page.ts';
import { hasSection, lateNote } from '../parts/notice.ts';
import { partView } from '../parts/section.ts';

/** The standing questions, and the questions of the open incidents. */
export function faqPages(context: LocaleContext) {
  const { site, t, locale, other } = context;
  const faq = site.faq?.[locale];
  return [
    definePage(context, {
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
            ? { late: lateNote(context, listPath('faq', other)) }
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
