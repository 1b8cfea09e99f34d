import { type Gap, longestGap, timeToFirstWord } from '../../model/gaps.ts';
import {
  durationOf,
  type Incident,
  isClosedUnresolved,
  isOpen,
  promiseOf,
  regionsOf,
  resolvedAt,
  servicesOf,
  statesNow,
  worstState,
} from '../../model/incident.ts';
import { expectedOf } from '../../model/promise.ts';
import { keptOf, type SettledPromise, settledPromises } from '../../model/promise-ledger.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import { worst } from '../../model/status.ts';
import { deadlineOf, isOverdue, type Moment } from '../../model/values.ts';
import { capitalized } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { joined, plain, type RichText } from '../context/rich-text.ts';
import { type Badge, stateBadge } from './badge.ts';
import { regionLinks, serviceLinks } from './notice.ts';

export interface Fact {
  readonly term: string;
  readonly text: RichText;
  /** A state, before the words. */
  readonly badge?: Badge;
  /** A sign for each promise that was kept or missed, before the words, for those who see; like ones together. */
  readonly ticks?: readonly { readonly outcome: SettledPromise['outcome']; readonly signs: string }[];
  /** A fact that asks for attention: an overdue promise. */
  readonly alert?: boolean;
  /** Times on several clocks, or a window with the one before it: long on a phone, whoever wrote. */
  readonly long?: boolean;
  /** When it will ask for attention, should the page stay as it is, with the word for that. */
  readonly due?: { readonly at: string; readonly late: string };
}

/** As a list shows them: a moment begins as a sentence does. */
export const displayed = (facts: readonly Fact[]): readonly Fact[] =>
  facts.map((fact) =>
    fact.text[0]?.datetime === undefined ? fact : { ...fact, text: capitalized(fact.text) },
  );

/** What a reader asks first: of what is open when it will be over, of what is over how long it lasted. */
export const mainFacts = (context: LocaleContext, incident: Incident): readonly Fact[] =>
  isOpen(incident)
    ? [...nextFacts(context, incident), ...placeFacts(context, incident)]
    : overFacts(context, incident);

/** When it is expected to end, and when the next word comes. */
export const nextFacts = (context: LocaleContext, incident: Incident): readonly Fact[] => [
  ...expectedFact(context, incident),
  ...nextFact(context, incident),
];

/** Since when, what and where. */
export const placeFacts = (context: LocaleContext, incident: Incident): readonly Fact[] => [
  {
    term: context.t('fact.since'),
    text: inRegions(context, incident, incident.started, brief(context, incident.started)),
  },
  ...concernedFacts(context, incident),
];

function overFacts(context: LocaleContext, incident: Incident): readonly Fact[] {
  const { t } = context;
  const end = resolvedAt(incident);
  const duration = durationOf(incident);
  const moment = (term: string, at: Moment): Fact => ({
    term,
    text: inRegions(context, incident, at, context.at(at, 'label')),
  });
  return [
    ...concernedFacts(context, incident),
    moment(t('fact.started'), incident.started),
    ...(end === undefined ? [] : [moment(t('fact.ended'), end)]),
    ...(isClosedUnresolved(incident) && incident.closed !== undefined
      ? [
          { term: t('fact.ended'), text: plain(t('fact.end_unknown')) },
          { term: t('fact.closed'), text: context.at(incident.closed, 'label') },
        ]
      : []),
    ...(duration === undefined ? [] : [{ term: t('fact.duration'), text: context.duration(duration) }]),
    ...nextFact(context, incident),
  ];
}

/** Services and regions; of an open incident first the services that are still in trouble, then those that are back. */
function concernedFacts(context: LocaleContext, incident: Incident): readonly Fact[] {
  const { t } = context;
  const states = statesNow(incident);
  const back = servicesOf(incident).filter((id) => states.get(id) === 'operational');
  const inTrouble = servicesOf(incident).filter((id) => !back.includes(id));
  const services = (term: 'fact.services' | 'fact.back', ids: readonly string[]): readonly Fact[] =>
    ids.length === 0 ? [] : [{ term: t(term, { count: ids.length }), text: serviceLinks(context, ids) }];
  const regions = regionsOf(incident);
  return [
    ...(inTrouble.length === 0
      ? services('fact.services', back)
      : [...services('fact.services', inTrouble), ...services('fact.back', back)]),
    ...(regions.length === 0
      ? []
      : [{ term: t('fact.regions', { count: regions.length }), text: regionLinks(context, regions) }]),
  ];
}

/** Without its year where that is the present one: for what is read today on a small screen. */
export const brief = (context: LocaleContext, moment: Moment): RichText =>
  context.at(moment, moment.date.slice(0, 4) === context.now.date.slice(0, 4) ? 'short' : 'label');

