import type { Apology, Commitment, Credit, Notice } from './notice.ts';
import { type Impact, type IncidentState, rankOf, type State, stateOfImpact, worst } from './status.ts';
import { type CivilDate, type Day, deadlineOf, type Moment, startOf } from './values.ts';

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
  readonly next?: Moment;
  readonly expected?: Moment;
  readonly sources: readonly string[];
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

/** What became of a promise or of an expected end. */
export type Outcome = 'pending' | 'kept' | 'missed';

/** An entry with what follows from the entries before it. */
export interface TimelineState {
  readonly entry: Entry;
  readonly states: ReadonlyMap<string, IncidentState>;
  readonly relapse: boolean;
  /** A relapse after `resolved`: the incident is open again. */
  readonly reopens: boolean;
}

/** The timeline with the state of each service at each entry, oldest first (contract 1.3). */
export function timelineStatesOf(incident: Incident): readonly TimelineState[] {
  const steps: TimelineState[] = [];
  let before: TimelineState | undefined;
  for (const entry of incident.timeline) {
    const step = stepAfter(incident, before, entry);
    steps.push(step);
    before = step;
  }
  return steps;
}

function stepAfter(incident: Incident, before: TimelineState | undefined, entry: Entry): TimelineState {
  const afresh = before === undefined || before.entry.phase === 'resolved';
  const states = new Map<string, IncidentState>();
  if (!afresh) for (const [service, state] of before.states) states.set(service, state);
  else for (const service of incident.services) states.set(service, stateOfImpact[incident.impact]);
  for (const [service, state] of Object.entries(entry.services)) states.set(service, state);
  if (entry.phase === 'resolved') for (const service of states.keys()) states.set(service, 'operational');
  const relapse = before !== undefined && isRelapse(before, entry, states);
  return { entry, states, relapse, reopens: relapse && before?.entry.phase === 'resolved' };
}

function isRelapse(before: TimelineState, entry: Entry, states: ReadonlyMap<string, IncidentState>): boolean {
  const earlier = incidentPhases.indexOf(entry.phase) < incidentPhases.indexOf(before.entry.phase);
  if (earlier) return true;
  for (const [service, state] of states) {
    if (rankOf(state) > rankOf(before.states.get(service) ?? 'operational')) return true;
  }
  return false;
}

export const lastEntry = (incident: Incident): Entry => incident.timeline.at(-1) ?? incident.timeline[0];

/** Open until its last phase is `resolved`, or it is `closed`. */
export const isOpen = (incident: Incident): boolean =>
  lastEntry(incident).phase !== 'resolved' && incident.closed === undefined;

/** Its end is not known: no longer followed, and never resolved. */
export const isClosedUnresolved = (incident: Incident): boolean =>
  incident.closed !== undefined && lastEntry(incident).phase !== 'resolved';

/** When it was resolved for good. */
export const resolvedAt = (incident: Incident): Moment | undefined =>
  lastEntry(incident).phase === 'resolved' ? lastEntry(incident).at : undefined;

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

/** A stretch from the start or a reopening to `resolved`; without end, it lasts. */
export interface Outage {
  readonly from: Moment;
  readonly until?: Moment;
}

export function outagesOf(incident: Incident): readonly Outage[] {
  const outages: Outage[] = [];
  let from: Moment | undefined = incident.started;
  for (const entry of incident.timeline) {
    if (entry.phase === 'resolved') {
      if (from !== undefined) outages.push({ from, until: entry.at });
      from = undefined;
    } else from ??= entry.at;
  }
  if (from !== undefined) outages.push({ from });
  return outages;
}

/** The sum of its troubles once it is over; nothing while it is open or when its end is not known. */
export function durationOf(incident: Incident): Duration | undefined {
  const ended: { from: Moment; until: Moment }[] = [];
  for (const { from, until } of outagesOf(incident)) {
    if (until === undefined) return undefined;
    ended.push({ from, until });
  }
  const spans = ended.map(({ from, until }) => spanOf(from, until));
  if (spans.every((span) => span.kind === 'time')) {
    return { kind: 'time', ms: spans.reduce((sum, { ms }) => sum + ms, 0) };
  }
  return {
    kind: 'days',
    days: ended.reduce((sum, { from, until }) => sum + daysBetween(from.date, until.date), 0),
  };
}

/** The part of that duration from the beginning of one day to that of another, say of a year to that of the next. */
export function durationWithin(incident: Incident, first: Day, next: Day): Duration | undefined {
  const whole = durationOf(incident);
  if (whole === undefined) return undefined;
  const ended = outagesOf(incident).flatMap(({ from, until }) =>
    until === undefined ? [] : [{ from, until }],
  );
  if (whole.kind === 'time') {
    const spans = ended.map(({ from, until }) =>
      overlap(startOf(from), startOf(until), first.start, next.start),
    );
    return { kind: 'time', ms: spans.reduce((sum, ms) => sum + ms, 0) };
  }
  const days = ended.map(({ from, until }) =>
    overlap(dayNumber(from.date), dayNumber(until.date), dayNumber(first.date), dayNumber(next.date)),
  );
  return { kind: 'days', days: days.reduce((sum, count) => sum + count, 0) };
}

const overlap = (from: number, until: number, first: number, next: number): number =>
  Math.max(0, Math.min(until, next) - Math.max(from, first));

/** From one moment to a later one: to the minute between instants, else in days. */
export const spanOf = (from: Moment, until: Moment): Duration =>
  from.kind === 'instant' && until.kind === 'instant'
    ? { kind: 'time', ms: until.epoch - from.epoch }
    : { kind: 'days', days: daysBetween(from.date, until.date) };

/** From one civil date to another: 3 from August 15 to August 18. */
export const daysBetween = (from: CivilDate, until: CivilDate): number => dayNumber(until) - dayNumber(from);

/** Days since 1970-01-01. */
const dayNumber = (date: CivilDate): number => Date.parse(`${date}T00:00Z`) / 86_400_000;

/** The promise of the next update that stands, while the incident is open. */
export const promiseOf = (incident: Incident): Moment | undefined =>
  isOpen(incident) ? lastEntry(incident).next : undefined;

/** Past its time, at `now` (epoch milliseconds). */
export const isOverdue = (deadline: Moment, now: number): boolean => deadlineOf(deadline) < now;
