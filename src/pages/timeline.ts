import { type Incident, isOpen, type Step, stepsOf } from '../model/incident.ts';
import type { Maintenance, MaintenanceEntry } from '../model/maintenance.ts';
import { type Announced, type Announcements, announcementsOf } from '../model/promise.ts';
import { rankOf, type State } from '../model/status.ts';
import type { Moment } from '../model/values.ts';
import { type Badge, stateBadge } from './badge.ts';
import type { Edition } from './edition.ts';
import type { Line } from './line.ts';
import {
  type CorrectionNote,
  correctionsTo,
  lateOrNothing,
  type Prose,
  serviceNames,
  sourceAnchor,
} from './notice.ts';

export interface EntryView {
  readonly anchor: string;
  readonly at: Line;
  readonly phase: string;
  /** What sets it apart: a relapse, a reopening, a corrected time. */
  readonly marks: readonly string[];
  readonly was?: Line;
  readonly prose: Prose;
  /** Services by state, the worst first. */
  readonly states: readonly { readonly badge: Badge; readonly services: string }[];
  readonly outcomes: readonly OutcomeView[];
  readonly sources: readonly { readonly href: string; readonly text: string; readonly lang?: string }[];
  readonly sourcesTerm: string;
  readonly corrections: readonly CorrectionNote[];
}

export interface OutcomeView {
  readonly outcome: 'kept' | 'missed' | 'pending';
  readonly word?: string;
  readonly line: Line;
}

/** Newest first while it is open, oldest first once it is over. */
export function timelineOf(edition: Edition, incident: Incident): readonly EntryView[] {
  const announcements = announcementsOf(incident, edition.now.epoch);
  const entries = stepsOf(incident).map((step) =>
    entryView(edition, incident, step, announcements.get(step.entry.anchor) ?? {}),
  );
  return isOpen(incident) ? entries.reverse() : entries;
}

function entryView(edition: Edition, incident: Incident, step: Step, announced: Announcements): EntryView {
  const { entry } = step;
  const { t } = edition;
  return {
    ...commonView(edition, incident, entry),
    phase: t(`phase.${entry.phase}`),
    marks: step.reopens ? [t('entry.reopened')] : step.relapse ? [t('entry.relapse')] : [],
    states: statesView(edition, step.states),
    outcomes: [
      ...(announced.next ? [nextOutcome(edition, entry.at, announced.next)] : []),
      ...(announced.expected ? [endOutcome(edition, announced.expected)] : []),
    ],
  };
}

export const maintenanceTimeline = (edition: Edition, maintenance: Maintenance): readonly EntryView[] =>
  maintenance.timeline.map((entry) => ({
    ...commonView(edition, maintenance, entry),
    phase: edition.t(`phase.${entry.phase}`),
    marks: [],
    states: [],
    outcomes: [],
  }));

function commonView(
  edition: Edition,
  notice: Incident | Maintenance,
  entry: MaintenanceEntry | Step['entry'],
) {
  const part = notice.words[edition.locale]?.sections.timeline?.parts.get(entry.anchor);
  const sources = new Map(notice.sources.map((source) => [source.id, source]));
  return {
    anchor: entry.anchor,
    at: edition.at(entry.at, 'label'),
    ...(entry.was === undefined ? {} : { was: edition.line('entry.was', { was: edition.the(entry.was) }) }),
    prose: part === undefined ? lateOrNothing(edition, notice) : { html: part.body },
    sources: entry.sources.flatMap((id) => {
      const source = sources.get(id);
      return source === undefined ? [] : [{ href: `#${sourceAnchor(id)}`, text: source.publisher }];
    }),
    sourcesTerm: edition.t('entry.sources', { count: entry.sources.length }),
    corrections: correctionsTo(edition, notice, (to) => to.kind === 'entry' && to.anchor === entry.anchor),
  };
}

function statesView(edition: Edition, states: ReadonlyMap<string, State>): EntryView['states'] {
  const byState = new Map<State, string[]>();
  for (const [service, state] of states) byState.set(state, [...(byState.get(state) ?? []), service]);
  return [...byState]
    .sort(([a], [b]) => rankOf(b) - rankOf(a))
    .map(([state, ids]) => ({
      badge: stateBadge(edition, state),
      services: serviceNames(edition, ids).join(', '),
    }));
}

/** « promise pour 9 h, donnée à 9 h 40 »: without its date where all is of the entry's day. */
function nextOutcome(edition: Edition, said: Moment, { at, outcome, settledBy }: Announced): OutcomeView {
  const { t, line } = edition;
  if (settledBy === undefined || outcome === 'pending') {
    const key = outcome === 'missed' ? 'promise.overdue' : 'promise.pending';
    return { outcome, line: line(key, { at: edition.the(at) }) };
  }
  const sameDay = [said, at, settledBy].every((one) => one.kind === 'instant' && one.date === said.date);
  return {
    outcome,
    word: t(outcome === 'kept' ? 'promise.word.kept' : 'promise.word.missed'),
    line: sameDay
      ? line(outcome === 'kept' ? 'promise.kept_same_day' : 'promise.missed_same_day', {
          at: edition.at(at, 'time'),
          given: edition.at(settledBy, 'time'),
        })
      : line(outcome === 'kept' ? 'promise.kept' : 'promise.missed', {
          at: edition.the(at),
          given: edition.on(settledBy),
        }),
  };
}

function endOutcome(edition: Edition, { at, outcome, settledBy }: Announced): OutcomeView {
  const { line } = edition;
  if (outcome === 'pending') return { outcome, line: line('expected.pending', { at: edition.on(at) }) };
  if (settledBy === undefined) return { outcome, line: line('expected.passed', { at: edition.on(at) }) };
  return {
    outcome,
    line: line(outcome === 'kept' ? 'expected.kept' : 'expected.missed', {
      at: edition.on(at),
      ended: edition.on(settledBy),
    }),
  };
}
