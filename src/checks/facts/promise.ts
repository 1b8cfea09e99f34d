import type { ReadNotice } from '../../content/notice/read.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { type Instant, isOverdue } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';
import { written } from './written.ts';

export const id = 'promise/*';

/** What was promised and is past its time at the clock of the build: warnings, that never keep a team from publishing. */
export const check: CheckOf<ReadNotice> = (notice, { clock: { now } }) =>
  notice.kind === 'maintenance' ? windowProblems(notice, now.epoch) : nextProblems(notice, now);

function nextProblems(
  { data, facts, id }: ReadNotice & { readonly kind: 'incident' },
  now: Instant,
): readonly Problem[] {
  const { timeline = [] } = data;
  const last = timeline.length - 1;
  const isUnread =
    facts.unread('timeline') || facts.unread('timeline', last, 'phase') || facts.unread('closed');
  const entry = isUnread ? undefined : timeline[last];
  if (entry === undefined || data.closed !== undefined || facts.unread('timeline', last, 'next')) return [];
  if (entry.next === undefined) {
    return entry.phase === 'resolved'
      ? []
      : [problem('promise/none', facts.at(['timeline', last, 'at']), { today: now.date })];
  }
  if (!isOverdue(entry.next, now.epoch)) return [];
  const values = { found: written(entry.next), id, phase: entry.phase };
  const variant = entry.phase === 'resolved' ? 'after' : undefined;
  return [problem('promise/overdue', facts.at(['timeline', last, 'next']), values, variant)];
}

/** With a timeline the phase follows it, not the clock: a window that is over and has no last word. */
function windowProblems(
  { data, facts, id }: ReadNotice & { readonly kind: 'maintenance' },
  now: number,
): readonly Problem[] {
  const { until, timeline, cancelled } = data;
  const isUnread = facts.unread('timeline') || facts.unread('until') || facts.unread('cancelled');
  const last = timeline?.at(-1);
  if (isUnread || until === undefined || last === undefined || cancelled !== undefined) return [];
  if (last.phase === 'completed' || !isOverdue(until, now)) return [];
  const values = { found: written(until), phase: last.phase, id };
  return [problem('promise/overdue', facts.at(['until']), values, 'window')];
}
