import { commitmentState, isDoneLate } from '../../model/commitment.ts';
import { creditState } from '../../model/credit.ts';
import type { Incident } from '../../model/incident.ts';
import type { Commitment, Credit } from '../../model/notice.ts';
import type { Html } from '../../model/values.ts';
import type { Edition } from '../context/locale-context.ts';
import { joined, type Line, plain } from '../context/rich-text.ts';
import { type Badge, commitmentBadge, creditBadge } from './badge.ts';
import type { Fact } from './fact-list.ts';
import { lateOrNothing, type Prose, wordsOf } from './notice.ts';

export interface OwedView {
  readonly id: string;
  readonly title: string;
  readonly heading?: Html;
  readonly badge: Badge;
  readonly facts: readonly Fact[];
  readonly prose: Prose;
  /** What matters most, in a few words: how much, by when. */
  readonly short: Line;
}

/** One credit with its facts and its words. */
export function creditView(edition: Edition, incident: Incident, credit: Credit): OwedView {
  const { t, text } = edition;
  const part = wordsOf(edition, incident)?.sections.credits?.parts.get(credit.id);
  const who = text(credit.for);
  const amount =
    credit.amounts.length === 0
      ? t('credit.amount_unknown')
      : edition.list(credit.amounts.map((one) => edition.money(one)));
  const claimBy = credit.claimBy === undefined ? [] : [edition.date(credit.claimBy)];
  return {
    id: credit.id,
    title: part?.title ?? t('credit.untitled', { who }),
    ...(part && { heading: part.heading }),
    badge: creditBadge(edition, creditState(credit, edition.now.epoch)),
    facts: [
      { term: t('credit.who'), line: plain(who) },
      {
        term: t('credit.amount', { count: Math.max(1, credit.amounts.length) }),
        line: plain(amount),
      },
      {
        term: t('credit.how'),
        line: plain(
          credit.automatic ? t('credit.automatic') : credit.how ? text(credit.how) : t('credit.how_unknown'),
        ),
      },
      ...claimBy.map((line) => ({ term: t('credit.claim_by'), line })),
    ],
    prose: part === undefined ? lateOrNothing(edition, incident) : { html: part.body },
    short: joined(
      [plain(amount), ...claimBy.map((date) => edition.line('credit.claim_by_short', { date }))],
      ' – ',
    ),
  };
}

/** One commitment with its facts and its words. */
export function commitmentView(edition: Edition, incident: Incident, commitment: Commitment): OwedView {
  const { t, text, date } = edition;
  const part = wordsOf(edition, incident)?.sections.commitments?.parts.get(commitment.id);
  const { owner, due, done, dropped } = commitment;
  const settled = dropped ?? done;
  return {
    id: commitment.id,
    title: part?.title ?? t('commitment.untitled'),
    ...(part && { heading: part.heading }),
    badge: commitmentBadge(edition, commitmentState(commitment, edition.now.epoch)),
    facts: [
      ...(owner === undefined ? [] : [{ term: t('commitment.owner'), line: plain(text(owner)) }]),
      { term: t('commitment.due'), line: due === undefined ? plain(t('commitment.no_date')) : date(due) },
      ...(done === undefined
        ? []
        : [
            {
              term: t('commitment.done'),
              line: isDoneLate(commitment)
                ? edition.line('commitment.done_late', { date: date(done) })
                : date(done),
            },
          ]),
      ...(dropped === undefined ? [] : [{ term: t('commitment.dropped'), line: date(dropped) }]),
    ],
    prose: part === undefined ? lateOrNothing(edition, incident) : { html: part.body },
    short: settled ? date(settled) : due ? edition.line('commitment.due_short', { date: date(due) }) : [],
  };
}
