import { idFrom } from '../content/schema/fields.ts';
import { instantAt, isZone } from '../language/format/zones.ts';
import type { Settings } from '../model/site.ts';
import { slugOf } from '../model/urls.ts';
import type { CivilDate, Locale, LocalText } from '../model/values.ts';
import type { ForeignNotice, ForeignService, History, Remark } from './history.ts';
import type { ResolveLink } from './markup.ts';
import { noticeFiles, type Setting } from './notice-files.ts';
import { mergedSiteFile, type NewService, newSiteFile, type Wanted } from './site-file.ts';
import { epochOf } from './times.ts';

/** What the content folder holds before an import. */
export interface Existing {
  /** Absent where there is no `site.yml` yet. */
  readonly site?: { readonly text: string; readonly settings: Settings };
  /** Ids of notices. */
  readonly ids: ReadonlySet<string>;
  /** What was brought before: by `statuspage kz1xjx`, our id. */
  readonly imported: ReadonlyMap<string, string>;
  /** Former addresses that are spoken for. */
  readonly paths: ReadonlySet<string>;
}

export interface Call {
  readonly locale: Locale;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly progress?: (done: number, of: number) => void;
}

/** What is to be written, by path below the content folder, and what is told of it. */
export interface Plan {
  readonly files: ReadonlyMap<string, string>;
  readonly read: number;
  readonly written: number;
  readonly skipped: number;
  readonly refused: number;
  /** Of what is written or refused now, and of the site. */
  readonly remarks: readonly Remark[];
  /** Names of services that are added to `site.yml`. */
  readonly services: readonly string[];
  readonly mayBeLate: boolean;
}

/** Plans an import: only what is new is written, and nothing that is there is changed but `site.yml`, by additions. */
export function planImport(history: History, existing: Existing, call: Call): Plan {
  const settings = existing.site?.settings;
  const zone = settings?.zone ?? zoneOf(history.zone);
  const { origin } = history;
  const known = history.notices.filter(({ id }) => existing.imported.has(`${origin} ${id}`));
  const fresh = history.notices.filter(({ id }) => !existing.imported.has(`${origin} ${id}`));
  const ids = idsOf(fresh, existing.ids, zone);
  const { services, serviceIds, unnamed, groups } = servicesFor(history, fresh, settings, zone, call);
  const setting: Setting = {
    origin,
    zone,
    now: call.now,
    locale: call.locale,
    breaks: history.breaks,
    publisher: history.name ?? settings?.organization[call.locale] ?? origin,
    serviceIds,
    unnamed,
    linksOf: linksIn(history, new Map([...ourIds(known, existing, origin), ...ids]), settings?.url),
    takenPaths: new Set(existing.paths),
  };
  const files = new Map<string, string>();
  const remarks: Remark[] = [
    ...history.remarks.filter(({ notice }) => notice === undefined || ids.has(notice)),
  ];
  fresh.forEach((notice, index) => {
    call.progress?.(index, fresh.length);
    const made = noticeFiles(notice, setting);
    const folder = notice.kind === 'incident' ? 'incidents' : 'maintenance';
    files.set(`${folder}/${ids.get(notice.id)}/${notice.kind}.yml`, made.facts);
    files.set(`${folder}/${ids.get(notice.id)}/${call.locale}.md`, made.note);
    remarks.push(...made.remarks);
  });
  const late = settings === undefined ? 'none' : settings.mayBeLate;
  const mayBeLate = fresh.length > 0 && late !== 'any' && !(late === 'en' && call.locale === 'fr');
  const wanted: Wanted = { services, groups, ...(mayBeLate ? { mayBeLate: 'any' } : {}) };
  const site = siteFile(history, existing, wanted, zone, call, remarks);
  if (site !== undefined && site !== existing.site?.text) files.set('site.yml', site);
  if (history.services === undefined && services.length > 0)
    remarks.unshift({ file: '', field: 'services', value: '', did: 'services_not_listed' });
  return {
    files,
    read: history.read,
    written: fresh.length,
    skipped: known.length,
    refused: history.read - history.notices.length,
    remarks,
    services: services.map(({ name }) => name[call.locale]),
    mayBeLate,
  };
}

