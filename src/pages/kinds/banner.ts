import { bannerPath, homePath, noticePath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { definePage } from '../layout/define-page.ts';
import { noticeBadge } from '../parts/badge.ts';
import { headline } from '../parts/status.ts';

/** What another site shows in a frame while something is open; when nothing is, nothing that can be seen. */
export const bannerPages = (context: LocaleContext) => [
  definePage(context, {
    path: bannerPath,
    hidden: true,
    view: () => {
      const { siteIndex, locale } = context;
      const state = headline(context);
      const current = [...siteIndex.open, ...siteIndex.underWay];
      return {
        head: {
          title: context.t('title.with_state', { state: context.t('follow.widget_name'), title: state }),
        },
        body: {
          title: state,
          home: context.href(homePath(locale)),
          quiet: current.length === 0,
          items: current.map((notice) => ({
            badge: noticeBadge(context, notice),
            href: context.href(noticePath(notice, locale)),
            title: titleOf(context, notice),
          })),
        },
      };
    },
  }),
];
