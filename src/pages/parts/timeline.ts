import { type Incident, isOpen, type TimelineState, timelineStatesOf } from '../../model/incident.ts';
import type { Maintenance, MaintenanceEntry } from '../../model/maintenance.ts';
import { type Announced, type Announcements, announcementsOf } from '../../model/promise.ts';
import { rankOf, type State, worst } from '../../model/status.ts';
import type { CivilDate, Moment } from '../../model/values.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { serviceNames } from '../context/names.ts';
import type { RichText } from '../context/rich-text.ts';
import { type Badge, type Mark, stateBadge } from './badge.ts';
import { type CorrectionNote, correctionsTo, lateOrNothing, type ProseView, sourceAnchor } from './notice.ts';

export interface EntryView {
  readonly anchor: string;
  /** The hour; `undefined` where only the day is known. */
  readonly at?: RichText;
  readonly mark: Mark;
  readonly phase: string;
  /** What sets it apart: a relapse, a reopening, a corrected time. */
  readonly marks: readonly string[];
  readonly was?: RichText;
  readonly prose: ProseView;
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
  readonly text: RichText;
}

/** The entries of one day. */
export interface DayView {
  readonly date: RichText;
  readonly entries: readonly EntryView[];
}

/** By day; newest first while it is open, oldest first once it is over. */
export function timelineOf(context: LocaleContext, incident: Incident): readonly DayView[] {
  const announcements = announcementsOf(incident, context.now.epoch);
  const steps = isOpen(incident) ? timelineStatesOf(incident).toReversed() : timelineStatesOf(incident);
  return daysOf(
    context,
    steps.map((step) => step.entry),
    steps.map((step) => entryView(context, incident, step, announcements.get(step.entry.anchor) ?? {})),
  );
}

function daysOf(
  context: LocaleContext,
  entries: readonly { readonly at: Moment }[],
  views: readonly EntryView[],
): readonly DayView[] {
  const days: { date: RichText; on: CivilDate; entries: EntryView[] }[] = [];
  views.forEach((view, index) => {
    const on = entries[index]?.at.date ?? '';
    const last = days.at(-1);
    if (last?.on === on) last.entries.push(view);
    else days.push({ date: context.weekday(on), on, entries: [view] });
  });
  return days;
}

function entryView(
  context: LocaleContext,
  incident: Incident,
  step: TimelineState,
  announced: Announcements,
): EntryView {
  const { entry } = step;
  const { t } = context;
  return {
    ...commonView(context, incident, entry),
    mark: entry.phase === 'resolved' ? 'resolved' : worst(step.states.values()),
    phase: t(`phase.${entry.phase}`),
    marks: step.reopens ? [t('entry.reopened')] : step.relapse ? [t('entry.relapse')] : [],
    states: statesView(context, step.states),
    outcomes: [
      ...(announced.next ? [nextOutcome(context, entry.at.date, announced.next)] : []),
      ...(announced.expected ? [endOutcome(context, entry.at.date, announced.expected)] : []),
    ],
  };
}

export const maintenanceTimeline = (context: LocaleContext, maintenance: Maintenance): readonly DayView[] =>
  daysOf(
    context,
    maintenance.timeline,
    maintenance.timeline.map((entry) => maintenanceEntry(context, maintenance, entry)),
  );

const maintenanceEntry = (
  context: LocaleContext,
  maintenance: Maintenance,
  entry: MaintenanceEntry,
): EntryView => ({
  ...commonView(context, maintenance, entry),
  mark:
    entry.phase === 'completed' ? 'resolved' : entry.phase === 'scheduled' ? 'planned' : 'under_maintenance',
  phase: context.t(`phase.${entry.phase}`),
  marks: [],
  states: [],
  outcomes: [],
});

function commonView(
  context: LocaleContext,
  notice: Incident | Maintenance,
  entry: MaintenanceEntry | TimelineState['entry'],
) {
  const part = notice.words[context.locale]?.sections.timeline?.parts.get(entry.anchor);
  const sources = new Map(notice.sources.map((source) => [source.id, source]));
  return {
    anchor: entry.anchor,
    ...(entry.at.kind === 'instant' ? { at: context.at(entry.at, 'time') } : {}),
    ...(entry.was === undefined
      ? {}
      : { was: context.sentence('entry.was', { was: context.until(entry.was, entry.at.date) }) }),
    prose: part === undefined ? lateOrNothing(context, notice) : { html: part.body.html },
    sources: entry.sources.flatMap((id) => {
      const source = sources.get(id);
      return source === undefined ? [] : [{ href: `#${sourceAnchor(id)}`, text: source.publisher }];
    }),
    sourcesTerm: context.t('entry.sources', { count: entry.sources.length }),
    corrections: correctionsTo(context, notice, (to) => to.kind === 'entry' && to.anchor === entry.anchor),
  };
}

function statesView(context: LocaleContext, states: ReadonlyMap<string, State>): EntryView['states'] {
  const byState = new Map<State, string[]>();
  for (const [service, state] of states) byState.set(state, [...(byState.get(state) ?? []), service]);
  return [...byState]
    .sort(([a], [b]) => rankOf(b) - rankOf(a))
    .map(([state, ids]) => ({
      badge: stateBadge(context, state),
      services: serviceNames(context, ids).join(', '),
    }));
}

/** « promise pour 9 h, donnée à 9 h 40 »: without its date where that is the entry's day. */
function nextOutcome(
  context: LocaleContext,
  beside: CivilDate,
  { at, outcome, settledBy }: Announced,
): OutcomeView {
  const { t, sentence } = context;
  const promised = context.until(at, beside);
  if (settledBy === undefined || outcome === 'pending') {
    const key = outcome === 'missed' ? 'promise.overdue' : 'promise.pending';
    return { outcome, text: sentence(key, { at: promised }) };
  }
  return {
    outcome,
    word: t(`promise.word.${outcome}`),
    text: sentence(`promise.${outcome}`, { at: promised, given: context.when(settledBy, beside) }),
  };
}

function endOutcome(
  context: LocaleContext,
  beside: CivilDate,
  { at, outcome, settledBy }: Announced,
): OutcomeView {
  const { sentence } = context;
  const expected = context.when(at, beside);
  if (outcome === 'pending') return { outcome, text: sentence('expected.pending', { at: expected }) };
  if (settledBy === undefined) return { outcome, text: sentence('expected.passed', { at: expected }) };
  return {
    outcome,
    text: sentence(`expected.${outcome}`, { at: expected, ended: context.when(settledBy, beside) }),
  };
}
