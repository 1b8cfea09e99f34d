import { longestGap, timeToFirstWord } from '../../model/gaps.ts';
import {
  durationOf,
  type Incident,
  isClosedUnresolved,
  isOpen,
  isOverdue,
  promiseOf,
  resolvedAt,
  servicesOf,
} from '../../model/incident.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import { deadlineOf, type Moment } from '../../model/values.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { joined, plain, type RichText } from '../context/rich-text.ts';
import { regionLinks, serviceLinks } from './notice.ts';

export interface Fact {
  readonly term: string;
  readonly text: RichText;
  /** A fact that asks for attention: an overdue promise. */
  readonly alert?: boolean;
  /** When it will ask for attention, should the page stay as it is, with the word for that. */
  readonly due?: { readonly at: string; readonly late: string };
}

/** What a reader asks first: what, where, since when, and when the next word comes. */
export function mainFacts(context: LocaleContext, incident: Incident): readonly Fact[] {
  const { t } = context;
  const services = servicesOf(incident);
  const end = resolvedAt(incident);
  const duration = durationOf(incident);
  const regions = incident.regions;
  return [
    { term: t('fact.services', { count: services.length }), text: serviceLinks(context, services) },
    ...(regions.length === 0
      ? []
      : [{ term: t('fact.regions', { count: regions.length }), text: regionLinks(context, regions) }]),
    {
      term: t(isOpen(incident) ? 'fact.since' : 'fact.started'),
      text: inRegions(
        context,
        incident,
        incident.started,
        isOpen(incident) ? brief(context, incident.started) : context.at(incident.started, 'label'),
      ),
    },
    ...(end === undefined
      ? []
      : [{ term: t('fact.ended'), text: inRegions(context, incident, end, context.at(end, 'label')) }]),
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
    ' · ',
  );
}

/** The promise of the next update that stands, or that is overdue. */
export function nextFact(context: LocaleContext, incident: Incident): readonly Fact[] {
  const promise = promiseOf(incident);
  if (promise === undefined) return [];
  if (!isOverdue(promise, context.now.epoch)) {
    const text = inRegions(context, incident, promise, brief(context, promise));
    const due = { at: new Date(deadlineOf(promise)).toISOString(), late: context.t('fact.late') };
    return [{ term: context.t('fact.next'), text, due }];
  }
  const text = context.sentence('fact.overdue', {
    at: context.until(promise, `${context.now.date.slice(0, 4)}`),
  });
  return [{ term: context.t('fact.next'), text, alert: true }];
}

export function detailFacts(context: LocaleContext, incident: Incident): readonly Fact[] {
  const { t } = context;
  const { customers, dataLoss, cause } = incident;
  const first = timeToFirstWord(incident);
  const silence = longestGap(incident);
  const text = (term: string, words: string): Fact => ({ term, text: plain(words) });
  return [
    text(t('fact.impact'), t(`impact.${incident.impact}`)),
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
    ...(dataLoss === undefined ? [] : [text(t('fact.data'), t(`data.${dataLoss}`))]),
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
    ...(silence === undefined ? [] : [{ term: t('fact.silence'), text: context.duration(silence.duration) }]),
  ];
}
