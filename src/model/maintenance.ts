import type { Notice } from './notice.ts';
import type { Impact } from './status.ts';
import { deadlineOf, type Moment, startOf } from './values.ts';

export const maintenancePhases = ['scheduled', 'in_progress', 'verifying', 'completed'] as const;
export type MaintenancePhase = (typeof maintenancePhases)[number];

export interface MaintenanceEntry {
  readonly at: Moment;
  readonly anchor: string;
  readonly phase: MaintenancePhase;
  readonly sources: readonly string[];
  readonly notify?: readonly string[];
  readonly was?: Moment;
}

export interface Window {
  readonly from: Moment;
  readonly until: Moment;
}

export interface Maintenance extends Notice, Window {
  readonly kind: 'maintenance';
  readonly impact: Impact;
  /** When it was first announced. */
  readonly announced?: Moment;
  /** Former windows, each with the time of the announcement that moved it. */
  readonly moved: readonly (Window & { readonly at: Moment })[];
  readonly cancelled?: Moment;
  /** Oldest first; may be empty. */
  readonly timeline: readonly MaintenanceEntry[];
}

/** With a timeline the timeline says the phase, else the clock does. */
export function phaseOf(maintenance: Maintenance, now: number): MaintenancePhase | 'cancelled' {
  if (maintenance.cancelled !== undefined) return 'cancelled';
  const last = maintenance.timeline.at(-1);
  if (last !== undefined) return last.phase;
  if (now < startOf(maintenance.from)) return 'scheduled';
  return now < deadlineOf(maintenance.until) ? 'in_progress' : 'completed';
}

/** Whether its services are under maintenance at `now` (epoch milliseconds): never before its window opens. */
export function isUnderWay(maintenance: Maintenance, now: number): boolean {
  if (now < startOf(maintenance.from)) return false;
  const phase = phaseOf(maintenance, now);
  if (phase === 'scheduled') return now < deadlineOf(maintenance.until);
  return phase === 'in_progress' || phase === 'verifying';
}

/** Under way by its timeline, though its window has passed: nobody has said yet that it is over. */
export const isOverrun = (maintenance: Maintenance, now: number): boolean =>
  isUnderWay(maintenance, now) && now >= deadlineOf(maintenance.until);

/** Cancelled, while the last window that was announced for it is not over: readers may still expect it. */
export const isCalledOff = (maintenance: Maintenance, now: number): boolean =>
  maintenance.cancelled !== undefined && now < deadlineOf(maintenance.until);

/** Still to come at `now`. */
export const isAhead = (maintenance: Maintenance, now: number): boolean =>
  maintenance.cancelled === undefined &&
  phaseOf(maintenance, now) !== 'completed' &&
  now < startOf(maintenance.from);
