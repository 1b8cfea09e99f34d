import { homePath, root } from '../../model/urls.ts';
import { languageNames } from '../context/link.ts';
import { type Contexts, inOrder } from '../context/locale-context.ts';
import { halfOf, layoutOfBoth } from '../layout/both.ts';
import { aheadRows, headlines, openViews, quietSentence, siteBadge } from '../parts/status.ts';
import { asOf } from '../parts/when.ts';

/** The state of things in both languages, side by side and of equal weight. */
export const rootPages = (contexts: Contexts) => [
  {
    path: root,
    locale: 'both' as const,
    indexed: true,
    view: () => ({
      layout: layoutOfBoth(contexts, root, bothNames(contexts)),
      halves: inOrder(contexts).map((context) => {
        const quiet = quietSentence(context);
        return {
          ...halfOf(context),
          badge: siteBadge(context),
          headline: headlines(context),
          asOf: asOf(context),
          ...(quiet && { quiet }),
          open: openViews(context, context.siteIndex.open),
          ahead: { heading: context.t('home.ahead'), rows: aheadRows(context).slice(0, 3) },
          enter: {
            href: context.href(homePath(context.locale)),
            text: languageNames[context.locale],
          },
        };
      }),
    }),
  },
];

const bothNames = (contexts: Contexts): string => {
  const names = new Set(inOrder(contexts).map(({ site, text }) => text(site.name)));
  return [...names].join(' – ');
};
