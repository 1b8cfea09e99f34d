import { noticeKinds } from '../../model/notice-kinds.ts';
import type { AnyNotice } from '../../model/site-index.ts';
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
  notice: AnyNotice,
  id: string,
): Pick<QuestionView, 'title' | 'lang'> {
  const { text, lang } = titleOfPart(context, notice, 'faq', id) ?? {};
  return { ...(text && { title: text }), ...(lang && { lang }) };
}

/** The questions of each notice that has some, on a page of their own. */
export const questionsPages = (context: LocaleContext) =>
  context.siteIndex.notices
    .filter((notice) => hasSection(notice, 'faq'))
    .map((notice) =>
      definePage(context, {
        notice,
        path: (locale) => questionsPath(notice, locale),
        complete: (locale) => notice.words[locale]?.sections.faq !== undefined,
        view: () => {
          const { t } = context;
          const section = wordsOf(context, notice)?.sections.faq;
          const path = context.href(noticePath(notice, context.locale));
          const theirs = questionsPath(notice, context.other);
          return {
            head: {
              title: t('questions.title', { title: context.titles.ofNotice(notice) }),
              description: t('questions.description', { title: titleOf(context, notice) }),
              crumbs: [
                listLink(context, noticeKinds[notice.kind].list),
                { href: path, text: titleOf(context, notice) },
              ],
              subject: {
                ...noticeSubject(context, notice, t('search.kind.questions')),
                name: t('questions.title', { title: titleOf(context, notice) }),
                questions: [...(section?.parts.values() ?? [])],
              },
            },
            body: {
              title: t('questions.title', { title: titleOf(context, notice) }),
              ...(section === undefined
                ? { late: lateNote(context, theirs), questions: [] }
                : {
                    intro: section.intro.html,
                    questions: partIds(notice, 'faq', context.locale).map((id): QuestionView => {
                      const part = section.parts.get(id);
                      return part === undefined
                        ? {
                            id,
                            ...lateTitle(context, notice, id),
                            late: lateNote(context, `${theirs}#${id}`),
                          }
                        : partView(part);
                    }),
                  }),
              lateHeading: t('late.question'),
              corrections: correctionsTo(
                context,
                notice,
                (to) => to.kind === 'section' && to.section === 'faq',
                { page: path },
              ),
              back: {
                href: path,
                text: t(notice.kind === 'incident' ? 'questions.back' : 'questions.back_maintenance'),
              },
              top: t('questions.list'),
            },
          };
        },
      }),
    );
