import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugOf } from '../src/model/urls.ts';
import { type Locale, locales } from '../src/model/values.ts';
import { clear, dateOf, day, days, diceOf, firstDay, hourPair, same } from './generate/dice.ts';
import { incident } from './generate/incident.ts';
import { maintenance } from './generate/maintenance.ts';
import { type Files, front, inBoth } from './generate/setting.ts';
import * as words from './generate/words.ts';

function write(directory: string, files: Files): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
}

/** What every site has: its settings, a standing question, a page. */
function standing(directory: string): void {
  const site = [
    'url: https://generated.example',
    'zone: America/Toronto',
    'primary: en',
    'name: { en: Service notices, fr: Avis de service }',
    'organization: { en: Long Reach Telecom, fr: Télécom Longue-Portée }',
    'contact: { phone: +1-613-555-0199 }',
    'services:',
    ...words.services.map(({ id, name }) => `  ${id}: { name: ${inBoth(name)} }`),
    'regions:',
    ...Object.entries(words.regions).map(([id, name]) => `  ${id}: { name: ${inBoth(name)} }`),
    '',
  ];
  const pages = (make: (locale: Locale) => string): Files =>
    Object.fromEntries(locales.map((locale) => [`${locale}.md`, make(locale)]));
  const [id, question, answer] = words.standingQuestion;
  write(directory, { 'site.yml': site.join('\n') });
  write(
    join(directory, 'faq'),
    pages((locale) =>
      [front(words.faqTitle[locale]), `## ${question[locale]} {#${id}}`, '', answer[locale], ''].join('\n'),
    ),
  );
  write(
    join(directory, 'pages', 'about'),
    pages((locale) => [front(words.about.title[locale]), words.about.text[locale], ''].join('\n')),
  );
}

/**
 * Writes a content folder without errors: `notices` notices over the ten years from 2016 to 2025, nine incidents in
 * ten, all over, the same for the same seed. Throws a RangeError above 15,000, where two could share a town and a day.
 */
export function generateSite(directory: string, notices: number, seed = 1): void {
  if (!Number.isInteger(notices) || notices < 0 || notices > 15_000) {
    throw new RangeError(`from 0 to 15,000 notices, not ${notices}`);
  }
  const dice = diceOf(seed);
  standing(directory);
  for (let index = 0; index < notices; index += 1) {
    const [place, region] = words.places[index % words.places.length] ?? ['', ''];
    const service = dice.one(words.services);
    const whole = Math.floor((index * (days - 10)) / notices) * day;
    const start = clear(firstDay + 10 * day + whole + dice.from(0, day - 1));
    const customers = dice.from(120, 9800);
    const values = {
      place: same(place),
      at: hourPair(start),
      use: service.use,
      m: same(dice.from(10, 55)),
      n: { en: customers.toLocaleString('en-CA'), fr: customers.toLocaleString('fr-CA') },
    };
    const planned = index % 10 === 9;
    const make = planned ? maintenance : incident;
    const id = `${planned ? 'work' : service.id}-${slugOf(place)}-${dateOf(start)}`;
    const folder = join(directory, planned ? 'maintenance' : 'incidents', dateOf(start).slice(0, 4), id);
    write(folder, make({ dice, place, region, service, start, customers, values }));
  }
}

const [, program, directory, notices] = process.argv;
if (program === import.meta.filename && directory !== undefined && notices !== undefined) {
  generateSite(directory, Number(notices));
}
