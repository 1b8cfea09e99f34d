import type { Site } from '../model/site.ts';
import { registerOf } from '../model/site-index.ts';
import { type Instant, locales } from '../model/values.ts';
import { type Edition, editionOf, otherThan } from './context/locale-context.ts';
import { apologyLists, apologyPages } from './kinds/apology.ts';
import { historyPages, incidentLists } from './kinds/history.ts';
import { homePages } from './kinds/home.ts';
import { incidentPage } from './kinds/incident.ts';
import { commitmentPages, creditPages } from './kinds/ledgers.ts';
import { maintenanceLists, maintenancePage } from './kinds/maintenance.ts';
import { faqPages, questionPages, standingPages } from './kinds/questions.ts';
import { redirectPages } from './kinds/redirect.ts';
import { doorPages, notFoundInLanguage, notFoundPages } from './kinds/root.ts';
import { searchPages } from './kinds/search.ts';
import { regionPages, servicePages } from './kinds/services-regions.ts';
import type { Page } from './page.ts';

/** The families of pages that a language has, in the order of contract 3. */
const families: readonly ((edition: Edition) => readonly Page[])[] = [
  homePages,
  incidentLists,
  (edition) =>
    edition.site.incidents.flatMap((incident) => [
      incidentPage(edition, incident),
      ...apologyPages(edition, incident),
      ...questionPages(edition, incident),
    ]),
  maintenanceLists,
  (edition) => edition.site.maintenance.map((one) => maintenancePage(edition, one)),
  historyPages,
  servicePages,
  regionPages,
  apologyLists,
  commitmentPages,
  creditPages,
  faqPages,
  searchPages,
  standingPages,
  notFoundInLanguage,
];

/** Every page of the site at `now`, in a stable order; redirects last, never where something lives. */
export function pages(site: Site, now: Instant): Page[] {
  const register = registerOf(site, now.epoch);
  const edition = { en: editionOf(site, register, now, 'en'), fr: editionOf(site, register, now, 'fr') };
  const [first, second] = [edition[site.primary], edition[otherThan(site.primary)]];
  const living = [
    ...doorPages(first, second),
    ...locales.flatMap((locale) => families.flatMap((family) => family(edition[locale]))),
    ...notFoundPages(first, second),
  ];
  const taken = new Set(living.map(({ path }) => path));
  return [...living, ...locales.flatMap((locale) => redirectPages(edition[locale], taken))];
}
