import { dayOf, instantsOfWall } from '../src/language/format/zones.ts';
import type { Entry, Incident } from '../src/model/incident.ts';
import type { Maintenance } from '../src/model/maintenance.ts';
import type { Site } from '../src/model/site.ts';
import { momentAnchor } from '../src/model/urls.ts';
import type { Instant, Moment } from '../src/model/values.ts';

/** The zone of the incidents made here. */
const zone = 'America/Halifax';

/** `2024-03-02 06:40` on a Halifax clock, or a day alone, `2024-03-02`. */
export function at(text: string): Moment {
  const [date = '', time] = text.split(' ');
  if (time === undefined) return dayOf(date, zone);
  const [instant] = instantsOfWall(date, time, zone);
  if (instant === undefined) throw new RangeError(`no such time: ${text}`);
  return instant;
}

export const epoch = (text: string): number => {
  const moment = at(text);
  return moment.kind === 'instant' ? moment.epoch : moment.start;
};

export function instant(text: string): Instant {
  const moment = at(text);
  if (moment.kind === 'day') throw new RangeError(`a day without an hour: ${text}`);
  return moment;
}

type EntryFacts = Partial<Omit<Entry, 'at' | 'next' | 'expected' | 'ended'>> & {
  next?: string;
  expected?: string;
  ended?: string;
};

/** An entry by its time, its phase and what else matters. */
export function entry(time: string, phase: Entry['phase'], facts: EntryFacts = {}): Entry {
  const { next, expected, ended, ...more } = facts;
  return {
    at: at(time),
    anchor: momentAnchor(at(time)),
    phase,
    services: {},
    sources: [],
    ...(next === undefined ? {} : { next: at(next) }),
    ...(expected === undefined ? {} : { expected: at(expected) }),
    ...(ended === undefined ? {} : { ended: at(ended) }),
    ...more,
  };
}

/** An incident of one service without words. */
export function incident(timeline: readonly [Entry, ...Entry[]], facts: Partial<Incident> = {}): Incident {
  return {
    kind: 'incident',
    id: 'mail',
    services: ['email'],
    regions: [],
    impact: 'critical',
    started: timeline[0].at,
    timeline,
    credits: [],
    commitments: [],
    corrections: [],
    sources: [],
    draft: false,
    words: {},
    ...facts,
  };
}

/** Maintenance of one service without words, from 1 to 4 in the night of March 3, 2024. */
export const maintenance = (facts: Partial<Maintenance> = {}): Maintenance => ({
  kind: 'maintenance',
  id: 'upgrade',
  services: ['email'],
  regions: [],
  impact: 'minor',
  from: at('2024-03-03 01:00'),
  until: at('2024-03-03 04:00'),
  moved: [],
  timeline: [],
  corrections: [],
  sources: [],
  draft: false,
  words: {},
  ...facts,
});

/** A site with one service. */
export const site = (facts: Partial<Site> = {}): Site => ({
  url: 'https://status.example.ca',
  base: '',
  zone,
  primary: 'fr',
  mayBeLate: 'none',
  currency: 'CAD',
  name: { en: 'Service notices', fr: 'Avis de service' },
  organization: { en: 'Example Telecom', fr: 'Télécom Exemple' },
  contact: {},
  groups: [],
  services: [{ id: 'email', name: { en: 'Email', fr: 'Courriel' }, slug: { en: 'email', fr: 'courriel' } }],
  regions: [],
  typography: 'oqlf',
  twins: [],
  theme: {},
  incidents: [],
  maintenance: [],
  pages: [],
  assets: [],
  ...facts,
});
