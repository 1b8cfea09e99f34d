import type { Sayable } from '../../language/phrases/fill.ts';
import { type Incident, type IncidentPhase, timelineStatesOf } from '../../model/incident.ts';
import type { MaintenancePhase } from '../../model/maintenance.ts';
import type { Settings } from '../../model/site.ts';
import type { State } from '../../model/status.ts';
import type { LocalText } from '../../model/values.ts';
import type { ReadNotice, SoundFacts } from './read.ts';

/** What the facts of a notice let a phrase say at one of its entries. */
export interface SaidAt {
  readonly sayable: Sayable;
  readonly phase: IncidentPhase | MaintenancePhase;
  /** Of the services that it names, at that hour. */
  readonly states: readonly State[];
  readonly dataLoss?: string | undefined;
  readonly cause?: string | undefined;
}

type Names = Pick<Settings, 'services' | 'regions' | 'zone' | 'currency'>;

/** At an entry of a notice as read; nothing where its facts have errors. */
export const sayableAt = ({ sound }: ReadNotice, index: number, settings: Names): SaidAt | undefined =>
  sound && sayableOf(sound, index, settings);

/** At an entry (from 0) of facts that are sound; nothing where there is no such entry. */
export function sayableOf({ kind, data }: SoundFacts, index: number, settings: Names): SaidAt | undefined {
  const { zone, currency } = settings;
  const names = (of: 'services' | 'regions', ids: readonly string[]): readonly LocalText[] =>
    ids.flatMap((id) => settings[of].find((one) => one.id === id)?.name ?? []);
  const regions = names('regions', data.regions ?? []);
  if (kind === 'maintenance') {
    const entry = data.timeline?.[index];
    if (entry === undefined) return undefined;
    const { from, until } = data;
    const services = names('services', data.services);
    const sayable = { at: entry.at, zone, currency, services, regions, amounts: [], window: { from, until } };
    return { sayable, phase: entry.phase, states: [] };
  }
  const entry = data.timeline[index];
  const step = timelineStatesOf(timelineOf(data))[index];
  if (entry === undefined || step === undefined) return undefined;
  const down = [...step.states].filter(([, state]) => state !== 'operational').map(([id]) => id);
  const sayable = {
    at: entry.at,
    zone,
    currency,
    services: names('services', down.length > 0 ? down : data.services),
    regions: names('regions', step.regions),
    amounts: Object.values(data.credits ?? {}).flatMap(({ amount }) => amount ?? []),
    next: entry.next,
    expected: entry.expected,
  };
  return {
    sayable,
    phase: entry.phase,
    states: [...step.states.values()],
    dataLoss: data.data_loss,
    cause: data.cause?.party,
  };
}

type IncidentData = Extract<SoundFacts, { kind: 'incident' }>['data'];

type Course = Pick<Incident, 'services' | 'regions' | 'impact' | 'timeline'>;

const courses = new WeakMap<IncidentData, Course>();

/** What of the facts says how an incident went: the same object for the same facts. */
export function timelineOf(data: IncidentData): Course {
  const known = courses.get(data);
  if (known !== undefined) return known;
  const course = courseOf(data);
  courses.set(data, course);
  return course;
}

function courseOf({ services, regions = [], impact, timeline }: IncidentData): Course {
  const [first, ...rest] = timeline.map((entry) => ({
    ...entry,
    anchor: '',
    services: entry.services ?? {},
    sources: entry.sources ?? [],
  }));
  if (first === undefined) throw new TypeError('an incident has at least one entry');
  return { services, regions, impact, timeline: [first, ...rest] };
}
