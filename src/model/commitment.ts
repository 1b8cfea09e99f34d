import type { Incident } from './incident.ts';
import type { Commitment } from './notice.ts';
import { compareText } from './problem.ts';

/** In the order of the public ledger. */
export const commitmentStates = ['late', 'due', 'undated', 'done', 'dropped'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** Late once the day on which it is due has ended at `now` (epoch milliseconds), whatever the writer does. */
export function commitmentState(
  { done, dropped, dueEnd }: Omit<Commitment, 'id' | 'owner'>,
  now: number,
): CommitmentState {
  if (dropped !== undefined) return 'dropped';
  if (done !== undefined) return 'done';
  if (dueEnd === undefined) return 'undated';
  return dueEnd <= now ? 'late' : 'due';
}

/** Kept, but after the day on which it was due. */
export const isDoneLate = ({ due, done }: Commitment): boolean =>
  due !== undefined && done !== undefined && done > due;

/** A line of the ledger. */
export interface CommitmentStatus {
  readonly incident: Incident;
  readonly commitment: Commitment;
  readonly state: CommitmentState;
}

/** Every commitment of these incidents: late ones first, then by due date, those that are settled last, newest first. */
export function commitmentsOf(incidents: readonly Incident[], now: number): readonly CommitmentStatus[] {
  const pledges = incidents.flatMap((incident) =>
    incident.commitments.map((commitment) => ({
      incident,
      commitment,
      state: commitmentState(commitment, now),
    })),
  );
  return pledges.sort(
    (a, b) =>
      commitmentStates.indexOf(a.state) - commitmentStates.indexOf(b.state) ||
      (isSettled(a) ? compareText(settledOn(b), settledOn(a)) : compareText(dueOn(a), dueOn(b))) ||
      compareText(a.incident.id, b.incident.id) ||
      compareText(a.commitment.id, b.commitment.id),
  );
}

const isSettled = ({ state }: CommitmentStatus): boolean => state === 'done' || state === 'dropped';
const dueOn = ({ commitment }: CommitmentStatus): string => commitment.due ?? '';
const settledOn = ({ commitment }: CommitmentStatus): string => commitment.dropped ?? commitment.done ?? '';
