import type { Key } from '../../language/translate.ts';
import type { CommitmentState } from '../../model/commitment.ts';
import type { CreditState } from '../../model/credit.ts';
import { type Incident, isClosedUnresolved, isOpen, lastEntry, statesNow } from '../../model/incident.ts';
import { isOverrun, isUnderWay, type Maintenance, phaseOf } from '../../model/maintenance.ts';
import { firstEdges } from '../../model/next-change.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import { type State, worst } from '../../model/status.ts';
import type { Formatters } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';

/** A state by shape, colour and word; `mark` names the first two. */
export interface Badge {
  readonly mark: Mark;
  readonly word: string;
  /** What sets it apart, told beside it. */
  readonly note?: string;
  /** When the clock will have made it untrue, should the page stay as it is. */
  readonly clock?: Clock;
}

/** When a window will have begun and ended, and what is to be said then. */
export interface Clock {
  readonly begins?: string;
  readonly ends: string;
  readonly begun: string;
  readonly ended: string;
}

/** With what the script of times needs: of these windows, the first that begins or ends. */
export function clocked(
  { t }: Formatters,
  badge: Badge,
  windows: readonly Maintenance[],
  now: number,
): Badge {
  const edges = firstEdges(windows, now);
  if (edges === undefined) return badge;
  const iso = (epoch: number | undefined) => (epoch === undefined ? '' : new Date(epoch).toISOString());
  const clock = {
    ...(edges.begins === undefined ? {} : { begins: iso(edges.begins) }),
    ends: iso(edges.ends),
    begun: t('times.begun'),
    ended: t('times.ended'),
  };
  return { ...badge, clock };
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

function maintenanceBadge(formatters: Formatters, maintenance: Maintenance, now: number): Badge {
  const phase = phaseOf(maintenance, now);
  if (phase === 'cancelled') return { mark: 'cancelled', word: formatters.t('phase.cancelled') };
  if (isUnderWay(maintenance, now)) {
    const badge: Badge = { mark: 'under_maintenance', word: formatters.t('phase.in_progress') };
    return isOverrun(maintenance, now) ? { ...badge, note: formatters.t('maintenance.overrun') } : badge;
  }
  if (phase === 'completed') return { mark: 'resolved', word: formatters.t('phase.completed') };
  const moved = phase === 'scheduled' && maintenance.moved.length > 0;
  return { mark: 'planned', word: formatters.t(moved ? 'phase.moved' : `phase.${phase}`) };
}

export const noticeBadge = (context: LocaleContext, notice: AnyNotice): Badge =>
  notice.kind === 'incident'
    ? incidentBadge(context, notice)
    : clocked(context, maintenanceBadge(context, notice, context.now.epoch), [notice], context.now.epoch);

/** The state of a service, which a window may change. */
export function serviceBadge(context: LocaleContext, id: string): Badge {
  const { siteIndex, now } = context;
  const state = stateBadge(context, siteIndex.states.get(id) ?? 'operational');
  return clocked(context, state, siteIndex.byService.get(id)?.maintenance ?? [], now.epoch);
}

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
