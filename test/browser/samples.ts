import type { PageKind } from '../../src/pages/page.ts';
import type { World } from '../worlds.ts';

/** A page to look at: its name for people, its kind, and where it is; its counterpart is looked at too. */
export interface Sample {
  readonly name: string;
  readonly kind: PageKind;
  readonly world: World;
  readonly path: string;
  /** Without its counterpart, which is of another sort. */
  readonly alone?: true;
  /** How many hours after the page was made it is read. */
  readonly later?: number;
}

const sample = (
  world: World,
  name: string,
  kind: PageKind,
  path: string,
  more: Pick<Sample, 'alone' | 'later'> = {},
): Sample => ({ name, kind, world, path, ...more });

/** Every kind of page that a reader sees, in each form that changes what is on it. */
export const samples: readonly Sample[] = [
  sample('open', 'door', 'root', '/'),
  sample('open', 'home', 'home', '/en/'),
  sample('open', 'incident, open', 'incident', '/en/incidents/internet-and-phone-down/'),
  sample('open', 'incident whose promise has passed', 'incident', '/en/incidents/internet-and-phone-down/', {
    later: 24,
  }),
  sample('open', 'banner', 'banner', '/en/banner/'),
  sample('complete', 'banner, quiet', 'banner', '/en/banner/'),
  sample('open', 'faq', 'faq', '/en/faq/'),
  sample('open', 'follow', 'follow', '/en/follow/'),
  sample('open', 'not found', 'not-found', '/en/404.html'),
  sample('open', 'not found, both languages', 'not-found-both', '/404.html'),
  sample('complete', 'door, quiet', 'root', '/'),
  sample('complete', 'home, quiet', 'home', '/en/'),
  sample('complete', 'incidents', 'incidents', '/en/incidents/'),
  sample('complete', 'incident, over', 'incident', '/en/incidents/email-down/'),
  sample('complete', 'apology', 'apology', '/en/incidents/email-down/apology/'),
  sample('complete', 'questions', 'questions', '/en/incidents/email-down/faq/'),
  sample('complete', 'year', 'year', '/en/history/2026/'),
  sample('complete', 'service', 'service', '/en/services/email/'),
  sample('complete', 'region', 'region', '/en/regions/manitoba/'),
  sample('complete', 'apologies', 'apologies', '/en/apologies/'),
  sample('complete', 'commitments', 'commitments', '/en/commitments/'),
  sample('complete', 'credits', 'credits', '/en/credits/'),
  sample('complete', 'search', 'search', '/en/search/'),
  sample('reopened', 'incident, reopened', 'incident', '/en/incidents/transfers-failing/'),
  sample('reopened', 'history', 'history', '/en/history/'),
  sample('reopened', 'page', 'page', '/en/contact/'),
  sample('demonstration', 'incident, closed', 'incident', '/en/incidents/telus-net-email-outage/'),
  sample('demonstration', 'apology, reported', 'apology', '/en/incidents/telus-net-email-outage/apology/'),
  sample('maintenance', 'maintenances', 'maintenances', '/en/maintenance/'),
  sample('maintenance', 'maintenance', 'maintenance', '/en/maintenance/email-move/'),
  sample('maintenance', 'questions of maintenance', 'questions', '/en/maintenance/email-move/faq/'),
  sample('maintenance', 'services', 'services', '/en/services/'),
  sample('maintenance', 'regions', 'regions', '/en/regions/'),
  sample('maintenance', 'service, under maintenance', 'service', '/en/services/email/'),
  sample('late', 'incident, stub', 'incident', '/fr/incidents/radio/', { alone: true }),
  sample('late', 'apology, stub', 'apology', '/fr/incidents/radio/excuses/', { alone: true }),
  sample('late', 'questions, stub', 'questions', '/fr/incidents/radio/faq/', { alone: true }),
  sample('late', 'maintenance, stub', 'maintenance', '/en/maintenance/mast/', { alone: true }),
  sample('late', 'faq, stub', 'faq', '/en/faq/', { alone: true }),
  sample('late', 'page, stub', 'page', '/en/contact/', { alone: true }),
  sample('images', 'incident with pictures', 'incident', '/en/incidents/ice-storm-towers/'),
];

/** Every page of this world is held to the narrow screens; those that are not above are of a kind that is. */
export const hostile: World = 'long-words';
