import { notFound } from '../../model/urls.ts';
import { type Contexts, inOrder } from '../context/locale-context.ts';
import { halfOf, layoutOfBoth } from '../layout/both.ts';
import { missingView } from '../parts/missing.ts';

/** Not found, where the host cannot tell the language. */
export const notFoundBothPages = (contexts: Contexts) => [
  {
    path: notFound,
    locale: 'both' as const,
    indexed: false,
    view: () => {
      const title = inOrder(contexts)
        .map(({ t }) => t('missing.title'))
        .join(' – ');
      return {
        layout: { ...layoutOfBoth(contexts, undefined, title), alternates: [] },
        halves: inOrder(contexts).map((context) => ({ ...halfOf(context), ...missingView(context) })),
      };
    },
  },
];
