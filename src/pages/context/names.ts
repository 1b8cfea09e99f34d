import { type Site, unspecified } from '../../model/site.ts';
import { type AnyNotice, beginning, concerned, type SiteIndex } from '../../model/site-index.ts';
import { listPath, lists, pagePath, regionPath, servicePath, standingSlug } from '../../model/urls.ts';
import type { SectionName } from '../../model/words.ts';
import type { Formatters } from './formatters.ts';
import { textOf } from './rich-text.ts';

/** What names are made of. */
interface NameContext extends Formatters {
  readonly site: Site;
  readonly siteIndex: SiteIndex;
}

/** The title of a notice in the language; while its words are late, a name made of its facts. */
export function titleOf(context: NameContext, notice: AnyNotice): string {
  const words = notice.words[context.locale];
  if (words !== undefined) return words.title;
  const named = concerned(notice).filter((id) => id !== unspecified);
  if (named.length === 0) {
    const date = textOf(context.date(beginning(notice).date));
    return context.t(`late.${notice.kind}_of`, { date });
  }
  return context.t(`late.${notice.kind}`, { services: context.list(serviceNames(context, named)) });
}

export const serviceNames = ({ siteIndex, text }: NameContext, ids: readonly string[]): readonly string[] =>
  ids.map((id) => {
    const service = siteIndex.services.get(id);
    return service === undefined ? id : text(service.name);
  });

export const regionNames = ({ siteIndex, text }: NameContext, ids: readonly string[]): readonly string[] =>
  ids.map((id) => {
    const region = siteIndex.regions.get(id);
    return region === undefined ? id : text(region.name);
  });

/** Titles that no two pages of one language share. */
export interface Titles {
  /** A notice's title as that of its page: with its start, and then its id, where others bear the same. */
  readonly ofNotice: (notice: AnyNotice) => string;
  /**
   * The title of a page that is named by the settings or by a standing text, by its path: with its kind, and then its
   * address, where another page bears the same name. `undefined` for pages that are told apart otherwise.
   */
  readonly at: (path: string) => string | undefined;
}

/** Counts and names at the first question, once. */
export function titlesOf(context: NameContext): Titles {
  let counts: ReadonlyMap<string, number> | undefined;
  let named: ReadonlyMap<string, string> | undefined;
  return {
    ofNotice(notice) {
      counts ??= titleCounts(context);
      const title = titleOf(context, notice);
      if (counts.get(title) === 1) return title;
      const dated = datedTitle(context, notice);
      return counts.get(dated) === 1 ? dated : `${dated} (${notice.id})`;
    },
    at(path) {
      named ??= pageTitles(context);
      return named.get(path);
    },
  };
}

/** How often each title of a notice occurs in the language; where several bear the same, also with their starts. */
function titleCounts(context: NameContext): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (title: string) => counts.set(title, (counts.get(title) ?? 0) + 1);
  const { notices } = context.siteIndex;
  for (const notice of notices) count(titleOf(context, notice));
  const alike = notices.filter((notice) => (counts.get(titleOf(context, notice)) ?? 0) > 1);
  for (const notice of alike) count(datedTitle(context, notice));
  return counts;
}

const datedTitle = (context: NameContext, notice: AnyNotice): string =>
  context.t('title.dated', {
    title: titleOf(context, notice),
    date: textOf(context.at(beginning(notice), 'label')),
  });

/** The titles of the pages whose names a team chooses, by their path. */
function pageTitles(context: NameContext): ReadonlyMap<string, string> {
  const { site, locale, t, text } = context;
  const titles = new Map<string, string>();
  const taken = new Set([
    t('missing.title'),
    t('maintenance.title'),
    t('search.title'),
    ...[...context.siteIndex.byYear.keys()].map((year) => t('history.title_year', { year })),
    ...lists.filter((list) => list !== 'faq').map((list) => t(`nav.${list}`)),
  ]);
  const name = (path: string, title: string, kind: string) => {
    const slug = path.split('/').at(-2) ?? '';
    const own = [title, `${title} (${kind})`, `${title} (${slug})`].find((one) => !taken.has(one));
    const unique = own ?? `${title} (${path})`;
    taken.add(unique);
    titles.set(path, unique);
  };
  name(listPath('faq', locale), site.faq?.[locale]?.title ?? t('nav.faq'), t('nav.faq'));
  for (const service of site.services)
    name(servicePath(service, locale), text(service.name), t('nav.services'));
  for (const region of site.regions) name(regionPath(region, locale), text(region.name), t('nav.regions'));
  for (const page of site.pages) {
    const slug = standingSlug(page, locale);
    name(pagePath(slug, locale), page.words[locale]?.title ?? t('late.page'), slug);
  }
  return titles;
}

/** What a page calls a section: in the catalogues of both languages by the section's own name. */
export const sectionKey = (section: SectionName) => `section.${section}` as const;
