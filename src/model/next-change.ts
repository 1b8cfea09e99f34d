import { commitmentState } from './commitment.ts';
import { creditState } from './credit.ts';
import { promiseOf } from './incident.ts';
import { isAhead, isOverrun, isUnderWay, type Maintenance, phaseOf } from './maintenance.ts';
import { announcementsOf } from './promise.ts';
import type { Site } from './site.ts';
import { deadlineOf, isOverdue, startOf } from './values.ts';

const changeKinds = ['begins', 'ends', 'promise', 'expected', 'commitment', 'claim'] as const;
type ChangeKind = (typeof changeKinds)[number];

/** Something that a page says otherwise from an instant on (epoch milliseconds), though nobody wrote anything. */
interface Change {
  readonly at: number;
  readonly kind: ChangeKind;
  /** The id of the notice, and of its commitment or credit. */
  readonly notice: string;
  readonly part?: string;
}

/** A change that the clock may make, and what is said at any moment. */
interface Clocked extends Change {
  readonly state: (now: number) => unknown;
}

/** What the clock changes next after `now` (epoch milliseconds): every change of that instant. */
export function nextChanges(site: Site, now: number): readonly Change[] {
  const ahead = clocked(site).filter((one) => changes(one, now));
  const first = Math.min(...ahead.map(({ at }) => at));
  return ahead.filter(({ at }) => at === first).map(({ state: _state, ...change }) => change);
}

/** When a window will have begun, and ended, by the clock alone (epoch milliseconds), as far as that is still to come. */
interface Edges {
  readonly begins?: number;
  readonly ends?: number;
}

function edgesOf(maintenance: Maintenance, now: number): Edges | undefined {
  const edges = windowOf(maintenance).filter((one) => changes(one, now));
  return edges.length === 0 ? undefined : Object.fromEntries(edges.map(({ kind, at }) => [kind, at]));
}

/** Of these windows, the one that begins or ends first. */
export const firstEdges = (windows: readonly Maintenance[], now: number): Edges | undefined =>
  windows
    .flatMap((one) => edgesOf(one, now) ?? [])
    .sort((a, b) => (a.begins ?? a.ends ?? 0) - (b.begins ?? b.ends ?? 0))[0];

const changes = ({ at, state }: Clocked, now: number): boolean =>
  at >= now && state(Math.max(now, at - 1)) !== state(at + 1);

function windowOf(one: Maintenance): readonly (Clocked & { readonly kind: keyof Edges })[] {
  const state = (now: number) =>
    `${phaseOf(one, now)} ${isUnderWay(one, now)} ${isOverrun(one, now)} ${isAhead(one, now)}`;
  return [
    { at: startOf(one.from), kind: 'begins', notice: one.id, state },
    { at: deadlineOf(one.until), kind: 'ends', notice: one.id, state },
  ];
}

const clocked = ({ incidents, maintenance }: Site): readonly Clocked[] => [
  ...maintenance.flatMap(windowOf),
  ...incidents.flatMap((one): readonly Clocked[] => {
    const promise = promiseOf(one);
    return [
      ...(promise === undefined
        ? []
        : [
            {
              at: deadlineOf(promise),
              kind: 'promise' as const,
              notice: one.id,
              state: (now: number) => isOverdue(promise, now),
            },
          ]),
      ...one.timeline.flatMap(({ anchor, expected }): readonly Clocked[] => {
        if (expected === undefined) return [];
        const state = (now: number) => announcementsOf(one, now).get(anchor)?.expected?.outcome;
        return [{ at: deadlineOf(expected), kind: 'expected', notice: one.id, state }];
      }),
      ...one.commitments.flatMap((commitment): readonly Clocked[] => {
        const state = (now: number) => commitmentState(commitment, now);
        const { dueEnd: at, id: part } = commitment;
        return at === undefined ? [] : [{ at, kind: 'commitment', notice: one.id, part, state }];
      }),
      ...one.credits.flatMap((credit): readonly Clocked[] => {
        const state = (now: number) => creditState(credit, now, one);
        const { claimEnd: at, id: part } = credit;
        return at === undefined ? [] : [{ at, kind: 'claim', notice: one.id, part, state }];
      }),
    ];
  }),
];
