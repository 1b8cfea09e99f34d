import { isOpen, statesNow } from '../../model/incident.ts';
import type { Region, Service } from '../../model/site.ts';
import type { AnyNotice, Shelf } from '../../model/site-index.ts';
import { worst } from '../../model/status.ts';
import { listPath, regionPath, servicePath } from '../../model/urls.ts';
import type { Edition } from '../context/locale-context.ts';
import { listCrumb } from '../layout/layout.ts';
import { listPages } from '../layout/list-page.ts';
import type { Page } from '../page.ts';
import { stateBadge } from '../parts/badge.ts';
import { yearBars } from '../parts/bars.ts';
import { rowOf } from '../parts/notice.ts';
import { groupsView, openView } from '../parts/status.ts';
import { noticeWhen } from '../parts/when.ts';

/** The list of services, and a page for each. */
export function servicePages(edition: Edition): readonly Page[] {
  const { t, text, site, register } = edition;
  return [
    ...listPages(edition, {
      kind: 'services',
      path: (locale) => listPath('services', locale),
      items: [],
      title: t('nav.services'),
      body: () => ({ groups: groupsView(edition) }),
    }),
    ...site.services.flatMap((service) =>
      placePages(edition, {
        kind: 'service',
        place: service,
        shelf: register.byService.get(service.id),
        body: (first) => ({
          badge: stateBadge(edition, register.states.get(service.id) ?? 'operational'),
          ...(service.description ? { description: text(service.description) } : {}),
          ...(first
            ? {
                year: {
                  heading: t('bars.heading'),
                  bars: yearBars(edition, service.id, register.byService.get(service.id)),
                },
              }
            : {}),
        }),
      }),
    ),
  ];
}

/** The list of regions, and a page for each. */
export function regionPages(edition: Edition): readonly Page[] {
  const { t, text, site, register } = edition;
  // A place is not in service or out of it.
  const badgeOf = (region: Region) => {
    const badge = stateBadge(edition, regionState(edition, register.byRegion.get(region.id)));
    return badge.mark === 'operational' ? { ...badge, word: edition.t('region.quiet') } : badge;
  };
  return [
    ...listPages(edition, {
      kind: 'regions',
      path: (locale) => listPath('regions', locale),
      items: [],
      title: t('nav.regions'),
      body: () => ({
        regions: site.regions.map((region) => ({
          link: { href: edition.href(regionPath(region, edition.locale)), text: text(region.name) },
          badge: badgeOf(region),
        })),
        empty: t('regions.none'),
      }),
    }),
    ...site.regions.flatMap((region) =>
      placePages(edition, {
        kind: 'region',
        place: region,
        shelf: register.byRegion.get(region.id),
        body: () => ({ badge: badgeOf(region) }),
      }),
    ),
  ];
}

/** The worst state of what is open in the region, or under way. */
function regionState(edition: Edition, shelf: Shelf | undefined) {
  const states = (shelf?.notices ?? [])
    .filter((one) => isCurrent(edition, one))
    .flatMap((one) =>
      one.kind === 'maintenance' ? ['under_maintenance' as const] : [...statesNow(one).values()],
    );
  return worst(states);
}

const isCurrent = ({ register }: Edition, notice: AnyNotice): boolean =>
  notice.kind === 'incident' ? isOpen(notice) : register.underWay.includes(notice);

interface Place {
  readonly kind: 'service' | 'region';
  readonly place: Service | Region;
  readonly shelf: Shelf | undefined;
  /** What it shows besides its notices, on its first page and on those after it. */
  readonly body: (first: boolean) => object;
}

const places = {
  service: { path: servicePath, list: 'services', crumb: 'nav.services' },
  region: { path: regionPath, list: 'regions', crumb: 'nav.regions' },
} as const;

function placePages(edition: Edition, { kind, place, shelf, body }: Place): readonly Page[] {
  const { t, text } = edition;
  const { path, list, crumb } = places[kind];
  const { open, ahead, past } = sorted(edition, shelf);
  return listPages(edition, {
    kind,
    path: (locale, page) => path(place, locale, page),
    items: past,
    title: text(place.name),
    crumbs: [listCrumb(edition, list, crumb)],
    body: ({ items, number }) => ({
      ...body(number === 1),
      open: open.map((one) => openView(edition, one)),
      ahead: {
        heading: t('home.ahead'),
        rows: ahead.map((one) => rowOf(edition, one, edition.range(one.from, one.until))),
      },
      past: {
        heading: t('place.past'),
        rows: items.map((one) => rowOf(edition, one, noticeWhen(edition, one))),
        empty: t('place.none'),
      },
    }),
  });
}

function sorted({ register }: Edition, shelf: Shelf | undefined) {
  const current = new Set<AnyNotice>([...register.underWay, ...register.ahead]);
  return {
    open: (shelf?.incidents ?? []).filter(isOpen),
    ahead: (shelf?.maintenance ?? []).filter((one) => current.has(one)),
    past: (shelf?.notices ?? []).filter((one) =>
      one.kind === 'incident' ? !isOpen(one) : !current.has(one),
    ),
  };
}
