import type { Incident } from '../../model/incident.ts';
import { isOpen, servicesOf } from '../../model/incident.ts';
import { type Region, servicesInUse } from '../../model/site.ts';
import { beginning } from '../../model/site-index.ts';
import { listPath, noticePath, servicePath } from '../../model/urls.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { serviceNames, titleOf } from '../context/names.ts';
import type { RichText } from '../context/rich-text.ts';
import { type Badge, incidentBadge, stateBadge, stateWord } from './badge.ts';
import { brief, type Fact, inRegions, nextFact } from './fact-list.ts';
import { type Row, regionLinks, rowOf, serviceLinks } from './notice.ts';

/** The state of the site in a sentence: its worst services by name, or how many they are. */
export function headline(context: LocaleContext): string {
  const { siteIndex, t } = context;
  if (siteIndex.state === 'operational') {
    return siteIndex.open.length > 0 ? t('headline.watching') : t('headline.operational');
  }
  const affected = [...siteIndex.states].filter(([, state]) => state === siteIndex.state).map(([id]) => id);
  const state = stateWord(context, siteIndex.state);
  const lower = state.charAt(0).toLowerCase() + state.slice(1);
  if (affected.length <= 2) {
    return t('headline.named', { services: context.list(serviceNames(context, affected)), state: lower });
  }
  return t('headline.counted', { count: affected.length, state: lower });
}

/** The shape of the site's state; of one that is still being watched, that of watching. */
export const siteBadge = (context: LocaleContext): Badge => {
  const { siteIndex, t } = context;
  const watching = siteIndex.state === 'operational' && siteIndex.open.length > 0;
  return watching ? { mark: 'watching', word: t('phase.monitoring') } : stateBadge(context, siteIndex.state);
};

/** An open incident as the home and the root show it. */
export interface OpenView {
  readonly href: string;
  readonly title: string;
  readonly badge: Badge;
  readonly summary?: string;
  readonly facts: readonly Fact[];
}

export function openView(context: LocaleContext, incident: Incident): OpenView {
  const { t, locale } = context;
  const services = servicesOf(incident);
  const summary = incident.words[locale]?.summary;
  return {
    href: context.href(noticePath(incident, locale)),
    title: titleOf(context, incident),
    badge: incidentBadge(context, incident),
    ...(summary === undefined ? {} : { summary }),
    facts: [
      { term: t('fact.services', { count: services.length }), text: serviceLinks(context, services) },
      ...(incident.regions.length === 0
        ? []
        : [
            {
              term: t('fact.regions', { count: incident.regions.length }),
              text: regionLinks(context, incident.regions),
            },
          ]),
      {
        term: t('fact.since'),
        text: inRegions(context, incident, incident.started, brief(context, incident.started)),
      },
      ...nextFact(context, incident),
    ],
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
  const { site, siteIndex, text } = context;
  const members = new Map<string | undefined, GroupView['services'][number][]>();
  for (const service of servicesInUse(site)) {
    const view = {
      link: { href: context.href(servicePath(service, context.locale)), text: text(service.name) },
      badge: stateBadge(context, siteIndex.states.get(service.id) ?? 'operational'),
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

/** Maintenance that is under way, then what is ahead. */
export const aheadRows = (context: LocaleContext): readonly Row[] =>
  [...context.siteIndex.underWay, ...context.siteIndex.ahead].map((one) =>
    rowOf(context, one, context.range(one.from, one.until)),
  );

/** The last notices that are over, for the home. */
export function recentRows(context: LocaleContext, count: number): readonly Row[] {
  const { over } = context.siteIndex;
  return over.slice(0, count).map((one) => rowOf(context, one, context.date(one.started.date)));
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
