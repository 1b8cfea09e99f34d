import type { Entry, Incident } from './incident.ts';
import type { Maintenance, MaintenanceEntry, Window } from './maintenance.ts';
import type { Correction } from './notice.ts';
import { type Moment, startOf } from './values.ts';

/** What was published of a notice at one time: what feeds, the API and whoever tells of news read. */
export type NoticeEvent = EventPlace &
  (
    | { readonly kind: 'update'; readonly entry: Entry | MaintenanceEntry }
    | { readonly kind: 'apology' | 'closed' | 'announced' | 'begun' | 'completed' | 'cancelled' }
    | { readonly kind: 'correction'; readonly correction: Correction }
    | { readonly kind: 'moved'; readonly former: FormerWindow; readonly window: Window }
  );

type FormerWindow = Maintenance['moved'][number];

interface EventPlace {
  /** Its name within the notice, for ever: the entry's anchor, `apology`, `announced`. */
  readonly anchor: string;
  /**
   * When it was published (epoch milliseconds), from the facts alone. A day without an hour counts from its beginning,
   * so that nothing is ever dated in the future: its updates one second apart, half an hour later what is no update.
   */
  readonly time: number;
}

const second = 1_000;
const halfHour = 1_800_000;

/** How long before its window work counts as announced where no fact says when it was (`announced`). */
const ahead = 7 * 86_400_000;

/** Everything that was published of a notice, oldest first; what a clock decides, as of `now` (epoch milliseconds). */
export function eventsOf(of: Incident | Maintenance, now: number): readonly NoticeEvent[] {
  const own = of.kind === 'incident' ? ofIncident(of) : ofMaintenance(of, now);
  const corrections = of.corrections.map(
    (correction, index): NoticeEvent => ({
      kind: 'correction',
      correction,
      anchor: correction.anchor,
      time: aside(correction.at, index + 1),
    }),
  );
  return [...own, ...corrections].sort((a, b) => a.time - b.time);
}

const ofIncident = ({ timeline, apology, closed }: Incident): readonly NoticeEvent[] => [
  ...updates(timeline),
  ...(apology === undefined
    ? []
    : [{ kind: 'apology' as const, anchor: 'apology', time: aside(apology.at) }]),
  ...(closed === undefined ? [] : [{ kind: 'closed' as const, anchor: 'closed', time: aside(closed) }]),
];

function ofMaintenance(maintenance: Maintenance, now: number): readonly NoticeEvent[] {
  const { timeline, cancelled } = maintenance;
  const known: readonly NoticeEvent[] = [
    ...updates(timeline),
    ...moves(maintenance),
    ...(cancelled === undefined
      ? []
      : [{ kind: 'cancelled' as const, anchor: 'cancelled', time: aside(cancelled) }]),
  ];
  const announced = announcement(maintenance, known);
  return [
    ...(announced === undefined || announced > now || isSaid(timeline, announced)
      ? []
      : [{ kind: 'announced' as const, anchor: 'announced', time: announced }]),
    ...known,
    ...byClock(maintenance, now),
  ];
}

/** When the work was announced: the fact; else its entry `scheduled`; else a week ahead, or before all that is known. */
function announcement(
  { announced, moved, from, timeline }: Maintenance,
  known: readonly NoticeEvent[],
): number | undefined {
  if (announced !== undefined) return startOf(announced);
  if (timeline.some(({ phase }) => phase === 'scheduled')) return undefined;
  return Math.min(startOf(moved[0]?.from ?? from) - ahead, ...known.map(({ time }) => time - second));
}

/** Whether an entry of the timeline is the announcement itself. */
const isSaid = (timeline: Maintenance['timeline'], announced: number): boolean =>
  timeline[0]?.phase === 'scheduled' && startOf(timeline[0].at) <= announced;

function moves({ moved, from, until }: Maintenance): readonly NoticeEvent[] {
  return moved.map((former, index) => ({
    kind: 'moved',
    anchor: index === 0 ? 'moved' : `moved-${index + 1}`,
    former,
    window: moved[index + 1] ?? { from, until },
    time: aside(former.at, index),
  }));
}

/** Where nobody says that the work has begun, its window does; likewise its end. */
function byClock({ timeline, cancelled, from, until }: Maintenance, now: number): readonly NoticeEvent[] {
  if (cancelled !== undefined || timeline.some(({ phase }) => phase !== 'scheduled')) return [];
  const end = until.kind === 'instant' ? until.epoch : until.end;
  return [
    { kind: 'begun' as const, anchor: 'begun', time: startOf(from) },
    ...(timeline.length === 0 ? [{ kind: 'completed' as const, anchor: 'completed', time: end }] : []),
  ].filter(({ time }) => time <= now);
}

/** In the order of the list: a day alone begins the day, or follows what stands before it. */
function updates(timeline: readonly (Entry | MaintenanceEntry)[]): readonly NoticeEvent[] {
  let before = Number.NEGATIVE_INFINITY;
  return timeline.map((entry) => {
    const time = entry.at.kind === 'instant' ? entry.at.epoch : Math.max(entry.at.start, before + second);
    before = time;
    return { kind: 'update', entry, anchor: entry.anchor, time };
  });
}

const aside = (at: Moment, nth = 0): number =>
  at.kind === 'instant' ? at.epoch : at.start + halfHour + nth * second;

/** When the facts of a notice first and last changed (epoch milliseconds), whatever a clock adds to them. */
export function factsSpan(of: Incident | Maintenance): { readonly first: number; readonly last: number } {
  const times = eventsOf(of, Number.POSITIVE_INFINITY)
    .filter(({ kind }) => kind !== 'begun' && kind !== 'completed')
    .map(({ time }) => time);
  return { first: times[0] ?? 0, last: times.at(-1) ?? 0 };
}
