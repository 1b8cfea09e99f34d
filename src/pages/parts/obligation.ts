import { commitmentState, isDoneLate } from '../../model/commitment.ts';
import { creditState } from '../../model/credit.ts';
import { type Incident, isOpen } from '../../model/incident.ts';
import type { Commitment, Credit } from '../../model/notice.ts';
import { apologyPath, noticePath } from '../../model/urls.ts';
import type { Html, Locale } from '../../model/values.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { joined, linked, plain, type RichText } from '../context/rich-text.ts';
import { type Badge, commitmentBadge, creditBadge } from './badge.ts';
import type { Fact } from './fact-list.ts';
import { lateOrNothing, type ProseView, wordsOf } from './notice.ts';
import { titleOfPart } from './section.ts';

/** A credit or commitment as a row of a ledger. */
export interface ObligationView {
  readonly id: string;
  readonly title: string;
  /** The language of the title, where its words here are late. */
  readonly lang?: Locale;
  readonly heading?: Html;
  /** What stands between its title and its state, in the order of the heads. */
  readonly cells: readonly Fact[];
  readonly badge: Badge;
  /** Beside the state: since when it is so, or until when. */
  readonly when: RichText;
  /** What to do for it. */
  readonly how?: Fact;
  readonly prose: ProseView;
  /** What matters most, in a few words: how much, by when. */
  readonly short: RichText;
}

/** A credit or commitment on a page of many; the first of its incident with where it comes from. */
export interface GatheredView extends ObligationView {
  readonly from?: readonly Anchor[];
}

/** The heads of a ledger's columns. */
export const creditHeads = ({ t }: LocaleContext): readonly string[] => [
  t('credit.title'),
  t('credit.who'),
  t('credit.amount', { count: 1 }),
  t('ledger.state'),
];

export const commitmentHeads = ({ t }: LocaleContext): readonly string[] => [
  t('commitment.untitled'),
  t('commitment.owner'),
  t('commitment.due'),
  t('ledger.state'),
];

function titled(
  context: LocaleContext,
  incident: Incident,
  section: 'credits' | 'commitments',
  id: string,
  otherwise: string,
): Pick<ObligationView, 'title' | 'lang'> {
  const { text = otherwise, lang } = titleOfPart(context, incident, section, id) ?? {};
  return { title: text, ...(lang && { lang }) };
}

/** One credit with its facts and its words. */
export function creditView(context: LocaleContext, incident: Incident, credit: Credit): ObligationView {
  const { t, text } = context;
  const part = wordsOf(context, incident)?.sections.credits?.parts.get(credit.id);
  const who = text(credit.for);
  const amount =
    credit.amounts.length === 0
      ? t(isOpen(incident) ? 'credit.amount_unknown' : 'credit.amount_unsaid')
      : context.list(credit.amounts.map((one) => context.money(one)));
  const state = creditState(credit, context.now.epoch, incident);
  const claimBy = credit.claimBy === undefined ? [] : context.date(credit.claimBy);
  const when =
    state === 'claimable' && claimBy.length > 0 ? context.sentence('credit.by', { date: claimBy }) : claimBy;
  const badge = creditBadge(context, state);
  return {
    id: credit.id,
    ...titled(context, incident, 'credits', credit.id, t('credit.untitled', { who })),
    ...(part && { heading: part.heading.html }),
    cells: [
      { term: t('credit.who'), text: plain(who) },
      { term: t('credit.amount', { count: Math.max(1, credit.amounts.length) }), text: plain(amount) },
    ],
    badge,
    when,
    ...(credit.how && !credit.automatic
      ? { how: { term: t('credit.how'), text: linked(text(credit.how)) } }
      : {}),
    prose: part === undefined ? lateOrNothing(context, incident) : { html: part.body.html },
    short: joined([plain(amount), ...(when.length > 0 ? [when] : [])], ' – '),
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
  const when =
    settled === undefined
      ? []
      : isDoneLate(commitment)
        ? context.sentence('commitment.done_late', { date: date(settled) })
        : date(settled);
  return {
    id: commitment.id,
    ...titled(context, incident, 'commitments', commitment.id, t('commitment.untitled')),
    ...(part && { heading: part.heading.html }),
    cells: [
      { term: t('commitment.owner'), text: plain(owner === undefined ? '–' : text(owner)) },
      { term: t('commitment.due'), text: due === undefined ? plain(t('commitment.no_date')) : date(due) },
    ],
    badge: commitmentBadge(context, commitmentState(commitment, context.now.epoch)),
    when,
    prose: part === undefined ? lateOrNothing(context, incident) : { html: part.body.html },
    short: settled ? date(settled) : due ? context.sentence('commitment.due_short', { date: date(due) }) : [],
  };
}

/** Credits or commitments of several incidents; of those in a row of one incident, the first says which. */
export const gatheredViews = (
  context: LocaleContext,
  section: 'credits' | 'commitments',
  items: readonly { readonly incident: Incident; readonly view: ObligationView }[],
): readonly GatheredView[] =>
  items.map(({ incident, view }, index) => ({
    ...gatheredView(context, incident, section, view),
    ...(items[index - 1]?.incident === incident ? {} : { from: sourceOf(context, incident) }),
  }));

/** Its ids begin with its incident's. */
function gatheredView(
  context: LocaleContext,
  incident: Incident,
  section: 'credits' | 'commitments',
  view: ObligationView,
): GatheredView {
  const part = wordsOf(context, incident)?.sections[section]?.parts.get(view.id);
  return {
    ...view,
    id: `${incident.id}-${view.id}`,
    ...(part?.body.gathered && { prose: { html: part.body.gathered } }),
  };
}

const sourceOf = (context: LocaleContext, incident: Incident): readonly Anchor[] => [
  { href: context.href(noticePath(incident, context.locale)), text: titleOf(context, incident) },
  ...(incident.apology === undefined
    ? []
    : [{ href: context.href(apologyPath(incident, context.locale)), text: context.t('section.apology') }]),
];
