import { dateWords } from '../../language/format/dates.ts';
import { isOpen, statesNow } from '../../model/incident.ts';
import type { Region, Service } from '../../model/site.ts';
import type { AnyNotice, NoticeGroup } from '../../model/site-index.ts';
import { worst } from '../../model/status.ts';
import { listPath, regionPath, servicePath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listCrumb } from '../layout/layout.ts';
import { listPages } from '../layout/list-page.ts';
import type { Page } from '../page.ts';
import { stateBadge } from '../parts/badge.ts';
import { yearBars } from '../parts/bars.ts';
import { rowOf } from '../parts/notice.ts';
import { groupsView, openView } from '../parts/status.ts';
import { noticeWhen } from '../parts/when.ts';

/** The list of services, and a page for each. */
export function servicePages(context: LocaleContext): readonly Page[] {
  const { t, text, site, siteIndex } = context;
  return [
    ...listPages(context, {
      kind: 'services',
      path: (locale) => listPath('services', locale),
      items: [],
      title: t('nav.services'),
      body: () => ({ groups: groupsView(context) }),
    }),
    ...site.services.flatMap((service) =>
      placePages(context, {
        kind: 'service',
        place: service,
        group: siteIndex.byService.get(service.id),
        body: (first) => ({
          badge:
            service.retired === undefined
              ? stateBadge(context, siteIndex.states.get(service.id) ?? 'operational')
              : {
                  mark: 'closed',
                  word: t('service.retired', { date: dateWords(service.retired, context.locale) }),
                },
          ...(service.description ? { description: text(service.description) } : {}),
          ...(first
            ? {
                year: {
                  heading: t('bars.heading'),
                  bars: yearBars(context, service.id, siteIndex.byService.get(service.id)),
                },
              }
            : {}),
        }),
      }),
    ),
  ];
}

/** The list of regions, and a page for each. */
export function regionPages(context: LocaleContext): readonly Page[] {
  const { t, text, site, siteIndex } = context;
  // A place is not in service or out of it.
  const badgeOf = (region: Region) => {
    const badge = stateBadge(context, regionState(context, siteIndex.byRegion.get(region.id)));
    return badge.mark === 'operational' ? { ...badge, word: context.t('region.quiet') } : badge;
  };
  return [
    ...listPages(context, {
      kind: 'regions',
      path: (locale) => listPath('regions', locale),
      items: [],
      title: t('nav.regions'),
      body: () => ({
        regions: site.regions.map((region) => ({
          link: { href: context.href(regionPath(region, context.locale)), text: text(region.name) },
          badge: badgeOf(region),
        })),
        empty: t('regions.none'),
      }),
    }),
    ...site.regions.flatMap((region) =>
      placePages(context, {
        kind: 'region',
        place: region,
        group: siteIndex.byRegion.get(region.id),
        body: () => ({ badge: badgeOf(region) }),
      }),
    ),
  ];
}

/** The worst state of what is open in the region, or under way. */
function regionState(context: LocaleContext, group: NoticeGroup | undefined) {
  const states = (group?.notices ?? [])
    .filter((one) => isCurrent(context, one))
    .flatMap((one) =>
      one.kind === 'maintenance' ? ['under_maintenance' as const] : [...statesNow(one).values()],
    );
  return worst(states);
}

const isCurrent = ({ siteIndex }: LocaleContext, notice: AnyNotice): boolean =>
  notice.kind === 'incident' ? isOpen(notice) : siteIndex.underWay.includes(notice);

interface Place {
  readonly kind: 'service' | 'region';
  readonly place: Service | Region;
  readonly group: NoticeGroup | undefined;
  /** What it shows besides its notices, on its first page and on those after it. */
  readonly body: (first: boolean) => object;
}

const places = {
  service: { path: servicePath, list: 'services', crumb: 'nav.services' },
  region: { path: regionPath, list: 'regions', crumb: 'nav.regions' },
} as const;

function placePages(context: LocaleContext, { kind, place, group, body }: Place): readonly Page[] {
  const { t, text } = context;
  const { path, list, crumb } = places[kind];
  const { open, ahead, past } = sorted(context, group);
  return listPages(context, {
    kind,
    path: (locale, page) => path(place, locale, page),
    items: past,
    title: text(place.name),
    crumbs: [listCrumb(context, list, crumb)],
    body: ({ items, number }) => ({
      ...body(number === 1),
      open: open.map((one) => openView(context, one)),
      ahead: {
        heading: t('home.ahead'),
        rows: ahead.map((one) => rowOf(context, one, context.range(one.from, one.until))),
      },
      past: {
        heading: t('place.past'),
        rows: items.map((one) => rowOf(context, one, noticeWhen(context, one))),
        empty: t('place.none'),
      },
    }),
  });
}

function sorted({ siteIndex }: LocaleContext, group: NoticeGroup | undefined) {
  const current = new Set<AnyNotice>([...siteIndex.underWay, ...siteIndex.ahead]);
  return {
    open: (group?.incidents ?? []).filter(isOpen),
    ahead: (group?.maintenance ?? []).filter((one) => current.has(one)),
    past: (group?.notices ?? []).filter((one) =>
      one.kind === 'incident' ? !isOpen(one) : !current.has(one),
    ),
  };
}