/** `Etc/UTC` is what others call UTC. */
const zoneOf = (found: string | undefined): string => (found !== undefined && isZone(found) ? found : 'UTC');

const ourIds = (notices: readonly ForeignNotice[], existing: Existing, origin: string) =>
  notices.map(({ id }) => [id, existing.imported.get(`${origin} ${id}`) ?? ''] as const);

/** Our ids by theirs: digits alone would be pages of a list, and no two are the same. */
function idsOf(
  notices: readonly ForeignNotice[],
  taken: ReadonlySet<string>,
  zone: string,
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  return new Map(
    notices.map((notice) => {
      const slug = slugOf(notice.id.slice(0, 200)).slice(0, 80).replace(/-$/, '');
      const date = instantAt(beginning(notice, zone), zone).date;
      const base =
        slug === '' ? `${notice.kind}-${date}` : /^\d+$/.test(slug) ? `${notice.kind}-${slug}` : slug;
      const id = unique(base, used);
      used.add(id);
      return [notice.id, id];
    }),
  );
}

function unique(base: string, used: ReadonlySet<string>): string {
  if (!used.has(base)) return base;
  let nth = 2;
  while (used.has(`${base}-${nth}`)) nth += 1;
  return `${base}-${nth}`;
}

const beginning = (notice: ForeignNotice, zone: string): number =>
  notice.kind === 'maintenance' ? notice.from : epochOf(notice.started ?? notice.entries[0]?.at ?? 0, zone);

const both = (text: string): LocalText => ({ en: text, fr: text });

interface ServicePlan {
  readonly services: readonly NewService[];
  readonly groups: Wanted['groups'];
  readonly serviceIds: ReadonlyMap<string, string>;
  readonly unnamed: string;
}

const unspecified = { en: 'Not specified', fr: 'Non précisé' };

/** Which services are there, which are to be added, and which of those are gone. */
function servicesFor(
  history: History,
  fresh: readonly ForeignNotice[],
  settings: Settings | undefined,
  zone: string,
  { now }: Call,
): ServicePlan {
  const latest = new Map<string, number>();
  for (const notice of fresh)
    for (const key of notice.services.length === 0 ? [''] : notice.services)
      latest.set(key, Math.max(latest.get(key) ?? 0, beginning(notice, zone)));
  const groups = new Map((settings?.groups ?? []).map(({ id, name }) => [name.en.toLowerCase(), id]));
  for (const { id, name } of settings?.groups ?? []) groups.set(name.fr.toLowerCase(), id);
  const used = new Set((settings?.services ?? []).map(({ id }) => id));
  const slugs = new Set((settings?.services ?? []).flatMap(({ slug }) => [slug.en, slug.fr]));
  const serviceIds = new Map<string, string>();
  const services: NewService[] = [];
  const newGroups: { id: string; name: LocalText }[] = [];
  const groupOf = (name: string): string => {
    const found = groups.get(name.toLowerCase());
    if (found !== undefined) return found;
    const id = unique(keyOf(name, 'group'), new Set(groups.values()));
    groups.set(name.toLowerCase(), id);
    newGroups.push({ id, name: both(name) });
    return id;
  };
  const claimed = new Set<string>();
  const byName = new Map<string, string>();
  const add = (service: ForeignService, retired: CivilDate | undefined, isFormer = false) => {
    const name = service.name.replace(/\s+/g, ' ').trim().slice(0, 200);
    // Two of a list may bear one name; one that is gone is that which bears it now.
    const there =
      settings?.services.find((one) => isCalled(one, name) && (isFormer || !claimed.has(one.id)))?.id ??
      (isFormer ? byName.get(plain(name)) : undefined);
    if (there !== undefined) {
      claimed.add(there);
      serviceIds.set(service.key, there);
      return;
    }
    const id = unique(keyOf(name, 'service'), used);
    used.add(id);
    const address = unique(slugOf(name) || id, slugs);
    slugs.add(address);
    serviceIds.set(service.key, id);
    byName.set(plain(name), id);
    services.push({
      id,
      name: both(name),
      ...(address === slugOf(name) ? {} : { slug: both(address) }),
      ...(service.group === undefined ? {} : { group: groupOf(service.group) }),
      ...(service.description === undefined
        ? {}
        : { description: both(service.description.replace(/\s+/g, ' ').trim()) }),
      ...(retired === undefined ? {} : { retired }),
    });
  };
  for (const service of history.services ?? []) add(service, undefined);
  const dayOf = (epoch: number): CivilDate => instantAt(Math.min(epoch, now), zone).date;
  for (const service of history.former) {
    const epoch = latest.get(service.key);
    if (epoch !== undefined) add(service, history.services === undefined ? undefined : dayOf(epoch), true);
  }
  const unnamed = 'unspecified';
  const last = latest.get('');
  if (last !== undefined && !used.has(unnamed))
    services.push({ id: unnamed, name: unspecified, retired: dayOf(last) });
  return { services, groups: newGroups, serviceIds, unnamed };
}

