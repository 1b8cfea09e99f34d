import { type CommitmentStatus, commitmentsOf } from './commitment.ts';
import { type CreditStatus, creditsOf } from './credit.ts';
import { endOf, type Incident, isOpen, regionsOf, servicesOf, worstFirst } from './incident.ts';
import { isAhead, isCalledOff, isUnderWay, type Maintenance } from './maintenance.ts';
import { type Region, regionStates, type Service, type Site, serviceStates } from './site.ts';
import { type State, worst } from './status.ts';
import { type Instant, type Moment, startOf } from './values.ts';

export type AnyNotice = Incident | Maintenance;

/** What concerns one service, one region or one year, newest first. */
export interface NoticeGroup {
  readonly incidents: Incident[];
  readonly maintenance: Maintenance[];
  /** Both kinds together. */
  readonly notices: AnyNotice[];
}

interface Neighbours {
  readonly previous?: Incident;
  readonly next?: Incident;
}

/** Everything that pages ask of the whole site, gathered in one pass. */
export interface SiteIndex {
  readonly services: ReadonlyMap<string, Service>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly states: ReadonlyMap<string, State>;
  readonly state: State;
  readonly regionStates: ReadonlyMap<string, State>;
  /** The worst state first, then the newest start. */
  readonly open: readonly Incident[];
  readonly over: readonly Incident[];
  readonly underWay: readonly Maintenance[];
  /** The next window first. */
  readonly ahead: readonly Maintenance[];
  /** Cancelled, but not out of readers' minds, the next window first. */
  readonly calledOff: readonly Maintenance[];
  /** None of these, latest window first. */
  readonly past: readonly Maintenance[];
  /** Newest first. */
  readonly notices: readonly AnyNotice[];
  /** The ids of those that have a social card of their own: drawing one takes longer than all the rest of a page. */
  readonly withCard: ReadonlySet<string>;
  readonly byService: ReadonlyMap<string, NoticeGroup>;
  /** A notice that names no region concerns all of them. */
  readonly byRegion: ReadonlyMap<string, NoticeGroup>;
  /** By `2019`, the newest year first; in each year that it lasted into. */
  readonly byYear: ReadonlyMap<string, NoticeGroup>;
  readonly neighbours: ReadonlyMap<string, Neighbours>;
  /** Newest apology first. */
  readonly apologies: readonly Incident[];
  readonly commitments: readonly CommitmentStatus[];
  readonly credits: readonly CreditStatus[];
}

/** When a notice begins: the start of the incident, or of the window. */
export const beginning = (notice: AnyNotice): Moment =>
  notice.kind === 'incident' ? notice.started : notice.from;

/** Whether more is to be expected of it at `now`, so that what is said of it is said as of then. */
export const goesOn = (notice: AnyNotice, now: number): boolean =>
  notice.kind === 'incident' ? isOpen(notice) : isUnderWay(notice, now) || isAhead(notice, now);

/** The services that a notice names anywhere. */
export const concerned = (notice: AnyNotice): readonly string[] =>
  notice.kind === 'incident' ? servicesOf(notice) : notice.services;

/** The regions that a notice names anywhere; none where it concerns all of them. */
export const concernedRegions = (notice: AnyNotice): readonly string[] =>
  notice.kind === 'incident' ? regionsOf(notice) : notice.regions;

/** How many of the newest notices have a card; older ones are rarely shared, and show that of the site. */
const newest = 20;

/** Gathers the index of a site at `present`. */
export function siteIndexOf(site: Site, present: Instant): SiteIndex {
  const now = present.epoch;
  const states = serviceStates(site, now);
  const notices = newestFirst([...site.incidents, ...site.maintenance]);
  const byService = new Map(site.services.map(({ id }) => [id, emptyGroup()]));
  const byRegion = new Map(site.regions.map(({ id }) => [id, emptyGroup()]));
  const byYear = new Map<string, NoticeGroup>();
  for (const notice of notices) {
    for (const id of concerned(notice)) put(byService, id, notice);
    const regions = concernedRegions(notice);
    for (const id of regions.length > 0 ? regions : byRegion.keys()) put(byRegion, id, notice);
    for (const year of yearsOf(notice, present)) put(byYear, year, notice);
  }
  const soonest = site.maintenance.toReversed();
  const underWay = soonest.filter((one) => isUnderWay(one, now));
  const ahead = soonest.filter((one) => isAhead(one, now));
  const calledOff = soonest.filter((one) => isCalledOff(one, now));
  const current = new Set([...underWay, ...ahead, ...calledOff]);
  const apologies = site.incidents.filter((incident) => incident.apology !== undefined);
  return {
    services: new Map(site.services.map((service) => [service.id, service])),
    regions: new Map(site.regions.map((region) => [region.id, region])),
    states,
    state: worst(states.values()),
    regionStates: regionStates(site, now),
    open: worstFirst(site.incidents.filter(isOpen)),
    over: site.incidents.filter((incident) => !isOpen(incident)),
    underWay,
    ahead,
    calledOff,
    past: site.maintenance.filter((one) => !current.has(one)),
    notices,
    withCard: new Set([...notices.slice(0, newest), ...site.incidents.filter(isOpen)].map(({ id }) => id)),
    byService,
    byRegion,
    byYear: new Map([...byYear].sort(([a], [b]) => Number(b) - Number(a))),
    neighbours: neighboursOf(site.incidents),
    apologies: apologies.sort((a, b) => startOf(apologyTime(b)) - startOf(apologyTime(a))),
    commitments: commitmentsOf(site.incidents, now),
    credits: creditsOf(site.incidents, now),
  };
}

/** The years in which it began, was told of, and ended; of one that is open, the present year too. */
function yearsOf(notice: AnyNotice, present: Instant): ReadonlySet<string> {
  const moments: readonly Moment[] =
    notice.kind === 'maintenance'
      ? [notice.from, notice.until]
      : [notice.started, ...notice.timeline.map(endOf), ...(isOpen(notice) ? [present] : [])];
  return new Set(moments.map(({ date }) => date.slice(0, 4)));
}

const apologyTime = (incident: Incident): Moment => incident.apology?.at ?? incident.started;

/** Stable: notices that begin together keep the order of the site. */
const newestFirst = (notices: readonly AnyNotice[]): readonly AnyNotice[] =>
  notices.toSorted((a, b) => startOf(beginning(b)) - startOf(beginning(a)));

const emptyGroup = (): NoticeGroup => ({ incidents: [], maintenance: [], notices: [] });

function put(groups: Map<string, NoticeGroup>, key: string, notice: AnyNotice): void {
  let group = groups.get(key);
  if (group === undefined) {
    group = emptyGroup();
    groups.set(key, group);
  }
  group.notices.push(notice);
  if (notice.kind === 'incident') group.incidents.push(notice);
  else group.maintenance.push(notice);
}

function neighboursOf(newest: readonly Incident[]): ReadonlyMap<string, Neighbours> {
  const neighbours = new Map<string, Neighbours>();
  newest.forEach((incident, index) => {
    const previous = newest[index + 1];
    const next = newest[index - 1];
    neighbours.set(incident.id, { ...(previous && { previous }), ...(next && { next }) });
  });
  return neighbours;
}
