import { tolerance } from '../content/schema/notices.ts';
import { typedTime } from '../content/schema/times.ts';
import { instantAt } from '../language/format/zones.ts';
import type { IncidentPhase } from '../model/incident.ts';
import type { MaintenancePhase } from '../model/maintenance.ts';
import { type IncidentState, stateOfImpact } from '../model/status.ts';
import type { Deed, ForeignEntry, ForeignIncident, ForeignMaintenance, When } from './history.ts';
import { epochOf } from './times.ts';

/** An entry with the time as our facts write it, and as the heading of its text does. */
export interface WrittenEntry<Phase> {
  readonly at: string;
  readonly heading: string;
  readonly phase: Phase;
  readonly label?: string;
  readonly body: string;
  readonly services: Readonly<Record<string, IncidentState>>;
  /** When it really ended, where that is before this was said. */
  readonly ended?: string;
}

export interface Clockwork {
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly say: (field: string, value: string, did: Deed) => void;
}

/** A time as a writer of the site types it, with seconds where there are any. */
export function written(when: When, zone: string): string {
  if (typeof when === 'string') return when;
  const second = Math.floor(when / 1000) * 1000;
  return typedTime(instantAt(second, zone, second % 60_000 !== 0), zone);
}

/** Entries in strict order, none in the future, each with its heading. A phase that is not said is that before. */
export function inOrder<Phase extends string>(
  entries: readonly ForeignEntry<Phase>[],
  first: Phase,
  { zone, now, say }: Clockwork,
): readonly WrittenEntry<Phase>[] {
  const days = new Map<string, number>();
  let before = Number.NEGATIVE_INFINITY;
  let phase = first;
  return entries.map((entry) => {
    phase = entry.phase ?? phase;
    const { label, body, services, ended } = entry;
    const rest = {
      phase,
      body,
      services,
      ...(label === undefined ? {} : { label }),
      ...(ended === undefined ? {} : { ended: written(ended, zone) }),
    };
    if (typeof entry.at === 'string') {
      const nth = (days.get(entry.at) ?? 0) + 1;
      days.set(entry.at, nth);
      return { at: entry.at, heading: nth > 1 ? `${entry.at} (${nth})` : entry.at, ...rest };
    }
    const latest = now + tolerance;
    if (entry.at > latest) say('at', new Date(entry.at).toISOString(), 'entry_in_future');
    const second = Math.floor(Math.min(entry.at, latest) / 1000) * 1000;
    if (second <= before && entry.at <= latest) say('at', new Date(entry.at).toISOString(), 'entry_moved');
    before = Math.max(second, before + 1000);
    const at = written(before, zone);
    return { at, heading: at, ...rest };
  });
}

/** The same kind of time throughout: a day among hours is its beginning. */
export function ofOneKind<E extends { readonly at: When }>(
  entries: readonly E[],
  { zone, say }: Clockwork,
): readonly E[] {
  const isMixed = new Set(entries.map(({ at }) => typeof at)).size > 1;
  if (!isMixed) return entries;
  return entries.map((entry) => {
    if (typeof entry.at === 'number') return entry;
    say('at', entry.at, 'day_as_midnight');
    return { ...entry, at: epochOf(entry.at, zone) };
  });
}

/** After so long without a word nobody follows an incident (milliseconds). */
const forgotten = 30 * 86_400_000;

interface Ending {
  readonly entries: readonly ForeignEntry<IncidentPhase>[];
  /** No longer followed since then, and the end is not known. */
  readonly closed?: When;
}

