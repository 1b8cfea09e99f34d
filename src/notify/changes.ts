import { isExpired } from '../model/credit.ts';
import { type Incident, type TimelineState, timelineStatesOf } from '../model/incident.ts';
import { type Maintenance, phaseOf } from '../model/maintenance.ts';
import type { Correction } from '../model/notice.ts';
import type { Site } from '../model/site.ts';
import { type AnyNotice, concernedRegions } from '../model/site-index.ts';
import { type Impact, type IncidentState, impacts, rankOf, stateOfImpact } from '../model/status.ts';
import { type Moment, startOf } from '../model/values.ts';

/**
 * Which changes are worth a message, and an example of each. What is not in this table is never told: a slug, a typo,
 * a picture, a summary made better, a page.
 */
export const worth = {
  opened: 'the first entry of an incident',
  phase: 'an entry that is `identified` after one that was `investigating`',
  state:
    'an entry of the same phase, in which email goes from partial_outage to operational, or a region recovers alone',
  relapse: 'an entry that is `investigating` after one that was `monitoring`, or worse than the one before',
  reopened: 'an entry after one that was `resolved`',
  resolved: 'an entry that is `resolved`',
  named: 'an entry that changes nothing, and names its channels: `notify: [customers]`',
  apology: 'an apology that is signed, not one that others report',
  credit: 'a credit that is written into the facts',
  ending: 'three days before the last on which a credit can be claimed',
  correction: 'a correction, for the channels that carried what is corrected',
  announced: 'a window that is still to come',
  moved: 'a window that is no longer the one announced',
  reminder: 'a day before the window, for the channels that announced it before',
  begun: 'an entry that is `in_progress`, or else the hour `from`',
  done: 'an entry that is `completed`, or else the hour `until`',
  cancelled: 'a window that is called off before it ends',
} as const;
export type ChangeKind = keyof typeof worth;

/** A change that is worth a message. */
export interface Change {
  /** `mail/t-20240302T0640-0400`: the same in every build, whatever its words become. */
  readonly key: string;
  readonly kind: ChangeKind;
  readonly notice: AnyNotice;
  /** When it came about (epoch milliseconds); nothing where the facts have no hour for it. */
  readonly at?: number | undefined;
  /** The entry's anchor, or the id of the credit. */
  readonly anchor?: string | undefined;
  readonly correction?: Correction | undefined;
  readonly step?: TimelineState | undefined;
  readonly severity: Impact;
  /** Where it is news: where it holds, and where it held until then; everywhere where none is named. */
  readonly regions: readonly string[];
  /** The channels that it names; all that want it where it names none. */
  readonly only?: readonly string[] | undefined;
}

const day = 86_400_000;

/** Every change of a site that is worth a message at `now` (epoch milliseconds), oldest first. */
export function changesOf(site: Site, now: number): readonly Change[] {
  const all = [...site.incidents, ...site.maintenance]
    // What was brought from another page is no news: that page told it.
    .filter(({ imported }) => imported === undefined)
    .flatMap((notice) => (notice.kind === 'incident' ? ofIncident(notice, now) : ofMaintenance(notice, now)));
  return all.toSorted((a, b) => (a.at ?? now) - (b.at ?? now));
}

function ofIncident(incident: Incident, now: number): Change[] {
  const of = (key: string, kind: ChangeKind, rest: Partial<Change>): Change => ({
    key: `${incident.id}/${key}`,
    kind,
    notice: incident,
    severity: incident.impact,
    regions: concernedRegions(incident),
    ...rest,
  });
  const entries = timelineStatesOf(incident).flatMap((step, index, steps) => {
    const { entry } = step;
    const before = steps[index - 1];
    const kind = kindOf(step, before) ?? ((entry.notify ?? []).length > 0 ? 'named' : undefined);
    if (kind === undefined) return [];
    const severity = severityOf(incident.impact, steps.slice(0, index + 1));
    const regions = regionsOf(step, before);
    const rest = { at: startOf(entry.at), anchor: entry.anchor, step, severity, regions, only: entry.notify };
    return [of(entry.anchor, kind, rest)];
  });
  const { apology } = incident;
  return [
    ...entries,
    ...(apology === undefined || apology.reported
      ? []
      : [of('apology', 'apology', { at: startOf(apology.at) })]),
    ...incident.credits.flatMap(({ id, claimEnd }) => {
      const credit = of(`credits/${id}`, 'credit', { anchor: id });
      if (claimEnd === undefined) return [credit];
      if (isExpired({ claimEnd }, now)) return [];
      const at = claimEnd - 3 * day;
      return at <= now ? [credit, of(`credits/${id}/ending`, 'ending', { at, anchor: id })] : [credit];
    }),
    ...correctionsOf(incident),
  ];
}

