import type { ReadNotice } from '../../content/notice/read.ts';
import { dayOf } from '../../language/format/zones.ts';
import { isExpired } from '../../model/credit.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';

export const id = 'credit/*';

/** How long after its last day the words of a credit are asked to be read again (milliseconds). */
export const lately = 31 * 86_400_000;

/** Credits that must be claimed, and nobody is told how; or that could be claimed until lately. */
export const check: CheckOf<ReadNotice> = (notice, { clock: { zone, now } }) => {
  if (notice.kind !== 'incident') return [];
  const { facts, data } = notice;
  return Object.entries(data.credits ?? {}).flatMap(([found, { automatic, how, claim_by }]): Problem[] => {
    if (automatic === true || facts.unread('credits')) return [];
    const claimEnd = claim_by === undefined ? undefined : dayOf(claim_by, zone).end;
    const isOver = isExpired({ claimEnd }, now.epoch);
    return [
      ...(how === undefined && !isOver && !facts.unread('credits', found, 'how')
        ? [problem('credit/no-how', facts.atKey(['credits', found]), { found })]
        : []),
      ...(isOver && !isExpired({ claimEnd }, now.epoch - lately)
        ? [problem('credit/over', facts.at(['credits', found, 'claim_by']), { found, until: claim_by ?? '' })]
        : []),
    ];
  });
};
