import { zoneWords } from '../../language/format/zones.ts';
import {
  type Entry,
  type Incident,
  isOpen,
  spanOf,
  type TimelineState,
  timelineStatesOf,
} from '../../model/incident.ts';
import type { Maintenance, MaintenanceEntry } from '../../model/maintenance.ts';
import { type Announced, type Announcements, announcementsOf } from '../../model/promise.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import { rankOf, type State, worst } from '../../model/status.ts';
import { type CivilDate, type Html, isoOf, type Moment } from '../../model/values.ts';
import { type Clock, capitalized } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { serviceNames } from '../context/names.ts';
import type { RichText } from '../context/rich-text.ts';
import { type Badge, type Mark, stateBadge } from './badge.ts';
import { type CorrectionNote, correctionsTo } from './corrections.ts';
import { inRegions } from './fact-list.ts';
import { introOf, lateOrNothing, type ProseView, sourceAnchor } from './notice.ts';

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
  /** The services whose state changed, the worst first. */
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

/** The entries by day, and in a sentence their order and, where all share one, the zone of their hours. */
export interface TimelineView {
  readonly heading: string;
  readonly intro?: Html;
  readonly order: string;
  readonly days: readonly DayView[];
}

/** What an entry is told with: the hours of a timeline whose zone is said at its head have none of their own. */
interface Telling {
  readonly context: LocaleContext;
  readonly clock: Clock;
}

/** Newest first while it is open, oldest first once it is over. */
export function timelineOf(context: LocaleContext, incident: Incident): TimelineView {
  const announcements = announcementsOf(incident, context.now.epoch);
  const zone = sharedZone(context, incident);
  const telling = { context, clock: zone === undefined ? context : context.withoutZone };
  const steps = timelineStatesOf(incident);
  const told = steps.map((step, index) => ({
    entry: step.entry,
    view: entryView(telling, incident, step, steps[index - 1], announcements.get(step.entry.anchor) ?? {}),
  }));
  const ordered = isOpen(incident) ? told.toReversed() : told;
  const order = context.t(isOpen(incident) ? 'timeline.newest_first' : 'timeline.oldest_first');
  return {
    heading: context.t('section.timeline'),
    ...introOf(context, incident, 'timeline'),
    order: zone === undefined ? `${order}.` : context.t('timeline.order', { order, zone }),
    days: daysOf(context, ordered),
  };
}

