import { type Incident, isOpen, type Step, stepsOf } from '../../model/incident.ts';
import type { Maintenance, MaintenanceEntry } from '../../model/maintenance.ts';
import { type Announced, type Announcements, announcementsOf } from '../../model/promise.ts';
import { rankOf, type State, worst } from '../../model/status.ts';
import type { CivilDate, Moment } from '../../model/values.ts';
import type { Edition } from '../context/locale-context.ts';
import type { Line } from '../context/rich-text.ts';
import { type Badge, type Mark, stateBadge } from './badge.ts';
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
  /** The hour; nothing where only the day is known. */
  readonly at?: Line;
  readonly mark: Mark;
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

/** The entries of one day. */
export interface DayView {
  readonly date: Line;
  readonly entries: readonly EntryView[];
}

/** By day; newest first while it is open, oldest first once it is over. */
export function timelineOf(edition: Edition, incident: Incident): readonly DayView[] {
  const announcements = announcementsOf(incident, edition.now.epoch);
  const steps = isOpen(incident) ? stepsOf(incident).toReversed() : stepsOf(incident);
  return daysOf(
    edition,
    steps.map((step) => step.entry),
    steps.map((step) => entryView(edition, incident, step, announcements.get(step.entry.anchor) ?? {})),
  );
}

function daysOf(
  edition: Edition,
  entries: readonly { readonly at: Moment }[],
  views: readonly EntryView[],
): readonly DayView[] {
  const days: { date: Line; on: CivilDate; entries: EntryView[] }[] = [];
  views.forEach((view, index) => {
    const on = entries[index]?.at.date ?? '';
    const last = days.at(-1);
    if (last?.on === on) last.entries.push(view);
    else days.push({ date: edition.weekday(on), on, entries: [view] });
  });
  return days;
}

function entryView(edition: Edition, incident: Incident, step: Step, announced: Announcements): EntryView {
  const { entry } = step;
  const { t } = edition;
  return {
    ...commonView(edition, incident, entry),
    mark: entry.phase === 'resolved' ? 'resolved' : worst(step.states.values()),
    phase: t(`phase.${entry.phase}`),
    marks: step.reopens ? [t('entry.reopened')] : step.relapse ? [t('entry.relapse')] : [],
    states: statesView(edition, step.states),
    outcomes: [
      ...(announced.next ? [nextOutcome(edition, entry.at.date, announced.next)] : []),
      ...(announced.expected ? [endOutcome(edition, entry.at.date, announced.expected)] : []),
    ],
  };
}

export const maintenanceTimeline = (edition: Edition, maintenance: Maintenance): readonly DayView[] =>
  daysOf(
    edition,
    maintenance.timeline,
    maintenance.timeline.map((entry) => maintenanceEntry(edition, maintenance, entry)),
  );

const maintenanceEntry = (
  edition: Edition,
  maintenance: Maintenance,
  entry: MaintenanceEntry,
): EntryView => ({
  ...commonView(edition, maintenance, entry),
  mark:
    entry.phase === 'completed' ? 'resolved' : entry.phase === 'scheduled' ? 'planned' : 'under_maintenance',
  phase: edition.t(`phase.${entry.phase}`),
  marks: [],
  states: [],
  outcomes: [],
});

function commonView(
  edition: Edition,
  notice: Incident | Maintenance,
  entry: MaintenanceEntry | Step['entry'],
) {
  const part = notice.words[edition.locale]?.sections.timeline?.parts.get(entry.anchor);
  const sources = new Map(notice.sources.map((source) => [source.id, source]));
  return {
    anchor: entry.anchor,
    ...(entry.at.kind === 'instant' ? { at: edition.at(entry.at, 'time') } : {}),
    ...(entry.was === undefined
      ? {}
      : { was: edition.line('entry.was', { was: edition.until(entry.was, entry.at.date) }) }),
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

/** « promise pour 9 h, donnée à 9 h 40 »: without its date where that is the entry's day. */
function nextOutcome(
  edition: Edition,
  beside: CivilDate,
  { at, outcome, settledBy }: Announced,
): OutcomeView {
  const { t, line } = edition;
  const promised = edition.until(at, beside);
  if (settledBy === undefined || outcome === 'pending') {
    const key = outcome === 'missed' ? 'promise.overdue' : 'promise.pending';
    return { outcome, line: line(key, { at: promised }) };
  }
  return {
    outcome,
    word: t(`promise.word.${outcome}`),
    line: line(`promise.${outcome}`, { at: promised, given: edition.when(settledBy, beside) }),
  };
}

function endOutcome(edition: Edition, beside: CivilDate, { at, outcome, settledBy }: Announced): OutcomeView {
  const { line } = edition;
  const expected = edition.when(at, beside);
  if (outcome === 'pending') return { outcome, line: line('expected.pending', { at: expected }) };
  if (settledBy === undefined) return { outcome, line: line('expected.passed', { at: expected }) };
  return {
    outcome,
    line: line(`expected.${outcome}`, { at: expected, ended: edition.when(settledBy, beside) }),
  };
}
