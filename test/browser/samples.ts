import type { PageKind } from '../../src/pages/page.ts';
import type { World } from '../worlds.ts';

/** A page to look at: its name for people, its kind, and where it is in English; its counterpart is looked at too. */
export interface Sample {
  readonly name: string;
  readonly kind: PageKind;
  readonly world: World;
  readonly path: string;
}

const sample = (world: World, name: string, kind: PageKind, path: string): Sample => ({
  name,
  kind,
  world,
  path,
});

/** Every kind of page that a reader sees, in each form that changes what is on it. */
export const samples: readonly Sample[] = [
  sample('open', 'door', 'door', '/'),
  sample('open', 'home', 'home', '/en/'),
  sample('open', 'incident, open', 'incident', '/en/incidents/internet-and-phone-down/'),
  sample('open', 'faq', 'faq', '/en/faq/'),
  sample('open', 'not found', 'not-found', '/en/404.html'),
  sample('open', 'not found, both languages', 'not-found-both', '/404.html'),
  sample('complete', 'door, quiet', 'door', '/'),
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
  sample('maintenance', 'services', 'services', '/en/services/'),
  sample('maintenance', 'regions', 'regions', '/en/regions/'),
  sample('maintenance', 'service, under maintenance', 'service', '/en/services/email/'),
  sample('late', 'incident, stub', 'incident', '/en/incidents/radio-off-the-air/'),
  sample('late', 'apology, stub', 'apology', '/en/incidents/radio-off-the-air/apology/'),
  sample('late', 'questions, stub', 'questions', '/en/incidents/radio-off-the-air/faq/'),
  sample('late', 'maintenance, stub', 'maintenance', '/en/maintenance/mast/'),
  sample('late', 'faq, stub', 'faq', '/en/faq/'),
  sample('late', 'page, stub', 'page', '/en/contact/'),
  sample('images', 'incident with pictures', 'incident', '/en/incidents/ice-storm-towers/'),
];

/** Every page of this world is held to the narrow screens; those that are not above are of a kind that is. */
export const hostile: World = 'long-words';
