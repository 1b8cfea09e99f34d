import type { Incident } from '../../model/incident.ts';
import { isOpen, isReopened } from '../../model/incident.ts';
import type { Maintenance } from '../../model/maintenance.ts';
import { keptOf, settledSince } from '../../model/promise-ledger.ts';
import { type Region, servicesInUse } from '../../model/site.ts';
import { beginning } from '../../model/site-index.ts';
import { rankOf } from '../../model/status.ts';
import { listPath, noticePath, servicePath } from '../../model/urls.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { serviceNames } from '../context/names.ts';
import type { RichText } from '../context/rich-text.ts';
import { type Badge, clocked, incidentBadge, serviceBadge, stateBadge, stateWord } from './badge.ts';
import { type Fact, nextFacts, placeFacts } from './fact-list.ts';
import { type LastWord, lastWord } from './last-word.ts';
import { type Row, rowOf } from './notice.ts';

/** With more services than this in one state, the headline counts them. */
const named = 3;

/** The state of the site in a sentence. */
export const headline = (context: LocaleContext): string =>
  headlines(context).join(context.t('headline.and'));

/** The state of the site, a line for each: every service in trouble by its state, the worst first. */
export function headlines(context: LocaleContext): readonly string[] {
  const { siteIndex, t } = context;
  if (siteIndex.state === 'operational') {
    return [t(siteIndex.open.length > 0 ? 'headline.watching' : 'headline.operational')];
  }
  const byState = Map.groupBy([...siteIndex.states], ([, state]) => state);
  return [...byState]
    .filter(([state]) => state !== 'operational')
    .sort(([a], [b]) => rankOf(b) - rankOf(a))
    .map(([state, services]) => {
      const ids = services.map(([id]) => id);
      const word = stateWord(context, state);
      return ids.length > named
        ? t('headline.counted', { count: ids.length, state: word })
        : t('headline.named', { services: context.list(serviceNames(context, ids)), state: word });
    });
}

/** The shape of the site's state; of one that is still being watched, that of watching. */
export const siteBadge = (context: LocaleContext): Badge => {
  const { siteIndex, now, t } = context;
  const watching = siteIndex.state === 'operational' && siteIndex.open.length > 0;
  const badge: Badge = watching
    ? { mark: 'watching', word: t('phase.monitoring') }
    : stateBadge(context, siteIndex.state);
  return clocked(context, badge, [...siteIndex.underWay, ...siteIndex.ahead], now.epoch);
};

/** An open incident as the home and the root show it. */
export interface OpenView {
  readonly href: string;
  readonly title: string;
  readonly badge: Badge;
  /** That it was over, and is not. */
  readonly reopened?: string;
  readonly last: LastWord;
  /** When it will be over and when the next word comes; then the rest. */
  readonly facts: readonly Fact[];
  readonly more: readonly Fact[];
}

/** More than this many at once are shown in short: the states of the services must not be far below. */
export const inFull = 2;

export const openViews = (context: LocaleContext, incidents: readonly Incident[]): readonly OpenView[] =>
  incidents.map((incident) => openView(context, incident, incidents.length > inFull));

function openView(context: LocaleContext, incident: Incident, short: boolean): OpenView {
  const { text, ...last } = lastWord(context, incident);
  return {
    href: context.href(noticePath(incident, context.locale)),
    title: context.titles.ofNotice(incident),
    badge: incidentBadge(context, incident),
    ...(isReopened(incident) ? { reopened: context.t('entry.reopened') } : {}),
    last: { ...last, ...(text === undefined || short ? {} : { text }) },
    facts: nextFacts(context, incident),
    more: short ? [] : placeFacts(context, incident),
  };
}

/** The worst state of what is open in the region, or under way; a place is not in service or out of it. */
export function regionBadge(context: LocaleContext, { id }: Region): Badge {
  const state = context.siteIndex.regionStates.get(id) ?? 'operational';
  const badge = stateBadge(context, state);
  return state === 'operational' ? { ...badge, word: context.t('region.quiet') } : badge;
}

export interface GroupView {
  readonly name?: string;
  readonly services: readonly {
    readonly link: Anchor;
    readonly badge: Badge;
    readonly description?: string;
  }[];
}

/** The services by group, in the order of `site.yml`; those without a group first. */
export function groupsView(context: LocaleContext): readonly GroupView[] {
  const { site, text } = context;
  const members = new Map<string | undefined, GroupView['services'][number][]>();
  for (const service of servicesInUse(site)) {
    const view = {
      link: { href: context.href(servicePath(service, context.locale)), text: text(service.name) },
      badge: serviceBadge(context, service.id),
      ...(service.description ? { description: text(service.description) } : {}),
    };
    members.set(service.group, [...(members.get(service.group) ?? []), view]);
  }
  const alone = members.get(undefined);
  return [
    ...(alone ? [{ services: alone }] : []),
    ...site.groups.flatMap(({ id, name }) => {
      const services = members.get(id);
      return services === undefined ? [] : [{ name: text(name), services }];
    }),
  ];
}

/** Maintenance that readers may expect: under way, then the next window first; after what will be, what was called off. */
export const expectedWork = ({ siteIndex }: LocaleContext): readonly Maintenance[] => [
  ...siteIndex.underWay,
  ...siteIndex.ahead,
  ...siteIndex.calledOff,
];

export const aheadRows = (context: LocaleContext): readonly Row[] =>
  expectedWork(context).map((one) => rowOf(context, one));

/** The last notices that are over, for the home. */
export function recentRows(context: LocaleContext, count: number): readonly Row[] {
  const { over } = context.siteIndex;
  return over.slice(0, count).map((one) => rowOf(context, one));
}

/** On a quiet day, how many of the updates promised in the last year came in time; nothing where none was promised. */
export function quietLedger(context: LocaleContext): string | undefined {
  const now = context.now.epoch;
  const promises = settledSince(context.site.incidents, now - 365 * 86_400_000, now);
  if (context.siteIndex.open.length > 0 || promises.length === 0) return undefined;
  return context.t('home.ledger', { kept: keptOf(promises), count: promises.length });
}

/** On a quiet day, when the last notice was. */
export function quietSentence(context: LocaleContext): RichText | undefined {
  const last = context.siteIndex.notices.find((notice) => notice.kind === 'incident' && !isOpen(notice));
  if (context.siteIndex.open.length > 0) return undefined;
  if (last === undefined) return [{ text: context.t('home.never') }];
  return context.sentence('home.last', { date: context.date(beginning(last).date) });
}

export const allIncidents = (context: LocaleContext): Anchor => ({
  href: context.href(listPath('incidents', context.locale)),
  text: context.t('home.all_incidents'),
});
