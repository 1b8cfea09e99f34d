import type { Apology, Commitment, Credit, Notice } from './notice.ts';
import { type Impact, type IncidentState, rankOf, type State, stateOfImpact, worst } from './status.ts';
import type { CivilDate, Day, Moment } from './values.ts';

/** In order: an earlier phase after a later one is a relapse. */
export const incidentPhases = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentPhase = (typeof incidentPhases)[number];

export const dataLosses = ['none', 'partial', 'unknown'] as const;
export const causeParties = ['own', 'supplier', 'external'] as const;

export interface Entry {
  readonly at: Moment;
  /** `t-20240302T0640-0400`, `t-20240302`, `t-20240302-2`; that of `was` where the time was corrected. */
  readonly anchor: string;
  readonly phase: IncidentPhase;
  /** States from here on, of the services that are named. */
  readonly services: Readonly<Record<string, IncidentState>>;
  /** Where it still holds from here on; as before where it says nothing. */
  readonly regions?: readonly string[];
  readonly next?: Moment;
  readonly expected?: Moment;
  /** When it really ended, of `resolved`, where that is before it was said. */
  readonly ended?: Moment;
  readonly sources: readonly string[];
  /** The channels that are told of it; by default all that want it, and none where the list is empty. */
  readonly notify?: readonly string[];
  readonly was?: Moment;
}

export interface Incident extends Notice {
  readonly kind: 'incident';
  readonly impact: Impact;
  readonly started: Moment;
  /** At least one, oldest first. */
  readonly timeline: readonly [Entry, ...Entry[]];
  readonly closed?: Moment;
  readonly customers?: { readonly affected: number; readonly of?: number };
  readonly dataLoss?: (typeof dataLosses)[number];
  readonly cause?: { readonly party: (typeof causeParties)[number]; readonly name?: string };
  readonly apology?: Apology;
  readonly credits: readonly Credit[];
  readonly commitments: readonly Commitment[];
}

/** An entry with what follows from the entries before it. */
export interface TimelineState {
  readonly entry: Entry;
  readonly states: ReadonlyMap<string, IncidentState>;
  /** Where it holds; everywhere where none is named. */
  readonly regions: readonly string[];
  /** It is worse than at the entry before, or an earlier phase. */
  readonly relapse: boolean;
  /** Whether anything has been better so far, so that what is worse is so again. */
  readonly improved: boolean;
  /** A relapse, not trouble that grows. */
  readonly again: boolean;
  /** A relapse after `resolved`: the incident is open again. */
  readonly reopens: boolean;
}

/** What of an incident says how it went. */
type Course = Pick<Incident, 'services' | 'regions' | 'impact' | 'timeline'>;

/** They are asked for at each entry: reckoned once for an incident, the work grows with its length, not its square. */
const reckoned = new WeakMap<Course, readonly TimelineState[]>();

/** The timeline with the state of each service at each entry, oldest first; it keeps it until an entry says otherwise. */
export function timelineStatesOf(incident: Course): readonly TimelineState[] {
  const known = reckoned.get(incident);
  if (known !== undefined) return known;
  const steps: TimelineState[] = [];
  let before: TimelineState | undefined;
  for (const entry of incident.timeline) {
    const step = stepAfter(incident, before, entry);
    steps.push(step);
    before = step;
  }
  reckoned.set(incident, steps);
  return steps;
}

function stepAfter(incident: Course, before: TimelineState | undefined, entry: Entry): TimelineState {
  const afresh = before === undefined || before.entry.phase === 'resolved';
  const states = new Map<string, IncidentState>();
  if (!afresh) for (const [service, state] of before.states) states.set(service, state);
  else for (const service of incident.services) states.set(service, stateOfImpact[incident.impact]);
  for (const [service, state] of Object.entries(entry.services)) states.set(service, state);
  if (entry.phase === 'resolved') for (const service of states.keys()) states.set(service, 'operational');
  const earlier = before !== undefined && isEarlier(entry, before.entry);
  const relapse = before !== undefined && (earlier || isWorse(before.states, states));
  const improved = before !== undefined && (before.improved || isWorse(states, before.states));
  const again = relapse && (earlier || improved);
  const regions = entry.regions ?? before?.regions ?? incident.regions;
  return {
    entry,
    states,
    regions,
    relapse,
    improved,
    again,
    reopens: relapse && before?.entry.phase === 'resolved',
  };
}

type States = ReadonlyMap<string, IncidentState>;

const isEarlier = (entry: Entry, before: Entry): boolean =>
  incidentPhases.indexOf(entry.phase) < incidentPhases.indexOf(before.phase);

const rankIn = (states: States, service: string): number => rankOf(states.get(service) ?? 'operational');

/** Whether a service is worse than it was. */
const isWorse = (before: States, states: States): boolean =>
  [...states.keys()].some((service) => rankIn(states, service) > rankIn(before, service));

export const lastEntry = (incident: Incident): Entry => incident.timeline.at(-1) ?? incident.timeline[0];

/** Open until its last phase is `resolved`, or it is `closed`. */
export const isOpen = (incident: Incident): boolean =>
  lastEntry(incident).phase !== 'resolved' && incident.closed === undefined;

