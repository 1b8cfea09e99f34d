import type { ReadNotice } from '../../content/notice/read.ts';
import type { Path } from '../../content/yaml/document.ts';
import { daysBetween } from '../../model/incident.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { CivilDate } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'time/unlikely';

/** Times that nobody means, most often a slip in the year; in days. */
export const most = { incident: 366, promise: 366, window: 92, ahead: 5 * 366, deadline: 10 * 366 } as const;

interface Stretch {
  readonly path: Path;
  readonly from: CivilDate | undefined;
  readonly until: CivilDate | undefined;
  readonly most: number;
  readonly variant: string;
}

/** Stretches of time that are longer than anybody means. */
export const check: CheckOf<ReadNotice> = (notice, { clock: { now } }) =>
  (notice.kind === 'incident' ? ofIncident(notice, now.date) : ofMaintenance(notice, now.date)).flatMap(
    (stretch) => tooLong(notice, stretch),
  );

function ofIncident(
  { data }: ReadNotice & { readonly kind: 'incident' },
  now: CivilDate,
): readonly Stretch[] {
  const { timeline = [], started, closed } = data;
  const [first] = timeline;
  const last = timeline.at(-1);
  const start = (started ?? first?.at)?.date;
  // A word after the end, a report say, does not make it longer.
  const end = timeline[timeline.findLastIndex(({ phase }) => phase !== 'resolved') + 1];
  const isOver = end !== undefined;
  const until = isOver ? (end.ended ?? end.at).date : closed === undefined ? now : last?.at.date;
  const firstWord: Stretch = {
    path: ['started'],
    from: started?.date,
    until: first?.at.date,
    most: most.incident,
    variant: 'first-word',
  };
  const whole: Stretch = {
    path: started === undefined ? ['timeline', 0, 'at'] : ['started'],
    from: start,
    until,
    most: most.incident,
    variant: isOver || closed !== undefined ? 'incident' : 'open',
  };
  // Where the first word came so late, the whole is long for the same reason.
  const long = [firstWord, whole].find(isTooLong);
  const ahead = [
    ...timeline.flatMap(({ at, next, expected }, index): Stretch[] => [
      {
        path: ['timeline', index, 'next'],
        from: at.date,
        until: next?.date,
        most: most.promise,
        variant: 'next',
      },
      {
        path: ['timeline', index, 'expected'],
        from: at.date,
        until: expected?.date,
        most: most.promise,
        variant: 'expected',
      },
    ]),
    ...Object.entries(data.credits ?? {}).map(
      ([id, { claim_by }]): Stretch => ({
        path: ['credits', id, 'claim_by'],
        from: last?.at.date,
        until: claim_by,
        most: most.deadline,
        variant: 'deadline',
      }),
    ),
    ...Object.entries(data.commitments ?? {}).map(
      ([id, { due }]): Stretch => ({
        path: ['commitments', id, 'due'],
        from: last?.at.date,
        until: due,
        most: most.deadline,
        variant: 'deadline',
      }),
    ),
  ];
  return long === undefined ? ahead : [long, ...ahead.filter(({ until = '' }) => until > (long.until ?? ''))];
}

function ofMaintenance(
  { data }: ReadNotice & { readonly kind: 'maintenance' },
  now: CivilDate,
): readonly Stretch[] {
  const { from, until, moved = [] } = data;
  const windows = [
    { path: [] as Path, from, until },
    ...moved.map((one, index) => ({ path: ['moved', index], ...one })),
  ];
  return windows.flatMap(({ path, ...window }): Stretch[] => [
    { path: [...path, 'from'], from: now, until: window.from?.date, most: most.ahead, variant: 'ahead' },
    {
      path: [...path, 'until'],
      from: window.from?.date,
      until: window.until?.date,
      most: most.window,
      variant: 'window',
    },
  ]);
}

const isTooLong = ({ from, until, most: longest }: Stretch): boolean =>
  from !== undefined && until !== undefined && daysBetween(from, until) > longest;

function tooLong({ facts }: ReadNotice, stretch: Stretch): readonly Problem[] {
  const { path, from = '', until = '', variant } = stretch;
  return isTooLong(stretch)
    ? [problem('time/unlikely', facts.at(path), { from, until, days: daysBetween(from, until) }, variant)]
    : [];
}
