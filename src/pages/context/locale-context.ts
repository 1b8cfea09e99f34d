import type { Site } from '../../model/site.ts';
import { type SiteIndex, siteIndexOf } from '../../model/site-index.ts';
import { type Instant, type Locale, otherLocale, perLocale } from '../../model/values.ts';
import { type Formatters, formattersOf } from './formatters.ts';
import { type Titles, titlesOf } from './names.ts';

/** The site at one moment. */
interface SiteContext {
  readonly site: Site;
  readonly siteIndex: SiteIndex;
  readonly now: Instant;
}

/** The site in one language at one moment: what every page is made from. */
export interface LocaleContext extends SiteContext, Formatters {
  /** A path as it is written in a link: with the site's base. */
  readonly href: (path: string) => string;
  /** An address as it is known outside the site. */
  readonly absolute: (path: string) => string;
  readonly titles: Titles;
}

/** The site in both languages at one moment: what pages, machines' files and cards are made from. */
export interface Contexts extends SiteContext, Readonly<Record<Locale, LocaleContext>> {}

/** Makes, once, everything that is asked of the whole site at `now`. */
export function contextsOf(site: Site, now: Instant): Contexts {
  const shared: SiteContext = { site, siteIndex: siteIndexOf(site, now), now };
  return { ...shared, ...perLocale((locale) => localeContextOf(shared, locale)) };
}

function localeContextOf(shared: SiteContext, locale: Locale): LocaleContext {
  const { site } = shared;
  const named = { ...shared, ...formattersOf(site, locale) };
  return {
    ...named,
    href: (path) => site.base + path,
    absolute: (path) => site.url + path,
    titles: titlesOf(named),
  };
}

/** The context in the primary language, then the other one. */
export const inOrder = (contexts: Contexts): readonly [LocaleContext, LocaleContext] => {
  const { primary } = contexts.site;
  return [contexts[primary], contexts[otherLocale(primary)]];
};
