import { type Entry, endOf, type Incident, isOpen } from './incident.ts';
import { deadlineOf, isOverdue, type Moment, startOf } from './values.ts';

/** What became of a promise or of an expected end. */
export type Outcome = 'pending' | 'kept' | 'missed';

/** What became of a moment that was announced, and what settled it: the next update, or the end. */
export interface Announced {
  readonly at: Moment;
  readonly outcome: Outcome;
  readonly settledBy?: Moment;
}

/** An entry's promise of the next update and its expected end, as far as anything can be said of them. */
export interface Announcements {
  readonly next?: Announced;
  readonly expected?: Announced;
}

/**
 * What became of each promised update and each expected end, by the anchor of the entry that announced it, at `now`
 * (epoch milliseconds). A promise is kept by any later entry in time, also after the end; one of a `closed` incident is
 * not counted: nobody follows it any more. An expected end is missed as soon as trouble is reported after it.
 */
export function announcementsOf(incident: Incident, now: number): ReadonlyMap<string, Announcements> {
  const announcements = new Map<string, Announcements>();
  const open = isOpen(incident);
  const followed = incident.closed === undefined;
  let following: Entry | undefined;
  let ending: Entry | undefined;
  let lastTrouble: Entry | undefined;
  for (const entry of incident.timeline.toReversed()) {
    if (entry.phase === 'resolved') ending = entry;
    const next = entry.next && settle(entry.next, following, followed, now);
    const expected = entry.expected && settleEnd(entry.expected, ending, lastTrouble, open, now);
    if (next || expected)
      announcements.set(entry.anchor, { ...(next && { next }), ...(expected && { expected }) });
    following = entry;
    // Only trouble before the end that is looked for can disprove it.
    if (entry.phase === 'resolved') lastTrouble = undefined;
    else lastTrouble ??= entry;
  }
  return announcements;
}

/** A word is still in time this much after it was promised: publishing takes minutes. */
const grace = 5 * 60_000;

function settle(at: Moment, by: Entry | undefined, followed: boolean, now: number): Announced | undefined {
  if (by !== undefined) {
    const kept = isInTime(by.at, at) || startOf(by.at) <= deadlineOf(at) + grace;
    return { at, outcome: kept ? 'kept' : 'missed', settledBy: by.at };
  }
  if (!followed) return undefined;
  return { at, outcome: isOverdue(at, now) ? 'missed' : 'pending' };
}

function settleEnd(
  at: Moment,
  ending: Entry | undefined,
  outage: Entry | undefined,
  open: boolean,
  now: number,
): Announced | undefined {
  if (ending !== undefined)
    return { at, outcome: isInTime(endOf(ending), at) ? 'kept' : 'missed', settledBy: endOf(ending) };
  if (outage !== undefined && !isInTime(outage.at, at)) return { at, outcome: 'missed' };
  if (!open) return undefined;
  return { at, outcome: isOverdue(at, now) ? 'missed' : 'pending' };
}

/** A day alone has the benefit of the doubt: what happened on the day of a deadline happened in time. */
const isInTime = (moment: Moment, deadline: Moment): boolean =>
  moment.kind === 'day' ? moment.date <= deadline.date : !isOverdue(deadline, moment.epoch);

/** The end that is expected while an incident is open, as last said since it began or was reopened, and when that was. */
export function expectedOf(incident: Incident): { readonly at: Moment; readonly said: Moment } | undefined {
  if (!isOpen(incident)) return undefined;
  for (const { phase, expected, at } of incident.timeline.toReversed()) {
    if (phase === 'resolved') return undefined;
    if (expected !== undefined) return { at: expected, said: at };
  }
  return undefined;
}
