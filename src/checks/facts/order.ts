import type { ReadNotice } from '../../content/notice/read.ts';
import type { Path } from '../../content/yaml/document.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { type CivilDate, compareMoments, deadlineOf, type Moment, startOf } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';
import { written } from './written.ts';

export const id = 'time/order';

/** What comes first in time comes first in the facts. */
export const check: CheckOf<ReadNotice> = (notice) => [
  ...timeline(notice),
  ...corrections(notice),
  ...(notice.kind === 'incident' ? incident(notice) : maintenance(notice)),
];

type ReadIncident = ReadNotice & { readonly kind: 'incident' };
type ReadMaintenance = ReadNotice & { readonly kind: 'maintenance' };

const incident = (notice: ReadIncident): readonly Problem[] =>
  [started, promises, ended, closed, followUps].flatMap((order) => order(notice));

const maintenance = (notice: ReadMaintenance): readonly Problem[] =>
  [window, moves].flatMap((order) => order(notice));

/** A problem where `found` stands, which should not come before `before`. */
const early = (
  { facts }: ReadNotice,
  path: Path,
  found: Moment | CivilDate,
  before: Moment,
  variant: string,
  values: Problem['values'] = {},
): Problem =>
  problem(
    'time/order',
    facts.at(path),
    { found: typeof found === 'string' ? found : written(found), before: written(before), ...values },
    variant,
  );

const timeline = (notice: ReadNotice): readonly Problem[] =>
  outOfOrder((notice.data.timeline ?? []).map(({ at }) => at)).map(([index, before]) =>
    early(notice, ['timeline', index, 'at'], notice.data.timeline?.[index]?.at ?? before, before, 'timeline'),
  );

function started(notice: ReadIncident): readonly Problem[] {
  const { started: found, timeline: [first] = [] } = notice.data;
  if (found === undefined || first === undefined || compareMoments(found, first.at) <= 0) return [];
  return [early(notice, ['started'], found, first.at, 'started')];
}

const promises = (notice: ReadIncident): readonly Problem[] =>
  (notice.data.timeline ?? []).flatMap((entry, index) =>
    (['next', 'expected'] as const).flatMap((key) => {
      const deadline = entry[key];
      if (deadline === undefined || deadlineOf(deadline) > startOf(entry.at)) return [];
      return [early(notice, ['timeline', index, key], deadline, entry.at, 'promise', { key })];
    }),
  );

/** It ended after the trouble was last told of, and before the end was told. */
const ended = (notice: ReadIncident): readonly Problem[] =>
  (notice.data.timeline ?? []).flatMap((entry, index, entries) => {
    const found = entry.ended;
    const before = entries[index - 1]?.at ?? notice.data.started;
    const path = ['timeline', index, 'ended'];
    if (found === undefined) return [];
    if (compareMoments(found, entry.at) > 0) return [early(notice, path, found, entry.at, 'ended-late')];
    return before !== undefined && compareMoments(found, before) < 0
      ? [early(notice, path, found, before, 'ended')]
      : [];
  });

function closed(notice: ReadIncident): readonly Problem[] {
  const found = notice.data.closed;
  const last = notice.data.timeline?.at(-1);
  if (found === undefined || last === undefined || compareMoments(found, last.at) >= 0) return [];
  return [early(notice, ['closed'], found, last.at, 'closed')];
}

/** What follows from an incident does not come before it; for apologies that is `apology/date`. */
function followUps(notice: ReadIncident): readonly Problem[] {
  const { data } = notice;
  const start = data.started ?? data.timeline?.[0]?.at;
  if (start === undefined) return [];
  const dates: readonly (readonly [CivilDate | undefined, Path])[] = [
    ...Object.entries(data.credits ?? {}).map(
      ([id, { claim_by }]) => [claim_by, ['credits', id, 'claim_by']] as const,
    ),
    ...Object.entries(data.commitments ?? {}).flatMap(([id, { done, dropped }]) => [
      [done, ['commitments', id, 'done']] as const,
      [dropped, ['commitments', id, 'dropped']] as const,
    ]),
  ];
  return dates.flatMap(([found, path]) =>
    found === undefined || found >= start.date
      ? []
      : [early(notice, path, found, start, 'follow-up', { key: String(path.at(-1)) })],
  );
}

/** Nothing is put right before it was said. */
function corrections(notice: ReadNotice): readonly Problem[] {
  const said = (notice.data.timeline ?? []).flatMap(({ at, was }) => (was === undefined ? [at] : [at, was]));
  const first = said.reduce<Moment | undefined>(
    (one, other) => (one === undefined || compareMoments(other, one) < 0 ? other : one),
    undefined,
  );
  return (notice.data.corrections ?? []).flatMap(({ at, to }, index) => {
    const before = to.kind === 'moment' ? to.moment : first;
    if (before === undefined || compareMoments(at, before) >= 0) return [];
    return [early(notice, ['corrections', index, 'at'], at, before, 'correction')];
  });
}

function window(notice: ReadMaintenance): readonly Problem[] {
  const { from, until, moved = [] } = notice.data;
  const windows = [
    ...(from === undefined || until === undefined ? [] : [{ path: ['until'] as Path, from, until }]),
    ...moved.map((one, index) => ({ path: ['moved', index, 'until'], ...one })),
  ];
  return windows.flatMap((one) =>
    startOf(one.until) > startOf(one.from) ? [] : [early(notice, one.path, one.until, one.from, 'window')],
  );
}

/** Each change of the window was announced after the one before. */
const moves = (notice: ReadMaintenance): readonly Problem[] =>
  outOfOrder((notice.data.moved ?? []).map(({ at }) => at)).map(([index, before]) =>
    early(notice, ['moved', index, 'at'], notice.data.moved?.[index]?.at ?? before, before, 'moved'),
  );

/** Moments that do not come after those before; of days alone the list's order counts within the day. */
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