/** What an entry changes; nothing where it says again what was said. */
function kindOf(step: TimelineState, before: TimelineState | undefined): ChangeKind | undefined {
  if (before === undefined) return 'opened';
  if (step.reopens) return 'reopened';
  if (step.relapse) return 'relapse';
  if (step.entry.phase !== before.entry.phase) return step.entry.phase === 'resolved' ? 'resolved' : 'phase';
  const changed = [...step.states].some(([service, state]) => before.states.get(service) !== state);
  return changed || !isSame(step.regions, before.regions) ? 'state' : undefined;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((region) => other.includes(region));

/** Whoever was told that it holds in a region is told that it does no longer. */
const regionsOf = (step: TimelineState, before = step): readonly string[] =>
  step.regions.length === 0 || before.regions.length === 0
    ? []
    : [...new Set([...step.regions, ...before.regions])];

/** The worst so far: whoever was told that it began is told that it is over. */
function severityOf(impact: Impact, steps: readonly TimelineState[]): Impact {
  const states = steps.flatMap((step) => [...step.states.values()]);
  return impacts.findLast((one) => one === impact || states.some((state) => isOf(one, state))) ?? impact;
}

const isOf = (impact: Impact, state: IncidentState): boolean =>
  rankOf(state) > 0 && stateOfImpact[impact] === state;

const correctionsOf = (notice: AnyNotice): Change[] =>
  notice.corrections.map((correction) => ({
    key: `${notice.id}/${correction.anchor}`,
    kind: 'correction',
    notice,
    at: startOf(correction.at),
    anchor: correction.anchor,
    correction,
    severity: notice.impact,
    regions: concernedRegions(notice),
  }));

/** Of a window only the last word counts: once it has begun, nobody is told that it was planned. */
function ofMaintenance(maintenance: Maintenance, now: number): Change[] {
  const { id, from, until, announced, cancelled, moved, timeline, impact: severity } = maintenance;
  const of = (key: string, kind: ChangeKind, rest: Partial<Change>): Change => ({
    key: `${id}/${key}`,
    kind,
    notice: maintenance,
    severity,
    regions: maintenance.regions,
    ...rest,
  });
  const entry = (phase: string) => timeline.find((one) => one.phase === phase);
  const by = (one: ReturnType<typeof entry>, moment: Moment) => ({
    at: startOf(one?.at ?? moment),
    only: one?.notify,
    anchor: one?.anchor,
  });
  const named = timeline
    .filter(
      ({ phase, notify }) => (notify ?? []).length > 0 && (phase === 'scheduled' || phase === 'verifying'),
    )
    .map((one) => of(one.anchor, 'named', { at: startOf(one.at), anchor: one.anchor, only: one.notify }));
  const phase = phaseOf(maintenance, now);
  const word = ((): Change[] => {
    if (phase === 'cancelled')
      return [of('cancelled', 'cancelled', { at: cancelled === undefined ? undefined : startOf(cancelled) })];
    if (phase === 'completed') return [of('done', 'done', by(entry('completed'), until))];
    if (phase !== 'scheduled') return [of('begun', 'begun', by(entry('in_progress'), from))];
    const last = moved.at(-1);
    const planned =
      last === undefined
        ? of('announced', 'announced', { at: announced && startOf(announced) })
        : of(`moved-${moved.length}`, 'moved', { at: startOf(last.at) });
    const due = startOf(from) - day;
    return due <= now && now < startOf(from)
      ? [planned, of(`reminder-${moved.length}`, 'reminder', { at: due })]
      : [planned];
  })();
  return [...named, ...word, ...correctionsOf(maintenance)];
}
