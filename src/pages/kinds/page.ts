import { pagePath, standingSlug } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { definePage } from '../layout/define-page.ts';
import { lateNote } from '../parts/notice.ts';
import { shortened } from '../parts/shorten.ts';

/** Any other page: about, accessibility, contact. */
export const standingPages = (context: LocaleContext) =>
  context.site.pages.map((page) =>
    definePage(context, {
      path: (locale) => pagePath(standingSlug(page, locale), locale),
      complete: (locale) => page.words[locale] !== undefined,
      view: () => {
        const words = page.words[context.locale];
        const title = words?.title ?? context.t('late.page');
        return {
          head: {
            title: context.titles.at(pagePath(standingSlug(page, context.locale), context.locale)) ?? title,
            subject: {},
            ...(words ? { description: shortened(words.body.text, context.locale) } : {}),
          },
          body: {
            title,
            ...(words
              ? { body: words.body.html }
              : { late: lateNote(context, pagePath(standingSlug(page, context.other), context.other)) }),
          },
        };
      },
    }),
  );
