import { idFrom } from '../content/schema/scalars.ts';
import { instantAt } from '../language/format/zones.ts';
import { type Settings, unspecified } from '../model/site.ts';
import { slugOf } from '../model/urls.ts';
import type { CivilDate, LocalText } from '../model/values.ts';
import type { ForeignNotice, ForeignService, History } from './history.ts';
import type { NewService, Wanted } from './site-file.ts';
import { epochOf } from './times.ts';

/** A name that nobody has, with a number where it must be. */
export function unique(base: string, used: ReadonlySet<string>): string {
  if (!used.has(base)) return base;
  let nth = 2;
  while (used.has(`${base}-${nth}`)) nth += 1;
  return `${base}-${nth}`;
}

/** When a notice begins (epoch milliseconds). */
export const beginning = (notice: ForeignNotice, zone: string): number =>
  notice.kind === 'maintenance' ? notice.from : epochOf(notice.started ?? notice.entries[0]?.at ?? 0, zone);

/** The same words in both languages, until somebody translates them. */
export const both = (text: string): LocalText => ({ en: text, fr: text });

interface ServicePlan {
  readonly services: readonly NewService[];
  readonly groups: Wanted['groups'];
  readonly serviceIds: ReadonlyMap<string, string>;
}

const unspecifiedName = { en: 'Not specified', fr: 'Non précisé' };

/** Which services are there, which are to be added, and which of those are gone. */
export function servicesFor(
  history: History,
  fresh: readonly ForeignNotice[],
  settings: Settings | undefined,
  zone: string,
  now: number,
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
  const named = (id: string, name: string, group: string | undefined) => {
    byName.set(plain(name), id);
    byName.set(`${plain(group ?? '')}\n${plain(name)}`, id);
  };
  const add = (service: ForeignService, retired: CivilDate | undefined, isFormer = false) => {
    const name = service.name.replace(/\s+/g, ' ').trim().slice(0, 200);
    // Two of a list may bear one name in two groups; in one group nobody could tell them apart. One that is gone is that
    // which bears its name now.
    const twin = byName.get(`${plain(service.group ?? '')}\n${plain(name)}`);
    const there =
      twin ??
      settings?.services.find((one) => isCalled(one, name) && (isFormer || !claimed.has(one.id)))?.id ??
      (isFormer ? byName.get(plain(name)) : undefined);
    if (there !== undefined) {
      claimed.add(there);
      named(there, name, service.group);
      serviceIds.set(service.key, there);
      return;
    }
    const id = unique(keyOf(name, 'service'), used);
    used.add(id);
    const address = unique(slugOf(name) || id, slugs);
    slugs.add(address);
    serviceIds.set(service.key, id);
    named(id, name, service.group);
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
  const last = latest.get('');
  if (last !== undefined && !used.has(unspecified))
    services.push({ id: unspecified, name: unspecifiedName, retired: dayOf(last) });
  return { services, groups: newGroups, serviceIds };
}

const keyOf = (name: string, otherwise: string): string => idFrom(name) ?? otherwise;

const isCalled = ({ id, name }: Settings['services'][number], found: string): boolean =>
  [name.en, name.fr].some((one) => plain(one) === plain(found)) || id === idFrom(found);

/** Without what typography changes. */
const plain = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();