/** The entries of an incident with its end among them, or with what is known of it. */
export function withEnd({ entries, over, ended }: ForeignIncident, { zone, now, say }: Clockwork): Ending {
  const epoch = (when: When) => epochOf(when, zone);
  const isSame = (a: When, b: When) =>
    typeof a === typeof b && Math.floor(epoch(a) / 1000) === Math.floor(epoch(b) / 1000);
  const last = entries.at(-1);
  if (last === undefined) return { entries };
  const isSaid = lastPhase(entries) === 'resolved';
  if (!over || ended === undefined) {
    if (isSaid) return { entries };
    if (over && entries.length > 1) {
      say('resolved', '', 'end_is_update');
      return { entries: [...entries.slice(0, -1), { ...last, phase: 'resolved' }] };
    }
    if (!over && now - epoch(last.at) < forgotten) return { entries };
    say('resolved', '', 'closed_unknown_end');
    return { entries, closed: last.at };
  }
  const later = entries.filter(({ at }) => epoch(at) > epoch(ended) && !isSame(at, ended));
  const until = entries.filter((entry) => !later.includes(entry));
  const hit = until.at(-1);
  const words: ForeignEntry<IncidentPhase> = { at: ended, phase: 'resolved', body: '', services: {} };
  if (isSaid && later.length === 1 && lastPhase(until) !== 'resolved') {
    // The word that it is over may come within a minute of it.
    if (epoch(last.at) - epoch(ended) <= 60_000) return { entries };
    if (typeof ended === typeof last.at)
      return { entries: [...until, { ...last, phase: 'resolved', ended }] };
  }
  const isHit = hit !== undefined && (isSame(hit.at, ended) || lastPhase(until) === 'resolved');
  if (hit !== undefined && isHit && epoch(ended) - epoch(hit.at) > 60_000)
    say('resolved', new Date(epoch(ended)).toISOString(), 'end_after_update');
  const head = isHit ? [...until.slice(0, -1), { ...hit, phase: 'resolved' as const }] : [...until, words];
  if (later.length > 0) say('resolved', new Date(epoch(ended)).toISOString(), 'end_before_update');
  const all = [...head, ...later];
  const final = all.at(-1);
  return {
    entries:
      final === undefined || lastPhase(all) === 'resolved'
        ? all
        : [...all.slice(0, -1), { ...final, phase: 'resolved' }],
  };
}

const lastPhase = (entries: readonly ForeignEntry<IncidentPhase>[]): IncidentPhase | undefined =>
  entries.findLast(({ phase }) => phase !== undefined)?.phase;

/** The entries of planned work; what was never said to be finished, and is long past, was when its window closed. */
export function withCompletion(
  { entries, until }: ForeignMaintenance,
  { zone, now, say }: Clockwork,
): readonly ForeignEntry<MaintenancePhase>[] {
  const last = entries.at(-1);
  if (last === undefined || now - until < forgotten) return entries;
  if (entries.findLast(({ phase }) => phase !== undefined)?.phase === 'completed') return entries;
  say('status', new Date(until).toISOString(), 'window_over');
  return [
    ...entries,
    { at: Math.max(until, epochOf(last.at, zone)), phase: 'completed', body: '', services: {} },
  ];
}

/** The states that change at each entry; at the first, every service has one where any entry names states. */
export function withChanges(
  entries: readonly WrittenEntry<IncidentPhase>[],
  { services, impact }: Pick<ForeignIncident, 'services' | 'impact'>,
): readonly WrittenEntry<IncidentPhase>[] {
  const names = entries.some((entry) => Object.keys(entry.services).length > 0);
  const states = new Map<string, IncidentState>();
  let afresh = true;
  return entries.map((entry) => {
    if (entry.phase === 'resolved') {
      afresh = true;
      return { ...entry, services: {} };
    }
    if (afresh) for (const service of services) states.set(service, stateOfImpact[impact]);
    const known =
      afresh && names ? Object.fromEntries(services.map((key) => [key, 'operational' as const])) : {};
    const said = Object.entries({ ...known, ...entry.services });
    const changed = said.filter(([key, state]) => states.get(key) !== state);
    for (const [key, state] of changed) states.set(key, state);
    afresh = false;
    return { ...entry, services: Object.fromEntries(changed) };
  });
}
