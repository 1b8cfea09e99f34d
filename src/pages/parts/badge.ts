import type { Key } from '../../language/translate.ts';
import type { CommitmentState } from '../../model/commitment.ts';
import type { CreditState } from '../../model/credit.ts';
import { type Incident, isClosedUnresolved, isOpen, lastEntry, statesNow } from '../../model/incident.ts';
import { isUnderWay, type Maintenance, phaseOf } from '../../model/maintenance.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import { type State, worst } from '../../model/status.ts';
import type { Formatters } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';

/** A state by shape, colour and word; `mark` names the first two. */
export interface Badge {
  readonly mark: Mark;
  readonly word: string;
}

export type Mark =
  | State
  | 'watching'
  | 'resolved'
  | 'closed'
  | 'planned'
  | 'cancelled'
  | 'missed'
  | 'undated';

const stateKeys = {
  operational: 'state.operational',
  under_maintenance: 'state.under_maintenance',
  degraded_performance: 'state.degraded_performance',
  partial_outage: 'state.partial_outage',
  major_outage: 'state.major_outage',
} as const satisfies Record<State, Key>;

export const stateWord = ({ t }: Formatters, state: State): string => t(stateKeys[state]);
export const stateBadge = (formatters: Formatters, state: State): Badge => ({
  mark: state,
  word: stateWord(formatters, state),
});

/** Open: the worst state in force, or what is being done; over: how it ended. */
export function incidentBadge(formatters: Formatters, incident: Incident): Badge {
  if (isClosedUnresolved(incident)) return { mark: 'closed', word: formatters.t('outcome.closed') };
  if (!isOpen(incident)) return { mark: 'resolved', word: formatters.t('phase.resolved') };
  const state = worst(statesNow(incident).values());
  if (state !== 'operational') return stateBadge(formatters, state);
  return { mark: 'watching', word: formatters.t(`phase.${lastEntry(incident).phase}`) };
}

export function maintenanceBadge(formatters: Formatters, maintenance: Maintenance, now: number): Badge {
  const phase = phaseOf(maintenance, now);
  if (phase === 'cancelled') return { mark: 'cancelled', word: formatters.t('phase.cancelled') };
  if (isUnderWay(maintenance, now))
    return { mark: 'under_maintenance', word: formatters.t('phase.in_progress') };
  if (phase === 'completed') return { mark: 'resolved', word: formatters.t('phase.completed') };
  const moved = phase === 'scheduled' && maintenance.moved.length > 0;
  return { mark: 'planned', word: formatters.t(moved ? 'phase.moved' : `phase.${phase}`) };
}

export const noticeBadge = (context: LocaleContext, notice: AnyNotice): Badge =>
  notice.kind === 'incident'
    ? incidentBadge(context, notice)
    : maintenanceBadge(context, notice, context.now.epoch);

const commitmentMarks = {
  late: 'missed',
  due: 'planned',
  undated: 'undated',
  done: 'resolved',
  dropped: 'cancelled',
} as const satisfies Record<CommitmentState, Mark>;

export const commitmentBadge = ({ t }: Formatters, state: CommitmentState): Badge => ({
  mark: commitmentMarks[state],
  word: t(`commitment.state.${state}`),
});

const creditMarks = {
  claimable: 'planned',
  automatic: 'resolved',
  promised: 'undated',
  expired: 'cancelled',
} as const satisfies Record<CreditState, Mark>;

export const creditBadge = ({ t }: Formatters, state: CreditState): Badge => ({
  mark: creditMarks[state],
  word: t(`credit.state.${state}`),
});
