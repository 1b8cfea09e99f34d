import type { ReadNotice } from '../../content/notice/read.ts';
import type { Path } from '../../content/yaml/document.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';

export const id = 'facts/contradiction';

/** Facts that take each other back. */
export const check: CheckOf<ReadNotice> = (notice) => {
  if (notice.kind !== 'incident') return [];
  const { data, facts } = notice;
  const { timeline = [] } = data;
  const against = (path: Path, variant: string, values: Problem['values'] = {}) =>
    problem('facts/contradiction', facts.at(path), values, variant);
  const inEntries = timeline.flatMap(({ phase, services = {}, next }, index) => {
    if (phase !== 'resolved') return [];
    const states = Object.entries(services).filter(([, state]) => state !== 'operational');
    return [
      ...states.map(([service, found]) =>
        against(['timeline', index, 'services', service], 'state', { service, found }),
      ),
      ...(next === undefined ? [] : [against(['timeline', index, 'next'], 'next')]),
    ];
  });
  const isOver = timeline.at(-1)?.phase === 'resolved' && data.closed !== undefined;
  const claims = Object.entries(data.credits ?? {}).filter(
    ([, { automatic, claim_by }]) => automatic === true && claim_by !== undefined,
  );
  const both = Object.entries(data.commitments ?? {}).filter(
    ([, { done, dropped }]) => done !== undefined && dropped !== undefined,
  );
  return [
    ...both.map(([found]) => against(['commitments', found, 'dropped'], 'both', { found })),
    ...inEntries,
    ...(isOver ? [against(['closed'], 'closed')] : []),
    ...claims.map(([found]) => against(['credits', found, 'claim_by'], 'claim', { found })),
  ];
};
