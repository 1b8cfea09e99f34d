import { correctedAnchor } from '../../content/build/notice.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';
import { written } from './written.ts';

export const id = 'yaml/value';

/** Values that are sound and do not fit the others: more customers than there are, a correction of no entry, an end without `resolved`. */
export const check: CheckOf<ReadNotice> = (notice) => [
  ...customers(notice),
  ...corrections(notice),
  ...ended(notice),
];

function customers(notice: ReadNotice): readonly Problem[] {
  const counted = notice.kind === 'incident' ? notice.data.customers : undefined;
  if (counted?.of === undefined || counted.affected <= counted.of) return [];
  return [
    problem(
      'yaml/value',
      notice.facts.at(['customers', 'affected']),
      { found: counted.affected, of: counted.of },
      'customers',
    ),
  ];
}

const ended = (notice: ReadNotice): readonly Problem[] =>
  notice.kind === 'maintenance'
    ? []
    : (notice.data.timeline ?? []).flatMap(({ phase, ended: found }, index) =>
        found === undefined || phase === 'resolved' || notice.facts.unread('timeline', index, 'phase')
          ? []
          : [
              problem(
                'yaml/value',
                notice.facts.atKey(['timeline', index, 'ended']),
                { found: written(found), phase },
                'ended',
              ),
            ],
      );

const corrections = (notice: ReadNotice): readonly Problem[] =>
  (notice.data.corrections ?? []).flatMap(({ to }, index) => {
    if (
      notice.facts.unread('timeline') ||
      notice.facts.unread('corrections', index, 'to') ||
      to.kind !== 'moment' ||
      correctedAnchor(notice, to.moment) !== undefined
    )
      return [];
    const allowed = (notice.data.timeline ?? []).map(({ at }) => written(at));
    return [
      problem(
        'yaml/value',
        notice.facts.at(['corrections', index, 'to']),
        { found: written(to.moment), allowed: allowed.join(', ') },
        'correction-time',
      ),
    ];
  });
