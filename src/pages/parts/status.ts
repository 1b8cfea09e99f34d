import type { Incident } from '../../model/incident.ts';
import { isOpen, servicesOf } from '../../model/incident.ts';
import { beginning } from '../../model/site-index.ts';
import { listPath, noticePath, servicePath } from '../../model/urls.ts';
import type { Anchor } from '../context/link.ts';
import type { Edition } from '../context/locale-context.ts';
import type { Line } from '../context/rich-text.ts';
import { type Badge, incidentBadge, stateBadge, stateWord } from './badge.ts';
import { brief, type Fact, inRegions, nextFact } from './fact-list.ts';
import { type Row, regionLinks, rowOf, serviceLinks, serviceNames, titleOf } from './notice.ts';

/** The state of the site in a sentence: its worst services by name, or how many they are. */
export function headline(edition: Edition): string {
  const { register, t } = edition;
  if (register.state === 'operational') {
    return register.open.length > 0 ? t('headline.watching') : t('headline.operational');
  }
  const worst = [...register.states].filter(([, state]) => state === register.state).map(([id]) => id);
  const state = stateWord(edition, register.state);
  const lower = state.charAt(0).toLowerCase() + state.slice(1);
  if (worst.length <= 2) {
    return t('headline.named', { services: edition.list(serviceNames(edition, worst)), state: lower });
  }
  return t('headline.counted', { count: worst.length, state: lower });
}

/** The shape of the site's state; of one that is still being watched, that of watching. */
export const siteBadge = (edition: Edition): Badge => {
  const { register, t } = edition;
  const watching = register.state === 'operational' && register.open.length > 0;
  return watching ? { mark: 'watching', word: t('phase.monitoring') } : stateBadge(edition, register.state);
};

/** An open incident as the home and the door show it. */
export interface OpenView {
  readonly href: string;
  readonly title: string;
  readonly badge: Badge;
  readonly summary?: string;
  readonly facts: readonly Fact[];
}

export function openView(edition: Edition, incident: Incident): OpenView {
  const { t, locale } = edition;
  const services = servicesOf(incident);
  const summary = incident.words[locale]?.summary;
  return {
    href: edition.href(noticePath(incident, locale)),
    title: titleOf(edition, incident),
    badge: incidentBadge(edition, incident),
    ...(summary === undefined ? {} : { summary }),
    facts: [
      { term: t('fact.services', { count: services.length }), line: serviceLinks(edition, services) },
      ...(incident.regions.length === 0
        ? []
        : [
            {
              term: t('fact.regions', { count: incident.regions.length }),
              line: regionLinks(edition, incident.regions),
            },
          ]),
      {
        term: t('fact.since'),
        line: inRegions(edition, incident, incident.started, brief(edition, incident.started)),
      },
      ...nextFact(edition, incident),
    ],
  };
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
export function groupsView(edition: Edition): readonly GroupView[] {
  const { site, register, text } = edition;
  const members = new Map<string | undefined, GroupView['services'][number][]>();
  for (const service of site.services) {
    const view = {
      link: { href: edition.href(servicePath(service, edition.locale)), text: text(service.name) },
      badge: stateBadge(edition, register.states.get(service.id) ?? 'operational'),
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
export const aheadRows = (edition: Edition): readonly Row[] =>
  [...edition.register.underWay, ...edition.register.ahead].map((one) =>
    rowOf(edition, one, edition.range(one.from, one.until)),
  );

/** The last notices that are over, for the home. */
export function recentRows(edition: Edition, count: number): readonly Row[] {
  const { over } = edition.register;
  return over.slice(0, count).map((one) => rowOf(edition, one, edition.date(one.started.date)));
}

/** On a quiet day, when the last notice was. */
export function quietLine(edition: Edition): Line | undefined {
  const last = edition.register.notices.find((notice) => notice.kind === 'incident' && !isOpen(notice));
  if (edition.register.open.length > 0) return undefined;
  if (last === undefined) return [{ text: edition.t('home.never') }];
  return edition.line('home.last', { date: edition.date(beginning(last).date) });
}

export const allIncidents = (edition: Edition): Anchor => ({
  href: edition.href(listPath('incidents', edition.locale)),
  text: edition.t('home.all_incidents'),
});
