import { endOf, type Incident, isOpen, timelineStatesOf } from './incident.ts';
import { rankOf, type State, worse } from './status.ts';
import { type CivilDate, deadlineOf, startOf } from './values.ts';

/** A service in one state, from one instant to another (epoch milliseconds). */
export interface StateInterval {
  readonly service: string;
  readonly state: State;
  readonly from: number;
  readonly until: number;
}

/** Whether its stretches can be measured: they begin and end at instants. */
export const isTimed = (incident: Incident): boolean =>
  [incident.started, ...incident.timeline.map(endOf)].every(({ kind }) => kind === 'instant');

/**
 * The stretches of trouble of each service, in order of time, equal neighbours joined; to `now` (epoch milliseconds)
 * while it is open. Entries of a day without hours share that day equally. What came after the last word on an
 * incident whose end is not known is no stretch.
 */
export function stateIntervalsOf(incident: Incident, now: number): readonly StateInterval[] {
  const at = positions(incident);
  const steps = timelineStatesOf(incident);
  const last = steps.at(-1)?.entry.at;
  const end = isOpen(incident) ? now : last === undefined ? 0 : deadlineOf(last);
  const running = new Map<string, { service: string; state: State; from: number; until: number }>();
  const intervals: { service: string; state: State; from: number; until: number }[] = [];
  steps.forEach(({ states }, index) => {
    const from = index === 0 ? Math.min(startOf(incident.started), at[0] ?? 0) : (at[index] ?? 0);
    const until = Math.max(from, at[index + 1] ?? end);
    for (const [service, state] of states) {
      const before = running.get(service);
      if (before?.state === state && before.until === from) before.until = until;
      else if (state !== 'operational' && until > from) {
        const interval = { service, state, from, until };
        running.set(service, interval);
        intervals.push(interval);
      }
    }
  });
  return intervals;
}

function positions({ timeline }: Incident): readonly number[] {
  const ofDay = new Map<CivilDate, number>();
  const moments = timeline.map(endOf);
  for (const at of moments) if (at.kind === 'day') ofDay.set(at.date, (ofDay.get(at.date) ?? 0) + 1);
  const seen = new Map<CivilDate, number>();
  return moments.map((at) => {
    if (at.kind === 'instant') return at.epoch;
    const nth = seen.get(at.date) ?? 0;
    seen.set(at.date, nth + 1);
    return at.start + ((at.end - at.start) * nth) / (ofDay.get(at.date) ?? 1);
  });
}

/** The worst state of a service on each civil day that has any, from stretches; `dateOf` is the zone's calendar. */
export function worstByDay(
  intervals: readonly StateInterval[],
  dateOf: (epoch: number) => CivilDate,
): ReadonlyMap<CivilDate, State> {
  const days = new Map<CivilDate, State>();
  for (const { state, from, until } of intervals) {
    const last = dateOf(Math.max(from, until - 1));
    for (let date = dateOf(from); date <= last; date = dayAfter(date)) {
      days.set(date, worse(days.get(date) ?? state, state));
    }
  }
  return days;
}

const daysFrom = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const dayAfter = (date: CivilDate): CivilDate => daysFrom(date, 1);
export const dayBefore = (date: CivilDate): CivilDate => daysFrom(date, -1);

/** How long a service was in each state, the worst first (milliseconds). */
export function timeByState(intervals: readonly StateInterval[]): readonly (readonly [State, number])[] {
  const sums = new Map<State, number>();
  for (const { state, from, until } of intervals) sums.set(state, (sums.get(state) ?? 0) + until - from);
  return [...sums].sort(([a], [b]) => rankOf(b) - rankOf(a));
}
