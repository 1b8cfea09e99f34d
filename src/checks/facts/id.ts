import type { ReadNotice } from '../../content/notice/read.ts';
import { problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';

export const id = 'id/duplicate';

/** A credit and a commitment of one notice have ids of their own. */
export const check: CheckOf<ReadNotice> = (notice) => {
  if (notice.kind !== 'incident') return [];
  const credits = Object.keys(notice.data.credits ?? {});
  return Object.keys(notice.data.commitments ?? {})
    .filter((id) => credits.includes(id))
    .map((id) => problem('id/duplicate', notice.facts.atKey(['commitments', id]), { found: id }, 'facts'));
};
