import { locales } from '../model/values.ts';
import { type Contexts, inOrder, type LocaleContext } from './context/locale-context.ts';
import { apologyLists, apologyPages } from './kinds/apology.ts';
import { historyPages, incidentLists } from './kinds/history.ts';
import { homePages } from './kinds/home.ts';
import { incidentPage } from './kinds/incident.ts';
import { commitmentPages, creditPages } from './kinds/ledgers.ts';
import { maintenanceLists, maintenancePage } from './kinds/maintenance.ts';
import { faqPages, questionPages, standingPages } from './kinds/questions.ts';
import { redirectPages } from './kinds/redirect.ts';
import { notFoundInLanguage, notFoundPages, rootPages } from './kinds/root.ts';
import { searchPages } from './kinds/search.ts';
import { regionPages, servicePages } from './kinds/services-regions.ts';
import type { Page } from './page.ts';

/** The families of pages that a language has, in the order of contract 3. */
const families: readonly ((context: LocaleContext) => readonly Page[])[] = [
  homePages,
  incidentLists,
  (context) =>
    context.site.incidents.flatMap((incident) => [
      incidentPage(context, incident),
      ...apologyPages(context, incident),
      ...questionPages(context, incident),
    ]),
  maintenanceLists,
  (context) => context.site.maintenance.map((one) => maintenancePage(context, one)),
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

/** Every page of the site, in a stable order; redirects last, never where something lives. */
export function pages(contexts: Contexts): Page[] {
  const [first, second] = inOrder(contexts);
  const living = [
    ...rootPages(first, second),
    ...locales.flatMap((locale) => families.flatMap((family) => family(contexts[locale]))),
    ...notFoundPages(first, second),
  ];
  const taken = new Set(living.map(({ path }) => path));
  return [...living, ...locales.flatMap((locale) => redirectPages(contexts[locale], taken))];
}
