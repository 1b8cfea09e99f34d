import { type Incident, lastEntry } from './incident.ts';
import { announcementsOf, type Outcome } from './promise.ts';
import { deadlineOf, type Moment } from './values.ts';

/** A promised update that came in time, or did not. */
export interface SettledPromise {
  readonly at: Moment;
  readonly outcome: Exclude<Outcome, 'pending'>;
}

/** Every promised update of an incident of which the outcome is known at `now` (epoch milliseconds), oldest first. */
export function settledPromises(incident: Incident, now: number): readonly SettledPromise[] {
  const announcements = announcementsOf(incident, now);
  return incident.timeline.flatMap(({ anchor }) => {
    const { at, outcome } = announcements.get(anchor)?.next ?? {};
    return at === undefined || outcome === undefined || outcome === 'pending' ? [] : [{ at, outcome }];
  });
}

/** The same of all these incidents, of what fell due after `since` (both in epoch milliseconds). */
export const settledSince = (
  incidents: readonly Incident[],
  since: number,
  now: number,
): readonly SettledPromise[] =>
  incidents
    .filter((incident) => deadlineOf(lastEntry(incident).next ?? lastEntry(incident).at) > since)
    .flatMap((incident) => settledPromises(incident, now))
    .filter(({ at }) => deadlineOf(at) > since);

export const keptOf = (promises: readonly SettledPromise[]): number =>
  promises.filter(({ outcome }) => outcome === 'kept').length;
