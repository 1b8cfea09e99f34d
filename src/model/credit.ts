import type { Incident } from './incident.ts';
import type { Credit } from './notice.ts';
import { compareText } from './problem.ts';

/** In the order of the page of credits: what calls for action first. */
export const creditStates = ['claimable', 'automatic', 'promised', 'expired'] as const;
export type CreditState = (typeof creditStates)[number];

/** Whether the last day on which it can be claimed has ended at `now` (epoch milliseconds). */
export const isExpired = ({ claimEnd }: Pick<Credit, 'claimEnd'>, now: number): boolean =>
  claimEnd !== undefined && claimEnd <= now;

/**
 * Expired once the last day on which it can be claimed has ended at `now` (epoch milliseconds); no more than promised
 * while nobody can say how to claim it, or where only others report it.
 */
export function creditState(
  credit: Credit,
  now: number,
  { apology }: Pick<Incident, 'apology'>,
): CreditState {
  if (credit.automatic) return 'automatic';
  const unsaid = credit.how === undefined || apology?.reported === true;
  if (credit.claimBy === undefined && unsaid) return 'promised';
  return isExpired(credit, now) ? 'expired' : 'claimable';
}

export interface CreditStatus {
  readonly incident: Incident;
  readonly credit: Credit;
  readonly state: CreditState;
}

/** Every credit of these incidents: to claim first, the nearest deadline before; what has expired last, newest first. */
export function creditsOf(incidents: readonly Incident[], now: number): readonly CreditStatus[] {
  const owed = incidents.flatMap((incident) =>
    incident.credits.map((credit) => ({ incident, credit, state: creditState(credit, now, incident) })),
  );
  return owed.sort(
    (a, b) =>
      creditStates.indexOf(a.state) - creditStates.indexOf(b.state) ||
      (a.state === 'expired' ? compareText(lastDay(b), lastDay(a)) : compareText(lastDay(a), lastDay(b))) ||
      compareText(a.incident.id, b.incident.id) ||
      compareText(a.credit.id, b.credit.id),
  );
}

/** Without a last day it comes after those that have one. */
const lastDay = ({ credit }: CreditStatus): string => credit.claimBy ?? '9999';
