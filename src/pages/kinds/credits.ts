import { type CreditState, creditStates } from '../../model/credit.ts';
import { listPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listPages } from '../layout/list-page.ts';
import { creditHeads, creditView, gatheredViews } from '../parts/obligation.ts';

const creditHeadings = {
  claimable: 'credits.claimable',
  automatic: 'credits.automatic',
  promised: 'credits.promised',
  expired: 'credits.expired',
} as const satisfies Record<CreditState, string>;

/** What can still be claimed, what comes by itself, and below what has expired. */
export function creditsPages(context: LocaleContext) {
  const { t, siteIndex } = context;
  return listPages(context, {
    path: (locale, page) => listPath('credits', locale, page),
    items: siteIndex.credits,
    title: t('nav.credits'),
    body: ({ items }) => ({
      lead: t('credits.lead'),
      heads: creditHeads(context),
      sections: creditStates
        .map((state) => ({
          heading: t(creditHeadings[state]),
          items: gatheredViews(
            context,
            'credits',
            items
              .filter((one) => one.state === state)
              .map(({ incident, credit }) => ({ incident, view: creditView(context, incident, credit) })),
          ),
        }))
        .filter((section) => section.items.length > 0),
      empty: t('credits.none'),
    }),
  });
}
