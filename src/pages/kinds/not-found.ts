import { notFoundPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { definePage } from '../layout/define-page.ts';
import { missingView } from '../parts/missing.ts';

/** Not found, in one language. */
export const notFoundPages = (context: LocaleContext) => [
  definePage(context, {
    path: notFoundPath,
    hidden: true,
    view: () => ({
      head: {
        title: context.t('missing.title'),
        live: context.siteIndex.open.length > 0 && 'promise',
      },
      body: missingView(context),
    }),
  }),
];
