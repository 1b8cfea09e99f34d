import { locales } from '../model/values.ts';
import type { Contexts, LocaleContext } from './context/locale-context.ts';
import { apologiesPages } from './kinds/apologies.ts';
import { apologyPages } from './kinds/apology.ts';
import { bannerPages } from './kinds/banner.ts';
import { commitmentsPages } from './kinds/commitments.ts';
import { creditsPages } from './kinds/credits.ts';
import { faqPages } from './kinds/faq.ts';
import { followPages } from './kinds/follow.ts';
import { historyPages } from './kinds/history.ts';
import { homePages } from './kinds/home.ts';
import { incidentPages } from './kinds/incident.ts';
import { incidentsPages } from './kinds/incidents.ts';
import { maintenancePages } from './kinds/maintenance.ts';
import { maintenancesPages } from './kinds/maintenances.ts';
import { notFoundPages } from './kinds/not-found.ts';
import { notFoundBothPages } from './kinds/not-found-both.ts';
import { standingPages } from './kinds/page.ts';
import { questionsPages } from './kinds/questions.ts';
import { redirectPages } from './kinds/redirect.ts';
import { regionPages } from './kinds/region.ts';
import { regionsPages } from './kinds/regions.ts';
import { rootPages } from './kinds/root.ts';
import { searchPages } from './kinds/search.ts';
import { servicePages } from './kinds/service.ts';
import { servicesPages } from './kinds/services.ts';
import { yearPages } from './kinds/year.ts';
import type { PageAt } from './layout/define-page.ts';

/** A row of the table: a kind of page, and the pages that a site has of it, all with the same view. */
const kind = <K extends string, View extends object>(
  name: K,
  make: (contexts: Contexts) => readonly PageAt<View>[],
) => ({
  kind: name,
  pages: (contexts: Contexts) => make(contexts).map((page) => ({ ...page, kind: name })),
});

/** A kind whose pages stand in each language. */
const kindInEach = <K extends string, View extends object>(
  name: K,
  make: (context: LocaleContext) => readonly PageAt<View>[],
) => kind(name, (contexts) => locales.flatMap((locale) => make(contexts[locale])));

/** Every kind of page, named as its file in `kinds/` and its template `src/views/pages/<kind>.njk`. */
export const kinds = [
  kind('root', rootPages),
  kindInEach('home', homePages),
  kindInEach('incidents', incidentsPages),
  kindInEach('incident', incidentPages),
  kindInEach('apology', apologyPages),
  kindInEach('questions', questionsPages),
  kindInEach('maintenances', maintenancesPages),
  kindInEach('maintenance', maintenancePages),
  kindInEach('history', historyPages),
  kindInEach('year', yearPages),
  kindInEach('services', servicesPages),
  kindInEach('service', servicePages),
  kindInEach('regions', regionsPages),
  kindInEach('region', regionPages),
  kindInEach('apologies', apologiesPages),
  kindInEach('commitments', commitmentsPages),
  kindInEach('credits', creditsPages),
  kindInEach('faq', faqPages),
  kindInEach('search', searchPages),
  kindInEach('follow', followPages),
  kindInEach('banner', bannerPages),
  kindInEach('page', standingPages),
  kindInEach('not-found', notFoundPages),
  kind('not-found-both', notFoundBothPages),
  kindInEach('redirect', redirectPages),
] as const;

type Row = (typeof kinds)[number];
export type PageKind = Row['kind'];
export const pageKinds: readonly PageKind[] = kinds.map((row) => row.kind);

/** One address and what stands there; its kind says which view it has. */
export type Page = ReturnType<Row['pages']>[number];
