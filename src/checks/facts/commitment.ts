import type { ReadNotice } from '../../content/notice/read.ts';
import { dayOf } from '../../language/format/zones.ts';
import { problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';

export const id = 'commitment/*';

/** Commitments that are past their day, or have none. */
export const check: CheckOf<ReadNotice> = (notice, { clock: { zone, now } }) => {
  if (notice.kind !== 'incident') return [];
  const { facts } = notice;
  return Object.entries(notice.data.commitments ?? {}).flatMap(([found, { due, done, dropped }]) => {
    if (done !== undefined || dropped !== undefined) return [];
    if (due === undefined)
      return facts.unread('commitments', found, 'due')
        ? []
        : [problem('commitment/undated', facts.atKey(['commitments', found]), { found })];
    return dayOf(due, zone).end < now.epoch
      ? [problem('commitment/overdue', facts.at(['commitments', found, 'due']), { found, due })]
      : [];
  });
};
