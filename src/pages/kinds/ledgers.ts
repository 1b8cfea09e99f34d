import { numberWords } from '../../language/format/numbers.ts';
import { type CommitmentState, type CommitmentStatus, commitmentStates } from '../../model/commitment.ts';
import { type CreditState, type CreditStatus, creditStates } from '../../model/credit.ts';
import type { Incident } from '../../model/incident.ts';
import { apologyPath, listPath, noticePath } from '../../model/urls.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { listPages } from '../layout/list-page.ts';
import type { Page } from '../page.ts';
import { commitmentBadge } from '../parts/badge.ts';
import { wordsOf } from '../parts/notice.ts';
import { commitmentView, creditView, type ObligationView } from '../parts/obligation.ts';

/** A line of a public ledger, with where it comes from. */
interface LedgerView extends ObligationView {
  readonly from: readonly Anchor[];
}

/** The ledger of commitments: late first, with the count of each state at its top. */
export function commitmentPages(context: LocaleContext): readonly Page[] {
  const { t, siteIndex } = context;
  const counts = new Map<CommitmentState, number>();
  for (const { state } of siteIndex.commitments) counts.set(state, (counts.get(state) ?? 0) + 1);
  return listPages<CommitmentStatus>(context, {
    kind: 'commitments',
    path: (locale, page) => listPath('commitments', locale, page),
    items: siteIndex.commitments,
    title: t('nav.commitments'),
    body: ({ items }) => ({
      lead: t('commitments.lead'),
      counts: commitmentStates
        .filter((state) => counts.has(state))
        .map((state) => ({
          badge: commitmentBadge(context, state),
          count: numberWords(counts.get(state) ?? 0, context.locale),
        })),
      items: items.map(({ incident, commitment }) =>
        ledgerView(context, incident, 'commitments', commitmentView(context, incident, commitment)),
      ),
      empty: t('commitments.none'),
    }),
  });
}

const creditHeadings = {
  claimable: 'credits.claimable',
  automatic: 'credits.automatic',
  expired: 'credits.expired',
} as const satisfies Record<CreditState, string>;

/** What can still be claimed, what comes by itself, and below what has expired. */
export function creditPages(context: LocaleContext): readonly Page[] {
  const { t, siteIndex } = context;
  return listPages<CreditStatus>(context, {
    kind: 'credits',
    path: (locale, page) => listPath('credits', locale, page),
    items: siteIndex.credits,
    title: t('nav.credits'),
    body: ({ items }) => ({
      lead: t('credits.lead'),
      sections: creditStates
        .map((state) => ({
          heading: t(creditHeadings[state]),
          items: items
            .filter((one) => one.state === state)
            .map(({ incident, credit }) =>
              ledgerView(context, incident, 'credits', creditView(context, incident, credit)),
            ),
        }))
        .filter((section) => section.items.length > 0),
      empty: t('credits.none'),
    }),
  });
}

/** Its ids begin with the incident's: other incidents' obligations stand on the page too. */
function ledgerView(
  context: LocaleContext,
  incident: Incident,
  section: 'credits' | 'commitments',
  view: ObligationView,
): LedgerView {
  const path = context.href(noticePath(incident, context.locale));
  const part = wordsOf(context, incident)?.sections[section]?.parts.get(view.id);
  return {
    ...view,
    id: `${incident.id}-${view.id}`,
    ...(part?.body.gathered && { prose: { html: part.body.gathered } }),
    from: [
      { href: `${path}#${view.id}`, text: titleOf(context, incident) },
      ...(incident.apology === undefined
        ? []
        : [
            { href: context.href(apologyPath(incident, context.locale)), text: context.t('section.apology') },
          ]),
    ],
  };
}
