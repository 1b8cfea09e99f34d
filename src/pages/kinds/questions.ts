import type { Incident } from '../../model/incident.ts';
import { noticePath, questionsPath } from '../../model/urls.ts';
import type { Html, Locale } from '../../model/values.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { definePage } from '../layout/define-page.ts';
import { listLink } from '../layout/navigation.ts';
import { correctionsTo } from '../parts/corrections.ts';
import { hasSection, type Late, lateNote, partIds, wordsOf } from '../parts/notice.ts';
import { partView, titleOfPart } from '../parts/section.ts';
import { noticeSubject } from '../parts/subject.ts';

export interface QuestionView {
  readonly id: string;
  /** In the other language, while the words here are late. */
  readonly title?: string;
  readonly lang?: Locale;
  readonly heading?: Html;
  readonly body?: Html;
  readonly late?: Late;
}

function lateTitle(
  context: LocaleContext,
  incident: Incident,
  id: string,
): Pick<QuestionView, 'title' | 'lang'> {
  const { text, lang } = titleOfPart(context, incident, 'faq', id) ?? {};
  return { ...(text && { title: text }), ...(lang && { lang }) };
}

/** The questions of each incident that has some, on a page of their own. */
export const questionsPages = (context: LocaleContext) =>
  context.site.incidents
    .filter((incident) => hasSection(incident, 'faq'))
    .map((incident) =>
      definePage(context, {
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
              crumbs: [listLink(context, 'incidents'), { href: path, text: titleOf(context, incident) }],
              subject: {
                ...noticeSubject(context, incident, t('search.kind.questions')),
                name: t('questions.title', { title: titleOf(context, incident) }),
                questions: [...(section?.parts.values() ?? [])],
              },
            },
            body: {
              title: t('questions.title', { title: titleOf(context, incident) }),
              ...(section === undefined
                ? { late: lateNote(context, theirs), questions: [] }
                : {
                    intro: section.intro.html,
                    questions: partIds(incident, 'faq', context.locale).map((id): QuestionView => {
                      const part = section.parts.get(id);
                      return part === undefined
                        ? {
                            id,
                            ...lateTitle(context, incident, id),
                            late: lateNote(context, `${theirs}#${id}`),
                          }
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
    );
