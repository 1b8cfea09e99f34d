import { type CommitmentState, commitmentStates } from '../../model/commitment.ts';
import { listPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listPages } from '../layout/list-page.ts';
import { commitmentBadge } from '../parts/badge.ts';
import { commitmentHeads, commitmentView, gatheredViews } from '../parts/obligation.ts';

/** Every commitment: late first, with the count of each state at its top. */
export function commitmentsPages(context: LocaleContext) {
  const { t, siteIndex } = context;
  const counts = new Map<CommitmentState, number>();
  for (const { state } of siteIndex.commitments) counts.set(state, (counts.get(state) ?? 0) + 1);
  return listPages(context, {
    path: (locale, page) => listPath('commitments', locale, page),
    items: siteIndex.commitments,
    title: t('nav.commitments'),
    body: ({ items }) => ({
      lead: t('commitments.lead'),
      heads: commitmentHeads(context),
      counts: commitmentStates
        .filter((state) => counts.has(state))
        .map((state) => ({
          ...commitmentBadge(context, state),
          word: t(`commitment.count.${state}`, { count: counts.get(state) ?? 0 }),
        })),
      items: gatheredViews(
        context,
        'commitments',
        items.map(({ incident, commitment }) => ({
          incident,
          view: commitmentView(context, incident, commitment),
        })),
      ),
      empty: t('commitments.none'),
    }),
  });
}