/** A moment, then what the clocks show in those of its regions that lie in other zones. */
export function inRegions(
  context: LocaleContext,
  notice: AnyNotice,
  moment: Moment,
  text: RichText,
): RichText {
  const zones = new Set(notice.regions.flatMap((id) => context.siteIndex.regions.get(id)?.zone ?? []));
  return joined(
    [
      text,
      ...[...zones].flatMap((zone) => [context.inZone(moment, zone) ?? []]).filter((one) => one.length > 0),
    ],
    '\u00a0· ',
  );
}

/** When the end is expected, as said when; that nobody knows is an answer too. */
function expectedFact(context: LocaleContext, incident: Incident): readonly Fact[] {
  const term = context.t('fact.expected');
  const expected = expectedOf(incident);
  if (expected === undefined) {
    const inTrouble = worst(statesNow(incident).values()) !== 'operational';
    return inTrouble ? [{ term, text: plain(context.t('fact.not_known_yet')), long: true }] : [];
  }
  const { at, said } = expected;
  const text = context.sentence('fact.expected_said', {
    at: inRegions(context, incident, at, brief(context, at)),
    said: context.withoutZone.when(said, at.date),
  });
  return [dueFact(context, term, at, text, 'fact.expected_passed')];
}

/** The promise of the next update that stands, or that is overdue. */
function nextFact(context: LocaleContext, incident: Incident): readonly Fact[] {
  const promise = promiseOf(incident);
  if (promise === undefined) return [];
  const text = inRegions(context, incident, promise, brief(context, promise));
  return [dueFact(context, context.t('fact.next'), promise, text, 'fact.overdue')];
}

/** What was announced for a moment: once that has passed, with the words for it, now or as the page is read. */
function dueFact(
  context: LocaleContext,
  term: string,
  at: Moment,
  text: RichText,
  key: 'fact.overdue' | 'fact.expected_passed',
): Fact {
  const late = context.t(key);
  if (isOverdue(at, context.now.epoch))
    return { term, text: [{ text: `${late} ` }, ...text], alert: true, long: true };
  return { term, text, long: true, due: { at: new Date(deadlineOf(at)).toISOString(), late } };
}

/** How many of the promised updates came in time, with a sign for each, while more may come as of when; nothing where none is settled. */
function ledgerFact(context: LocaleContext, incident: Incident): readonly Fact[] {
  const promises = settledPromises(incident, context.now.epoch);
  if (promises.length === 0) return [];
  const counts = { kept: keptOf(promises), count: promises.length };
  return [
    {
      term: context.t('fact.promises'),
      text: isOpen(incident)
        ? context.sentence('promise.ledger_as_of', { ...counts, at: brief(context, context.now) })
        : plain(context.t('promise.ledger', counts)),
      ticks: runsOf(promises),
      ...(isOpen(incident) && { long: true }),
    },
  ];
}

const signs = { kept: '✓', missed: '✗' } as const;

function runsOf(promises: readonly SettledPromise[]): NonNullable<Fact['ticks']> {
  const runs: { outcome: SettledPromise['outcome']; signs: string }[] = [];
  for (const { outcome } of promises) {
    const last = runs.at(-1);
    if (last?.outcome === outcome) last.signs += signs[outcome];
    else runs.push({ outcome, signs: signs[outcome] });
  }
  return runs;
}

export function detailFacts(context: LocaleContext, incident: Incident): readonly Fact[] {
  const { t } = context;
  const { customers, dataLoss, cause } = incident;
  const first = timeToFirstWord(incident);
  const silence = longestGap(incident, context.now);
  const text = (term: string, words: string): Fact => ({ term, text: plain(words) });
  return [
    ...ledgerFact(context, incident),
    { term: t('fact.worst'), text: [], badge: stateBadge(context, worstState(incident)) },
    ...(customers === undefined
      ? []
      : [
          text(
            t('fact.customers'),
            customers.of === undefined
              ? t('fact.customers_affected', { count: customers.affected })
              : t('fact.customers_of', { affected: customers.affected, of: customers.of }),
          ),
        ]),
    ...(dataLoss === undefined
      ? []
      : [
          text(
            t('fact.data'),
            t(dataLoss === 'unknown' && !isOpen(incident) ? 'data.never_known' : `data.${dataLoss}`),
          ),
        ]),
    ...(cause === undefined
      ? []
      : [
          text(
            t('fact.cause'),
            cause.name === undefined
              ? t(`cause.${cause.party}`)
              : t('cause.named', { party: t(`cause.${cause.party}`), name: cause.name }),
          ),
        ]),
    ...(first === undefined ? [] : [{ term: t('fact.first_word'), text: context.duration(first) }]),
    ...(silence === undefined ? [] : [{ term: t('fact.silence'), text: silenceWords(context, silence) }]),
  ];
}

/** How long nothing was said; of a silence that lasts, as of when. */
function silenceWords(context: LocaleContext, { until, duration }: Gap): RichText {
  const words = context.duration(duration);
  return until === context.now
    ? context.sentence('fact.silence_lasting', { duration: words, at: brief(context, context.now) })
    : words;
}
