import type { ReadNotice } from '../../content/notice/read.ts';
import type { Path } from '../../content/yaml/document.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { compareMoments, deadlineOf, type Moment, startOf } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';
import { written } from './written.ts';

export const id = 'time/order';

/** What comes first in time comes first in the facts. */
export const check: CheckOf<ReadNotice> = (notice) =>
  [timeline, started, promises, closed, window].flatMap((order) => order(notice));

const timeline = ({ data, facts }: ReadNotice): readonly Problem[] =>
  outOfOrder((data.timeline ?? []).map(({ at }) => at)).map(([index, before]) =>
    problem(
      'time/order',
      facts.at(['timeline', index, 'at']),
      { before: written(before), found: written(data.timeline?.[index]?.at ?? before) },
      'timeline',
    ),
  );

function started(notice: ReadNotice): readonly Problem[] {
  if (notice.kind !== 'incident' || notice.data.started === undefined) return [];
  const [first] = notice.data.timeline ?? [];
  if (first === undefined || compareMoments(notice.data.started, first.at) <= 0) return [];
  return [
    problem(
      'time/order',
      notice.facts.at(['started']),
      { found: written(notice.data.started), before: written(first.at) },
      'started',
    ),
  ];
}

function promises(notice: ReadNotice): readonly Problem[] {
  if (notice.kind !== 'incident') return [];
  return (notice.data.timeline ?? []).flatMap((entry, index) =>
    (['next', 'expected'] as const).flatMap((key) => {
      const deadline = entry[key];
      if (deadline === undefined || deadlineOf(deadline) > startOf(entry.at)) return [];
      return [
        problem(
          'time/order',
          notice.facts.at(['timeline', index, key]),
          { key, found: written(deadline), before: written(entry.at) },
          'promise',
        ),
      ];
    }),
  );
}

function closed(notice: ReadNotice): readonly Problem[] {
  if (notice.kind !== 'incident' || notice.data.closed === undefined) return [];
  const last = notice.data.timeline?.at(-1);
  if (last === undefined || notice.data.closed.date >= last.at.date) return [];
  return [
    problem(
      'time/order',
      notice.facts.at(['closed']),
      { found: written(notice.data.closed), before: written(last.at) },
      'closed',
    ),
  ];
}

function window(notice: ReadNotice): readonly Problem[] {
  if (notice.kind !== 'maintenance') return [];
  const { from, until, moved = [] } = notice.data;
  const windows = [
    ...(from === undefined || until === undefined ? [] : [{ path: ['until'] as Path, from, until }]),
    ...moved.map((one, index) => ({ path: ['moved', index, 'until'], ...one })),
  ];
  return windows.flatMap((one) =>
    startOf(one.until) > startOf(one.from)
      ? []
      : [
          problem(
            'time/order',
            notice.facts.at(one.path),
            { found: written(one.until), before: written(one.from) },
            'window',
          ),
        ],
  );
}

/** Entries that do not come after those before; of days alone the list's order counts within the day. */
function outOfOrder(moments: readonly Moment[]): [index: number, before: Moment][] {
  const found: [number, Moment][] = [];
  let latest: Moment | undefined;
  let latestInstant: Moment | undefined;
  moments.forEach((moment, index) => {
    const before = [latest, latestInstant].find((one) => one !== undefined && !isAfter(moment, one));
    if (before !== undefined) found.push([index, before]);
    else {
      latest = moment;
      if (moment.kind === 'instant') latestInstant = moment;
    }
  });
  return found;
}

function isAfter(moment: Moment, before: Moment): boolean {
  const order = compareMoments(before, moment);
  return order < 0 || (order === 0 && !(before.kind === 'instant' && moment.kind === 'instant'));
}
