import type { ReadNotice } from '../../content/notice/read.ts';
import type { Clock } from '../../content/schema/fields.ts';
import { dayOf } from '../../language/format/zones.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { deadlineOf, startOf } from '../../model/values.ts';
import { written } from './consistency.ts';

/** What was promised and is past its time at the clock of the build: warnings, that never keep a team from publishing. */
export function followUpProblems(notice: ReadNotice, { zone, now }: Clock): Problem[] {
  if (notice.kind === 'maintenance') return windowProblems(notice, now.epoch);
  const { data, facts } = notice;
  const problems: Problem[] = [];
  const { timeline = [] } = data;
  const last = timeline.length - 1;
  const isUnread =
    facts.unread('timeline') || facts.unread('timeline', last, 'phase') || facts.unread('closed');
  const entry = isUnread ? undefined : timeline[last];
  const open = entry !== undefined && entry.phase !== 'resolved' && data.closed === undefined;
  if (open && entry.next !== undefined && deadlineOf(entry.next) < now.epoch) {
    problems.push(
      problem('promise/overdue', facts.at(['timeline', last, 'next']), {
        found: written(entry.next),
        id: notice.id,
      }),
    );
  }
  for (const [id, { due, done, dropped }] of Object.entries(data.commitments ?? {})) {
    if (done !== undefined || dropped !== undefined) continue;
    if (due === undefined && !facts.unread('commitments', id, 'due'))
      problems.push(problem('commitment/undated', facts.atKey(['commitments', id]), { found: id }));
    else if (due !== undefined && dayOf(due, zone).end < now.epoch) {
      problems.push(problem('commitment/overdue', facts.at(['commitments', id, 'due']), { found: id, due }));
    }
  }
  return problems;
}

/** With a timeline the phase follows it (contract 1.4): a window that is over and has no last word. */
function windowProblems(
  { data, facts, id }: ReadNotice & { readonly kind: 'maintenance' },
  now: number,
): Problem[] {
  const { until, timeline, cancelled } = data;
  const isUnread = facts.unread('timeline') || facts.unread('until') || facts.unread('cancelled');
  const last = timeline?.at(-1);
  if (isUnread || until === undefined || last === undefined || cancelled !== undefined) return [];
  if (last.phase === 'completed' || startOf(until) >= now) return [];
  return [
    problem(
      'promise/overdue',
      facts.at(['until']),
      { found: written(until), phase: last.phase, id },
      'window',
    ),
  ];
}