const keyOf = (name: string, otherwise: string): string => idFrom(name) ?? otherwise;

const isCalled = ({ id, name }: Settings['services'][number], found: string): boolean =>
  [name.en, name.fr].some((one) => plain(one) === plain(found)) || id === idFrom(found);

/** Without what typography changes. */
const plain = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();

/** Links of a text: to other notices by their folders; none to what is not here. */
function linksIn(
  { url: home, notices }: History,
  ids: ReadonlyMap<string, string>,
  ownUrl: string | undefined,
): Setting['linksOf'] {
  const own = ownUrl ?? home;
  const byPath = new Map(
    notices
      .filter(({ draft }) => draft !== true)
      .flatMap(({ id, paths }) => paths.map((path) => [bare(path), ids.get(id)] as const)),
  );
  return ({ paths: [path = '/'] }): ResolveLink =>
    (href) => {
      if (href.startsWith('#') || !URL.canParse(href, home === undefined ? undefined : home + path))
        return undefined;
      const to = new URL(href, home === undefined ? undefined : home + path);
      if (to.protocol === 'mailto:' || to.protocol === 'tel:')
        return to.pathname.trim() === '' ? undefined : href;
      if (to.protocol !== 'https:' && to.protocol !== 'http:') return undefined;
      if (home !== undefined && to.host === new URL(home).host) {
        const id = byPath.get(bare(to.pathname));
        if (id !== undefined) return `../${id}/`;
      }
      // An address of the site that is not there would be a broken one.
      if (own !== undefined && to.host === new URL(own).host && to.pathname !== '/') return undefined;
      return /^https?:\/\/[^/]/i.test(href) ? href : to.href;
    };
}

const bare = (path: string): string => path.toLowerCase().replace(/(?:index\.html)?\/*$/, '');

function siteFile(
  history: History,
  { site }: Existing,
  wanted: Wanted,
  zone: string,
  { locale }: Call,
  remarks: Remark[],
): string | undefined {
  if (wanted.services.length > 0)
    remarks.unshift({ file: 'site.yml', field: 'services', value: '', did: 'titles_one_language' });
  if (site !== undefined) return mergedSiteFile(site.text, wanted);
  if (wanted.services.length === 0) return undefined;
  const sound =
    history.url !== undefined && /^https?:\/\/[^\s/]+/.test(history.url) && URL.canParse(history.url);
  if (!sound)
    remarks.unshift({ file: 'site.yml', field: 'url', value: history.url ?? '', did: 'url_unknown' });
  if (
    history.zone !== undefined &&
    zoneOf(history.zone) !== history.zone &&
    !/^etc\/utc$/i.test(history.zone)
  )
    remarks.unshift({ file: 'site.yml', field: 'zone', value: history.zone, did: 'zone_unknown' });
  const url =
    sound && history.url !== undefined
      ? new URL(history.url).href.replace(/\/+$/, '')
      : 'https://status.example.org';
  return newSiteFile({ url, zone, primary: locale, name: both(history.name ?? new URL(url).host) }, wanted);
}