/** The name of the zone that all hours of the notice share; where it changes, each hour says its own. */
function sharedZone({ site, locale }: LocaleContext, notice: AnyNotice): string | undefined {
  const moments = notice.timeline.flatMap((entry) => [
    entry.at,
    ...('next' in entry || 'expected' in entry ? [entry.next, entry.expected] : []),
  ]);
  const names = new Set(
    moments.flatMap((one) => (one?.kind === 'instant' ? [zoneWords(site.zone, locale, one, 'long')] : [])),
  );
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

function daysOf(
  context: LocaleContext,
  told: readonly { readonly entry: { readonly at: Moment }; readonly view: EntryView }[],
): readonly DayView[] {
  const days: { date: RichText; on: CivilDate; entries: EntryView[] }[] = [];
  for (const { entry, view } of told) {
    const on = entry.at.date;
    const last = days.at(-1);
    if (last?.on === on) last.entries.push(view);
    else days.push({ date: context.weekday(on), on, entries: [view] });
  }
  return days;
}

/** How an entry stands to the one before it. */
const setApart = ({ reopens, relapse, again }: TimelineState) =>
  reopens
    ? (['entry.reopened'] as const)
    : again
      ? (['entry.relapse'] as const)
      : relapse
        ? (['entry.worse'] as const)
        : [];

function entryView(
  telling: Telling,
  incident: Incident,
  step: TimelineState,
  before: TimelineState | undefined,
  announced: Announcements,
): EntryView {
  const { entry } = step;
  const { t } = telling.context;
  const samePhase = before?.entry.phase === entry.phase;
  const changed = [...step.states].filter(([id, state]) => step.reopens || before?.states.get(id) !== state);
  return {
    ...commonView(telling, incident, entry),
    mark: entry.phase === 'resolved' ? 'resolved' : worst(step.states.values()),
    phase: t(samePhase ? 'phase.same' : `phase.${entry.phase}`),
    marks: setApart(step).map((key) => t(key)),
    states: statesView(telling.context, changed),
    outcomes: [
      ...(announced.next ? [nextOutcome(telling, entry.at.date, announced.next)] : []),
      ...(announced.expected && !isSaidAgain(entry, before?.entry)
        ? [endOutcome(telling, entry.at.date, announced.expected)]
        : []),
    ],
  };
}

/** Whether the entry before expected the same end. */
const isSaidAgain = ({ expected }: Entry, before: Entry | undefined): boolean =>
  expected !== undefined && before?.expected !== undefined && isoOf(expected) === isoOf(before.expected);

export function maintenanceTimeline(context: LocaleContext, maintenance: Maintenance): TimelineView {
  const zone = sharedZone(context, maintenance);
  const telling = { context, clock: zone === undefined ? context : context.withoutZone };
  const order = context.t('timeline.oldest_first');
  return {
    heading: context.t('section.timeline'),
    ...introOf(context, maintenance, 'timeline'),
    order: zone === undefined ? `${order}.` : context.t('timeline.order', { order, zone }),
    days: daysOf(
      context,
      maintenance.timeline.map((entry) => ({ entry, view: maintenanceEntry(telling, maintenance, entry) })),
    ),
  };
}

const maintenanceEntry = (
  telling: Telling,
  maintenance: Maintenance,
  entry: MaintenanceEntry,
): EntryView => ({
  ...commonView(telling, maintenance, entry),
  mark:
    entry.phase === 'completed' ? 'resolved' : entry.phase === 'scheduled' ? 'planned' : 'under_maintenance',
  phase: telling.context.t(`phase.${entry.phase}`),
  marks: [],
  states: [],
  outcomes: [],
});

function commonView(
  { context, clock }: Telling,
  notice: Incident | Maintenance,
  entry: MaintenanceEntry | TimelineState['entry'],
) {
  const part = notice.words[context.locale]?.sections.timeline?.parts.get(entry.anchor);
  const sources = new Map(notice.sources.map((source) => [source.id, source]));
  return {
    anchor: entry.anchor,
    ...(entry.at.kind === 'instant' ? { at: capitalized(hourOf({ context, clock }, notice, entry.at)) } : {}),
    ...(entry.was === undefined
      ? {}
      : { was: context.sentence('entry.was', { was: clock.until(entry.was, entry.at.date) }) }),
    prose: part === undefined ? lateOrNothing(context, notice) : { html: part.body.html },
    sources: entry.sources.flatMap((id) => {
      const source = sources.get(id);
      return source === undefined ? [] : [{ href: `#${sourceAnchor(id)}`, text: source.publisher }];
    }),
    sourcesTerm: context.t('entry.sources', { count: entry.sources.length }),
    corrections: correctionsTo(context, notice, (to) => to.kind === 'entry' && to.anchor === entry.anchor, {
      day: entry.at.date,
    }),
  };
}

/** The hour on the site's clock; beside those of its regions' other clocks, each has its zone. */
function hourOf({ context, clock }: Telling, notice: AnyNotice, at: Moment): RichText {
  const everywhere = inRegions(context, notice, at, context.at(at, 'time'));
  return everywhere.length > 1 ? everywhere : clock.at(at, 'time');
}

function statesView(
  context: LocaleContext,
  states: readonly (readonly [string, State])[],
): EntryView['states'] {
  const byState = new Map<State, string[]>();
  for (const [service, state] of states) byState.set(state, [...(byState.get(state) ?? []), service]);
  return [...byState]
    .sort(([a], [b]) => rankOf(b) - rankOf(a))
    .map(([state, ids]) => ({
      badge: stateBadge(context, state),
      services: serviceNames(context, ids).join(', '),
    }));
}

/** « promise pour 9 h, publiée à 9 h 40, avec 40 minutes de retard »: without its date where that is the entry's day. */
function nextOutcome(
  { context, clock }: Telling,
  beside: CivilDate,
  { at, outcome, settledBy }: Announced,
): OutcomeView {
  const { t, sentence } = context;
  const promised = clock.until(at, beside);
  if (settledBy === undefined || outcome === 'pending') {
    const key = outcome === 'missed' ? 'promise.overdue' : 'promise.pending';
    return { outcome, text: sentence(key, { at: promised }) };
  }
  const values = { at: promised, given: clock.when(settledBy, beside) };
  return {
    outcome,
    word: t(`promise.word.${outcome}`),
    text:
      outcome === 'kept'
        ? sentence('promise.kept', values)
        : sentence('promise.missed', { ...values, late: context.duration(spanOf(at, settledBy)) }),
  };
}

function endOutcome(
  { context, clock }: Telling,
  beside: CivilDate,
  { at, outcome, settledBy }: Announced,
): OutcomeView {
  const { sentence } = context;
  const expected = clock.until(at, beside);
  if (outcome === 'pending') return { outcome, text: sentence('expected.pending', { at: expected }) };
  if (settledBy === undefined) return { outcome, text: sentence('expected.passed', { at: expected }) };
  return {
    outcome,
    word: context.t(`expected.word.${outcome}`),
    text: sentence(`expected.${outcome}`, { at: expected, ended: clock.when(settledBy, beside) }),
  };
}
