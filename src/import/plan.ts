import { instantAt, isZone } from '../language/format/zones.ts';
import type { Settings } from '../model/site.ts';
import { slugOf } from '../model/urls.ts';
import type { Locale } from '../model/values.ts';
import type { ForeignNotice, History, Remark } from './history.ts';
import { linksIn } from './links.ts';
import { noticeFiles, type Setting } from './notice-files.ts';
import { beginning, both, servicesFor, unique } from './services.ts';
import { mergedSiteFile, newSiteFile, type Wanted } from './site-file.ts';

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

interface Call {
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
  /** The clock that times are written on. */
  readonly zone: string;
}

/** Plans an import: only what is new is written, and nothing that is there is changed but `site.yml`, by additions. */
export function planImport(history: History, existing: Existing, call: Call): Plan {
  const settings = existing.site?.settings;
  const zone = settings?.zone ?? zoneOf(history.zone);
  const { origin } = history;
  const known = history.notices.filter(({ id }) => existing.imported.has(`${origin} ${id}`));
  const fresh = history.notices.filter(({ id }) => !existing.imported.has(`${origin} ${id}`));
  const ids = idsOf(fresh, existing.ids, zone);
  const { services, serviceIds, groups } = servicesFor(history, fresh, settings, zone, call.now);
  const setting: Setting = {
    origin,
    zone,
    now: call.now,
    locale: call.locale,
    breaks: history.breaks,
    publisher: history.name ?? settings?.organization[call.locale] ?? origin,
    serviceIds,
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
    zone,
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
