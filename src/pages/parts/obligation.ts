import { commitmentState, isDoneLate } from '../../model/commitment.ts';
import { creditState } from '../../model/credit.ts';
import type { Incident } from '../../model/incident.ts';
import type { Commitment, Credit } from '../../model/notice.ts';
import { apologyPath, noticePath } from '../../model/urls.ts';
import type { Html } from '../../model/values.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { joined, linked, plain, type RichText } from '../context/rich-text.ts';
import { type Badge, commitmentBadge, creditBadge } from './badge.ts';
import type { Fact } from './fact-list.ts';
import { lateOrNothing, type ProseView, wordsOf } from './notice.ts';

export interface ObligationView {
  readonly id: string;
  readonly title: string;
  readonly heading?: Html;
  readonly badge: Badge;
  readonly facts: readonly Fact[];
  readonly prose: ProseView;
  /** What matters most, in a few words: how much, by when. */
  readonly short: RichText;
}

/** A credit or commitment on a page of many, with where it comes from. */
interface GatheredView extends ObligationView {
  readonly from: readonly Anchor[];
}

/** One credit with its facts and its words. */
export function creditView(context: LocaleContext, incident: Incident, credit: Credit): ObligationView {
  const { t, text } = context;
  const part = wordsOf(context, incident)?.sections.credits?.parts.get(credit.id);
  const who = text(credit.for);
  const amount =
    credit.amounts.length === 0
      ? t('credit.amount_unknown')
      : context.list(credit.amounts.map((one) => context.money(one)));
  const claimBy = credit.claimBy === undefined ? [] : [context.date(credit.claimBy)];
  return {
    id: credit.id,
    title: part?.heading.text ?? t('credit.untitled', { who }),
    ...(part && { heading: part.heading.html }),
    badge: creditBadge(context, creditState(credit, context.now.epoch)),
    facts: [
      { term: t('credit.who'), text: plain(who) },
      {
        term: t('credit.amount', { count: Math.max(1, credit.amounts.length) }),
        text: plain(amount),
      },
      {
        term: t('credit.how'),
        text: credit.automatic
          ? plain(t('credit.automatic'))
          : credit.how
            ? linked(text(credit.how))
            : plain(t('credit.how_unknown')),
      },
      ...claimBy.map((date) => ({ term: t('credit.claim_by'), text: date })),
    ],
    prose: part === undefined ? lateOrNothing(context, incident) : { html: part.body.html },
    short: joined(
      [plain(amount), ...claimBy.map((date) => context.sentence('credit.claim_by_short', { date }))],
      ' – ',
    ),
  };
}

/** One commitment with its facts and its words. */
export function commitmentView(
  context: LocaleContext,
  incident: Incident,
  commitment: Commitment,
): ObligationView {
  const { t, text, date } = context;
  const part = wordsOf(context, incident)?.sections.commitments?.parts.get(commitment.id);
  const { owner, due, done, dropped } = commitment;
  const settled = dropped ?? done;
  return {
    id: commitment.id,
    title: part?.heading.text ?? t('commitment.untitled'),
    ...(part && { heading: part.heading.html }),
    badge: commitmentBadge(context, commitmentState(commitment, context.now.epoch)),
    facts: [
      ...(owner === undefined ? [] : [{ term: t('commitment.owner'), text: plain(text(owner)) }]),
      { term: t('commitment.due'), text: due === undefined ? plain(t('commitment.no_date')) : date(due) },
      ...(done === undefined
        ? []
        : [
            {
              term: t('commitment.done'),
              text: isDoneLate(commitment)
                ? context.sentence('commitment.done_late', { date: date(done) })
                : date(done),
            },
          ]),
      ...(dropped === undefined ? [] : [{ term: t('commitment.dropped'), text: date(dropped) }]),
    ],
    prose: part === undefined ? lateOrNothing(context, incident) : { html: part.body.html },
    short: settled ? date(settled) : due ? context.sentence('commitment.due_short', { date: date(due) }) : [],
  };
}

/** A credit or commitment among those of other incidents: its ids begin with its incident's. */
export function gatheredView(
  context: LocaleContext,
  incident: Incident,
  section: 'credits' | 'commitments',
  view: ObligationView,
): GatheredView {
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
