import type { ReadNotice } from '../../content/notice/read.ts';
import type { Path } from '../../content/yaml/document.ts';
import { maintenancePhases } from '../../model/maintenance.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { compareMoments, deadlineOf, startOf } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';
import { written } from './written.ts';

export const id = 'facts/contradiction';

/** Facts that take each other back. */
export const check: CheckOf<ReadNotice> = (notice) =>
  notice.kind === 'incident' ? ofIncident(notice) : ofMaintenance(notice);

const against = (
  { facts }: ReadNotice,
  path: Path,
  variant: string,
  values: Problem['values'] = {},
): Problem => problem('facts/contradiction', facts.at(path), values, variant);

function ofIncident(notice: ReadNotice & { readonly kind: 'incident' }): readonly Problem[] {
  const { data } = notice;
  const { timeline = [] } = data;
  const inEntries = timeline.flatMap(({ phase, services = {} }, index) => {
    if (phase !== 'resolved') return [];
    const states = Object.entries(services).filter(([, state]) => state !== 'operational');
    return states.map(([service, found]) =>
      against(notice, ['timeline', index, 'services', service], 'state', { service, found }),
    );
  });
  const isOver = timeline.at(-1)?.phase === 'resolved' && data.closed !== undefined;
  const claims = Object.entries(data.credits ?? {}).filter(
    ([, { automatic, claim_by }]) => automatic === true && claim_by !== undefined,
  );
  const idle = Object.entries(data.credits ?? {}).filter(
    ([, { automatic, how, claim_by }]) => automatic === true && how !== undefined && claim_by === undefined,
  );
  const both = Object.entries(data.commitments ?? {}).filter(
    ([, { done, dropped }]) => done !== undefined && dropped !== undefined,
  );
  return [
    ...both.map(([found]) => against(notice, ['commitments', found, 'dropped'], 'both', { found })),
    ...inEntries,
    ...(isOver ? [against(notice, ['closed'], 'closed')] : []),
    ...idle.map(([found]) => against(notice, ['credits', found, 'how'], 'how', { found })),
    ...claims.map(([found]) => against(notice, ['credits', found, 'claim_by'], 'claim', { found })),
  ];
}

type ReadMaintenance = ReadNotice & { readonly kind: 'maintenance' };

const ofMaintenance = (notice: ReadMaintenance): readonly Problem[] => [
  ...phasesGoingBack(notice),
  ...againstWindow(notice),
  ...cancelled(notice),
  ...moves(notice),
];

/** Work that was completed is not scheduled again: that is another window, or another notice. */
const phasesGoingBack = (notice: ReadMaintenance): readonly Problem[] =>
  (notice.data.timeline ?? []).flatMap(({ phase }, index, entries) => {
    const before = entries[index - 1]?.phase;
    if (before === undefined || isLater(phase, before)) return [];
    return [against(notice, ['timeline', index, 'phase'], 'back', { found: phase, before })];
  });

const isLater = (phase: (typeof maintenancePhases)[number], before: typeof phase): boolean =>
  maintenancePhases.indexOf(phase) >= maintenancePhases.indexOf(before);

/** Work is not over before it may begin. */
const againstWindow = (notice: ReadMaintenance): readonly Problem[] =>
  (notice.data.timeline ?? []).flatMap(({ at, phase }, index) => {
    const { from } = notice.data;
    const isOver = phase === 'verifying' || phase === 'completed';
    if (!isOver || from === undefined || deadlineOf(at) > startOf(from)) return [];
    const values = { found: phase, at: written(at), from: written(from) };
    return [against(notice, ['timeline', index, 'phase'], 'before-window', values)];
  });

/** Cancelled work is not done, neither before nor after. */
function cancelled(notice: ReadMaintenance): readonly Problem[] {
  const { cancelled: at, until, timeline = [] } = notice.data;
  if (at === undefined) return [];
  const done = timeline.find(
    ({ phase, at: told }) => phase === 'completed' || (phase !== 'scheduled' && compareMoments(told, at) > 0),
  );
  const values = { found: written(at) };
  if (done !== undefined)
    return [
      against(notice, ['cancelled'], 'cancelled', { ...values, phase: done.phase, at: written(done.at) }),
    ];
  return until !== undefined && startOf(at) >= deadlineOf(until)
    ? [against(notice, ['cancelled'], 'cancelled-late', { ...values, until: written(until) })]
    : [];
}

/** What was moved is elsewhere now. */
function moves(notice: ReadMaintenance): readonly Problem[] {
  const { from, until, moved = [] } = notice.data;
  return moved.flatMap((one, index) => {
    const next = moved[index + 1] ?? { from, until };
    const isSame = (['from', 'until'] as const).every((end) => {
      const other = next[end];
      return other !== undefined && startOf(other) === startOf(one[end]);
    });
    const values = { from: written(one.from), until: written(one.until) };
    return isSame ? [against(notice, ['moved', index, 'from'], 'moved', values)] : [];
  });
}
