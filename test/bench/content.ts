import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '../../src/model/values.ts';
import { words } from './words.ts';

/** An incident as every program gets it: four updates, an apology, three questions and two commitments. */
export interface Incident {
  readonly id: string;
  readonly service: string;
  /** `2019-08-15 06:40`, of each update, the first first. */
  readonly times: readonly [string, string, string, string];
  readonly title: Readonly<Record<Locale, string>>;
  readonly summary: Readonly<Record<Locale, string>>;
  /** Markdown below the title. */
  readonly body: Readonly<Record<Locale, string>>;
}

export const services = ['email', 'internet', 'phone', 'mobile'] as const;
const towns = ['Gander', 'Truro', 'Moncton', 'Rimouski', 'Sudbury', 'Brandon', 'Kelowna', 'Nanaimo'] as const;
const minute = 60_000;
const first = Date.UTC(2016, 0, 4, 9, 0);
const tenYears = 10 * 365 * 24 * 60 * minute;

/** By day, on the clock of the site's zone, away from the hours at which it changes. */
const wall = (epoch: number): string => new Date(epoch).toISOString().slice(0, 16).replace('T', ' ');

/** The day so many days after that of a time: `2019-08-15`. */
const daysAfter = (time: string, days: number): string =>
  wall(Date.parse(time.slice(0, 10)) + days * 24 * 60 * minute).slice(0, 10);

/** As many incidents over ten years, the same each time. */
export function incidents(count: number): readonly Incident[] {
  return Array.from({ length: count }, (_none, index) => {
    const day = first + Math.floor((tenYears / count / (24 * 60 * minute)) * index) * 24 * 60 * minute;
    const start = day + (index % 400) * minute;
    const town = towns[index % towns.length] ?? 'Gander';
    const service = services[index % services.length] ?? 'email';
    const at = (after: number) => wall(start + after * minute);
    const times = [at(10), at(55), at(110), at(200)] as const;
    const values: Readonly<Record<string, string>> = {
      town,
      number: String(100 + (index % 800)),
      date: times[0].slice(0, 10),
      a: times[0],
      b: times[1],
      c: times[2],
      d: times[3],
    };
    const filled = (text: string) => text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
    const inBoth = (key: 'title' | 'summary' | 'body') => ({
      en: filled(words.en[key]),
      fr: filled(words.fr[key]),
    });
    return {
      id: `${service}-${town.toLowerCase()}-${index}`,
      service,
      times,
      title: inBoth('title'),
      summary: inBoth('summary'),
      body: inBoth('body'),
    };
  });
}

/** Writes the incidents as `meaculpa` reads them. */
export function writeContent(folder: string, all: readonly Incident[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'site.yml'), siteYml);
  for (const one of all) {
    const own = join(folder, 'incidents', one.times[0].slice(0, 4), one.id);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'incident.yml'), factsOf(one));
    for (const locale of locales) {
      const front = `---\ntitle: ${JSON.stringify(one.title[locale])}\nsummary: ${JSON.stringify(one.summary[locale])}\n---\n`;
      writeFileSync(join(own, `${locale}.md`), `${front}\n${one.body[locale]}`);
    }
  }
}

const siteYml = `url: https://bench.example
zone: America/Toronto
primary: en
name: { en: Service notices, fr: Avis de service }
organization: { en: Long Reach Telecom, fr: Télécom Longue-Portée }
services:
  email: { name: { en: Email, fr: Courriel } }
  internet: { name: { en: Internet, fr: Internet } }
  phone: { name: { en: Home phone, fr: Téléphone résidentiel } }
  mobile: { name: { en: Mobile data, fr: Données mobiles } }
regions:
  east: { name: { en: East, fr: Est } }
  west: { name: { en: West, fr: Ouest } }
`;

const factsOf = ({ service, times: [a, b, c, d] }: Incident): string => `services: [${service}]
regions: [east]
impact: major
timeline:
  - { at: ${a}, phase: investigating, next: ${b} }
  - { at: ${b}, phase: identified, next: ${c} }
  - { at: ${c}, phase: monitoring }
  - { at: ${d}, phase: resolved }
cause: { party: own }
apology:
  at: ${d}
  signer: { name: Camille Arsenault-Wong, title: { en: President, fr: Présidente } }
commitments:
  two-people: { due: ${daysAfter(a, 41)}, done: ${daysAfter(a, 40)} }
  batteries: { due: ${daysAfter(a, 61)}, done: ${daysAfter(a, 58)} }
`;
