import { numberWords } from '../../language/format/numbers.ts';
import { type CommitmentState, commitmentStates, type Pledge } from '../../model/commitment.ts';
import { type CreditState, creditStates, type Owed } from '../../model/credit.ts';
import type { Incident } from '../../model/incident.ts';
import { apologyPath, listPath, noticePath } from '../../model/urls.ts';
import type { Anchor } from '../context/link.ts';
import type { Edition } from '../context/locale-context.ts';
import { listPages } from '../layout/list-page.ts';
import type { Page } from '../page.ts';
import { gathered } from '../parts/anchors.ts';
import { commitmentBadge } from '../parts/badge.ts';
import { titleOf } from '../parts/notice.ts';
import { commitmentView, creditView, type OwedView } from '../parts/obligation.ts';

/** A line of a public ledger, with where it comes from. */
interface LedgerView extends OwedView {
  readonly from: readonly Anchor[];
}

/** The ledger of commitments: late first, with the count of each state at its top. */
export function commitmentPages(edition: Edition): readonly Page[] {
  const { t, register } = edition;
  const counts = new Map<CommitmentState, number>();
  for (const { state } of register.commitments) counts.set(state, (counts.get(state) ?? 0) + 1);
  return listPages<Pledge>(edition, {
    kind: 'commitments',
    path: (locale, page) => listPath('commitments', locale, page),
    items: register.commitments,
    title: t('nav.commitments'),
    body: ({ items }) => ({
      lead: t('commitments.lead'),
      counts: commitmentStates
        .filter((state) => counts.has(state))
        .map((state) => ({
          badge: commitmentBadge(edition, state),
          count: numberWords(counts.get(state) ?? 0, edition.locale),
        })),
      items: items.map(({ incident, commitment }) =>
        ledgerView(edition, incident, commitmentView(edition, incident, commitment)),
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
export function creditPages(edition: Edition): readonly Page[] {
  const { t, register } = edition;
  return listPages<Owed>(edition, {
    kind: 'credits',
    path: (locale, page) => listPath('credits', locale, page),
    items: register.credits,
    title: t('nav.credits'),
    body: ({ items }) => ({
      lead: t('credits.lead'),
      sections: creditStates
        .map((state) => ({
          heading: t(creditHeadings[state]),
          items: items
            .filter((one) => one.state === state)
            .map(({ incident, credit }) =>
              ledgerView(edition, incident, creditView(edition, incident, credit)),
            ),
        }))
        .filter((section) => section.items.length > 0),
      empty: t('credits.none'),
    }),
  });
}

function ledgerView(edition: Edition, incident: Incident, view: OwedView): LedgerView {
  const path = edition.href(noticePath(incident, edition.locale));
  const { html } = view.prose;
  return {
    ...view,
    id: `${incident.id}-${view.id}`,
    prose: html === undefined ? view.prose : { html: gathered(html, incident.id, path) },
    from: [
      { href: `${path}#${view.id}`, text: titleOf(edition, incident) },
      ...(incident.apology === undefined
        ? []
        : [
            { href: edition.href(apologyPath(incident, edition.locale)), text: edition.t('section.apology') },
          ]),
    ],
  };
}
