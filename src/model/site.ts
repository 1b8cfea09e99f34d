import type { Host } from './hosts.ts';
import { holdsIn, type Incident, statesNow } from './incident.ts';
import { isUnderWay, type Maintenance } from './maintenance.ts';
import { type State, worse, worst } from './status.ts';
import type { CivilDate, Locale, LocalText } from './values.ts';
import type { InEach, Part, Prose } from './words.ts';

export const lateness = ['none', 'en', 'any'] as const;
/** On white paper, or on the site's colour. */
export const headers = ['plain', 'accent'] as const;
/** `oqlf`: nothing before ; ! ? (OQLF, Vitrine linguistique 22039); `fine`: a narrow no-break space there. */
export const typographies = ['oqlf', 'fine'] as const;

/** The service of notices that named none where they came from. */
export const unspecified = 'unspecified';

interface Group {
  readonly id: string;
  readonly name: LocalText;
}

export interface Service {
  readonly id: string;
  readonly name: LocalText;
  readonly slug: LocalText;
  readonly group?: string;
  /** The day since which it is gone: old notices name it, the lists of states do not. */
  readonly retired?: CivilDate;
  readonly description?: LocalText;
}

export interface Region {
  readonly id: string;
  readonly name: LocalText;
  readonly slug: LocalText;
  readonly zone?: string;
}

/** Who writes, for messages: a postal address, and how to stop them. */
interface Sender {
  readonly address: LocalText;
  readonly unsubscribe: LocalText;
}

/** Who speaks, where, in which zone: `site.yml`. */
export interface Settings {
  /** Absolute, without a final slash. */
  readonly url: string;
  /** The path of `url`: empty, or `/avis`. Every link begins with it. */
  readonly base: string;
  readonly zone: string;
  readonly primary: Locale;
  readonly mayBeLate: (typeof lateness)[number];
  readonly currency: string;
  readonly name: LocalText;
  readonly organization: LocalText;
  readonly description?: LocalText;
  readonly notice?: LocalText;
  readonly contact: { readonly phone?: string; readonly email?: string; readonly url?: LocalText };
  readonly groups: readonly Group[];
  readonly services: readonly Service[];
  readonly regions: readonly Region[];
  readonly typography: (typeof typographies)[number];
  readonly theme: {
    readonly accent?: string;
    readonly header?: (typeof headers)[number];
    /** Its address below the site, with its size in CSS pixels. */
    readonly logo?: { readonly path: string; readonly width: number; readonly height: number };
  };
  /** Where it goes, to be warned of that host's limits. */
  readonly host?: Host;
  readonly sender?: Sender;
  /** Hosts that are one in two languages, for comparing the texts. */
  readonly twins: readonly (readonly [string, string])[];
}

/** The standing questions in one language. */
export interface Questions {
  readonly title: string;
  readonly intro: Prose;
  readonly parts: ReadonlyMap<string, Part>;
}

/** Any other page in one language. */
interface PageWords {
  readonly title: string;
  readonly slug: string;
  readonly aliases: readonly string[];
  readonly body: Prose;
}

export interface StandingPage {
  readonly id: string;
  readonly words: InEach<PageWords>;
}

/** A file that is published: an image beside a note, or the logo. */
export interface Asset {
  /** Where it is published: `/images/x/map.png`. */
  readonly path: string;
  /** Where it is read from. */
  readonly file: string;
  /** Some of what stands in the file is not published. */
  readonly isRewritten: boolean;
}

export interface Site extends Settings {
  /** Newest start first; drafts are not among them. */
  readonly incidents: readonly Incident[];
  /** Latest window first; drafts are not among them. */
  readonly maintenance: readonly Maintenance[];
  readonly faq?: InEach<Questions>;
  readonly pages: readonly StandingPage[];
  readonly assets: readonly Asset[];
}

/** The services that are not retired. */
export const servicesInUse = ({ services }: Pick<Settings, 'services'>): readonly Service[] =>
  services.filter(({ retired }) => retired === undefined);

/** The state of every service in use at `now` (epoch milliseconds): the worst of what is open and under way. */
export function serviceStates(site: Site, now: number): ReadonlyMap<string, State> {
  const states = new Map<string, State>(servicesInUse(site).map(({ id }) => [id, 'operational']));
  const raise = (service: string, state: State) => {
    const before = states.get(service);
    if (before !== undefined) states.set(service, worse(before, state));
  };
  for (const incident of site.incidents) for (const [id, state] of statesNow(incident)) raise(id, state);
  for (const one of site.maintenance) {
    if (isUnderWay(one, now)) for (const id of one.services) raise(id, 'under_maintenance');
  }
  return states;
}

/** The state of every region at `now` (epoch milliseconds): the worst of what is open and under way there. */
export function regionStates(site: Site, now: number): ReadonlyMap<string, State> {
  const { incidents, maintenance } = site;
  const concerns = ({ regions }: Maintenance, id: string) => regions.length === 0 || regions.includes(id);
  return new Map(
    site.regions.map(({ id }) => [
      id,
      worst([
        ...incidents.flatMap((one) => (holdsIn(one, id) ? [...statesNow(one).values()] : [])),
        ...(maintenance.some((one) => concerns(one, id) && isUnderWay(one, now))
          ? (['under_maintenance'] as const)
          : []),
      ]),
    ]),
  );
}

/** Whether a language may be published later than the other. */
export const mayWait = (locale: Locale, mayBeLate: Settings['mayBeLate']): boolean =>
  mayBeLate === 'any' || (mayBeLate === 'en' && locale === 'en');
