import type { ReadNotice } from '../../content/notice/read.ts';
import { dayOf } from '../../language/format/zones.ts';
import { commitmentState } from '../../model/commitment.ts';
import { problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';

export const id = 'commitment/*';

/** Commitments that are past their day, or have none. */
export const check: CheckOf<ReadNotice> = (notice, { clock: { zone, now } }) => {
  if (notice.kind !== 'incident') return [];
  const { facts } = notice;
  return Object.entries(notice.data.commitments ?? {}).flatMap(([found, { due, done, dropped }]) => {
    const dueEnd = due === undefined ? undefined : dayOf(due, zone).end;
    const state = commitmentState({ done, dropped, dueEnd }, now.epoch);
    if (state === 'undated' && !facts.unread('commitments', found, 'due'))
      return [problem('commitment/undated', facts.atKey(['commitments', found]), { found })];
    return state === 'late' && due !== undefined
      ? [problem('commitment/overdue', facts.at(['commitments', found, 'due']), { found, due })]
      : [];
  });
};