/** Its end is not known: no longer followed, and never resolved. */
export const isClosedUnresolved = (incident: Incident): boolean =>
  incident.closed !== undefined && lastEntry(incident).phase !== 'resolved';

/** When an entry puts an end to it: `ended`, else when that was said. */
export const endOf = ({ ended, at }: Entry): Moment => ended ?? at;

/** When it ended for good; a word after the end, a report say, moves nothing. */
export const resolvedAt = (incident: Incident): Moment | undefined => outagesOf(incident).at(-1)?.until;

/** The states in force, of an open incident; those of one that is over no longer count. */
export function statesNow(incident: Incident): ReadonlyMap<string, IncidentState> {
  return isOpen(incident) ? (timelineStatesOf(incident).at(-1)?.states ?? new Map()) : new Map();
}

/** Those that are in the worst state first; of equals, in the order given. */
export const worstFirst = (incidents: readonly Incident[]): readonly Incident[] => {
  const ranks = new Map(incidents.map((one) => [one, rankOf(worst(statesNow(one).values()))]));
  return incidents.toSorted((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
};

/** Whether it was resolved and is open again. */
export const isReopened = (incident: Incident): boolean =>
  isOpen(incident) && incident.timeline.some(({ phase }) => phase === 'resolved');

/** Whether it is open and holds in a region; an incident that names no region holds in each. */
export function holdsIn(incident: Incident, region: string): boolean {
  if (!isOpen(incident)) return false;
  const regions = timelineStatesOf(incident).at(-1)?.regions ?? incident.regions;
  return regions.length === 0 || regions.includes(region);
}

/** Every region that the incident names, at its head or in an entry; none where it holds or held everywhere. */
export const regionsOf = ({ regions, timeline }: Incident): readonly string[] =>
  regions.length === 0 ? [] : [...new Set([...regions, ...timeline.flatMap((entry) => entry.regions ?? [])])];

/** Every service that the incident names, at its head or in an entry. */
export function servicesOf(incident: Incident): readonly string[] {
  const all = new Set(incident.services);
  for (const entry of incident.timeline) for (const service of Object.keys(entry.services)) all.add(service);
  return [...all];
}

/** The worst state that any service had. */
export const worstState = (incident: Incident): State =>
  worst(timelineStatesOf(incident).flatMap((step) => [...step.states.values()]));

/** Time in trouble: to the minute where every end is an instant, else in days. */
export type Duration =
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'days'; readonly days: number };

/** Whether nothing can be said of it: it began and ended on one day, at no known hour. */
export const isNothing = (duration: Duration): boolean => duration.kind === 'days' && duration.days === 0;

/** A stretch from the start or a reopening to `resolved`; without end, it lasts. */
interface Outage {
  readonly from: Moment;
  readonly until?: Moment;
}

function outagesOf(incident: Incident): readonly Outage[] {
  const outages: Outage[] = [];
  let from: Moment | undefined = incident.started;
  for (const entry of incident.timeline) {
    if (entry.phase === 'resolved') {
      if (from !== undefined) outages.push({ from, until: endOf(entry) });
      from = undefined;
    } else from ??= entry.at;
  }
  if (from !== undefined) outages.push({ from });
  return outages;
}

/** From the first day to the last, which is not in it: a year runs to January 1 of the next. */
interface Period {
  readonly from: Day;
  readonly until: Day;
}

/**
 * The sum of its troubles once it is over, or of what of them lies within a period; nothing while it is open or when its
 * end is not known.
 */
export function durationOf(incident: Incident, within?: Period): Duration | undefined {
  const ended: { from: Moment; until: Moment }[] = [];
  for (const { from, until } of outagesOf(incident)) {
    if (until === undefined) return undefined;
    ended.push({ from, until });
  }
  const spans = ended.map(({ from, until }) => spanOf(from, until, within));
  if (spans.every((span) => span.kind === 'time')) {
    return { kind: 'time', ms: spans.reduce((sum, { ms }) => sum + ms, 0) };
  }
  return { kind: 'days', days: ended.reduce((sum, { from, until }) => sum + daysOf(from, until, within), 0) };
}

/** From one moment to a later one, or what of it lies within a period: to the minute between instants, else in days. */
export function spanOf(from: Moment, until: Moment, within?: Period): Duration {
  if (from.kind === 'day' || until.kind === 'day') return { kind: 'days', days: daysOf(from, until, within) };
  const begin = Math.max(from.epoch, within?.from.start ?? from.epoch);
  const end = Math.min(until.epoch, within?.until.start ?? until.epoch);
  return { kind: 'time', ms: Math.max(0, end - begin) };
}

function daysOf({ date: from }: Moment, { date: until }: Moment, within?: Period): number {
  const begin = within !== undefined && within.from.date > from ? within.from.date : from;
  const end = within !== undefined && within.until.date < until ? within.until.date : until;
  return Math.max(0, daysBetween(begin, end));
}

/** From one civil date to another: 3 from August 15 to August 18. */
export const daysBetween = (from: CivilDate, until: CivilDate): number =>
  Math.round((Date.parse(`${until}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);

/** The promise of the next update that stands: also after the end, never once it is closed. */
export const promiseOf = (incident: Incident): Moment | undefined =>
  incident.closed === undefined ? lastEntry(incident).next : undefined;
