import { concerned, concernedRegions } from '../../model/site-index.ts';
import { homePath, listPath, regionPath, servicePath } from '../../model/urls.ts';
import type { Locale } from '../../model/values.ts';
import type { Contexts, LocaleContext } from '../../pages/context/locale-context.ts';
import { happeningsOf } from '../happenings.ts';
import type { Happening } from '../news.ts';

/** What can be followed, in whichever language. */
export interface Feed {
  /** Its name among the feeds of the site, for ever: `services/email`; that of everything is empty. */
  readonly id: string;
  /** The page beside which it stands. */
  readonly page: (locale: Locale) => string;
  readonly title: (context: LocaleContext) => string;
  /** Newest first. */
  readonly items: readonly Happening[];
}

/** How many entries a feed holds: enough for a reader that was away, not a history. */
export const most = 50;

/** The feeds of the site: of everything, of maintenance, of each service and of each region. */
export function feedsOf(contexts: Contexts): readonly Feed[] {
  const { services, regions } = contexts.site;
  const items = new Map<string, Happening[]>();
  const put = (id: string, happening: Happening) => {
    const list = items.get(id) ?? [];
    items.set(id, list);
    if (list.length < most) list.push(happening);
  };
  for (const happening of happeningsOf(contexts)) {
    const { notice } = happening;
    put('', happening);
    if (notice.kind === 'maintenance') put('maintenance', happening);
    for (const id of concerned(notice)) put(`services/${id}`, happening);
    // A notice that names no region concerns all of them.
    const named = concernedRegions(notice);
    for (const id of named.length > 0 ? named : regions.map((region) => region.id))
      put(`regions/${id}`, happening);
  }
  const ofSite = (context: LocaleContext, title: string) =>
    context.t('title.page', { title, site: context.text(context.site.name) });
  const feed = (id: string, page: Feed['page'], title: Feed['title']): Feed => ({
    id,
    page,
    title,
    items: items.get(id) ?? [],
  });
  return [
    feed('', homePath, ({ site, text }) => text(site.name)),
    feed(
      'maintenance',
      (locale) => listPath('maintenance', locale),
      (context) => ofSite(context, context.t('maintenance.title')),
    ),
    ...services.map((service) =>
      feed(
        `services/${service.id}`,
        (locale) => servicePath(service, locale),
        (context) => ofSite(context, context.text(service.name)),
      ),
    ),
    ...regions.map((region) =>
      feed(
        `regions/${region.id}`,
        (locale) => regionPath(region, locale),
        (context) => ofSite(context, context.text(region.name)),
      ),
    ),
  ];
}
