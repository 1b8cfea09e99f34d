import { z } from 'zod';
import type { IncidentPhase } from '../model/incident.ts';
import { type Impact, type IncidentState, impacts, incidentStates } from '../model/status.ts';
import {
  type ForeignEntry,
  type ForeignNotice,
  type ForeignService,
  type History,
  mostNotices,
  mostUpdates,
  type Remark,
  type Sources,
  Unreadable,
  type When,
} from './history.ts';
import { jsonIn } from './json.ts';
import { maintenancePhaseNamed, phaseNamed } from './phases.ts';
import { entriesIn, isFeed } from './statuspage-feed.ts';
import {
  component,
  document,
  type Incident,
  id,
  incident,
  listed,
  type Update,
  update,
} from './statuspage-format.ts';
import { epochOf, readWhen } from './times.ts';

/** Reads files of the public API v2, in any combination; what is not one is passed over. */
export function readStatuspage(sources: Sources): History {
  const entries = entriesIn(sources);
  const documents = [...sources].flatMap(([file, text]) => {
    if (isFeed(file)) return [];
    const json = jsonIn(file, text, /"incident_updates"|"page"|"components"/);
    const read = Array.isArray(json) ? listed(json) : document.safeParse(json).data;
    return read === undefined ? [] : [{ file, ...read }];
  });
  const known = documents.filter(
    (one) => one.page ?? one.components ?? one.incidents ?? one.scheduled_maintenances,
  );
  if (known.length === 0) throw new Unreadable('none', '');
  const remarks: Remark[] = [];
  const components = known.flatMap(({ file, components: all = [] }) =>
    all.flatMap((found) => {
      const read = component.safeParse(found).data;
      if (read === undefined)
        remarks.push({ file, field: 'components', value: idOf(found), did: 'unreadable' });
      return read ?? [];
    }),
  );
  const listedServices = known.some((one) => one.components !== undefined)
    ? servicesOf(components)
    : undefined;
  const raw = known.flatMap(({ file, incidents = [], scheduled_maintenances = [] }) =>
    [...incidents, ...scheduled_maintenances].map((found) => ({ file, found })),
  );
  if (raw.length > mostNotices) throw new Unreadable('many', known[0]?.file ?? '');
  const site = known.find((one) => one.page !== undefined)?.page;
  const url = site?.url?.replace(/\/+$/, '');
  const byId = new Map<string, { readonly file: string; readonly one: Incident }>();
  for (const { file, found } of raw) {
    const one = incident.safeParse(found).data;
    if (one === undefined) {
      remarks.push({ file, field: 'incident', value: idOf(found), did: 'refused' });
      continue;
    }
    const there = byId.get(one.id);
    const isFuller = (one.incident_updates?.length ?? 0) >= (there?.one.incident_updates?.length ?? 0);
    const less = isFuller ? there?.one : one;
    // The same one may stand in several lists.
    if (there !== undefined && less !== undefined && one.name !== there.one.name)
      remarks.push({ file, field: 'name', value: less.name ?? '', did: 'same_id', notice: one.id });
    if (isFuller) byId.set(one.id, { file, one });
  }
  const former = new Map<string, ForeignService>();
  const listedKeys = new Set(listedServices?.map(({ key }) => key));
  const notices = [...byId.values()].flatMap(({ file, one }) => {
    const notice = noticeOf(file, one, url, remarks);
    if (notice === undefined) return [];
    const named = [
      ...(one.components ?? []).map((c) => ({ key: c.id ?? c.name, name: c.name })),
      ...updatesOf(one).flatMap((u) =>
        (u.affected_components ?? []).map((a) => ({ key: a.code ?? a.name ?? '', name: a.name ?? '' })),
      ),
    ];
    for (const service of named)
      if (service.name !== '' && !listedKeys.has(service.key) && !former.has(service.key))
        former.set(service.key, service);
    const entry = entries.get(one.id);
    return [entry === undefined ? notice : { ...notice, entry }];
  });
  return {
    origin: 'statuspage',
    ...(site?.name ? { name: site.name } : {}),
    ...(url ? { url } : {}),
    ...(site?.time_zone ? { zone: site.time_zone } : {}),
    breaks: true,
    services: listedServices,
    former: [...former.values()],
    notices,
    read: byId.size + remarks.filter(({ field, did }) => field === 'incident' && did === 'refused').length,
    remarks,
  };
}

const idOf = (found: unknown): string => z.object({ id }).safeParse(found).data?.id ?? '';

function servicesOf(components: readonly z.output<typeof component>[]): readonly ForeignService[] {
  const groups = new Map(
    components.flatMap((one) => (one.group && one.id ? [[one.id, one.name] as const] : [])),
  );
  const byKey = new Map<string, ForeignService>();
  for (const one of components) {
    if (one.group) continue;
    const group = one.group_id ? groups.get(one.group_id) : undefined;
    const key = one.id ?? one.name;
    byKey.set(key, {
      key,
      name: one.name,
      ...(group === undefined ? {} : { group }),
      ...(one.description ? { description: one.description } : {}),
    });
  }
  return [...byKey.values()];
}

const updatesOf = (one: Incident): readonly Update[] =>
  (one.incident_updates ?? [])
    .slice(0, mostUpdates + 1)
    .flatMap((found) => update.safeParse(found).data ?? []);

function noticeOf(
  file: string,
  one: Incident,
  url: string | undefined,
  remarks: Remark[],
): ForeignNotice | undefined {
  const remark = (field: string, value: string, did: Remark['did']) =>
    remarks.push({ file, field, value, did, notice: one.id });
  const when = (field: string, written: string | null | undefined): When | undefined => {
    if (!written) return undefined;
    const read = readWhen(written, 'UTC');
    if (read === undefined) remark(field, written, 'refused_time');
    return read;
  };
  const instant = (field: string, written: string | null | undefined): number | undefined => {
    const read = when(field, written);
    return typeof read === 'number' ? read : undefined;
  };
  if ((one.incident_updates?.length ?? 0) > mostUpdates) {
    remarks.push({ file, field: 'incident', value: one.id, did: 'refused_updates' });
    return undefined;
  }
  const readable = updatesOf(one);
  if (readable.length < (one.incident_updates?.length ?? 0)) remark('incident_updates', '', 'unreadable');
  const updates = readable
    .flatMap((found) => {
      const at = when('display_at', found.display_at ?? found.created_at);
      if (at === undefined) remark('incident_updates', found.body ?? '', 'text_without_time');
      return at === undefined ? [] : [{ at, found }];
    })
    // They list the newest first.
    .toReversed()
    .sort((a, b) => epochOf(a.at, 'UTC') - epochOf(b.at, 'UTC'));
  const services = [
    ...new Set([
      ...(one.components ?? []).map((c) => c.id ?? c.name),
      ...updates.flatMap(({ found }) => (found.affected_components ?? []).map((a) => a.code ?? a.name ?? '')),
    ]),
  ].filter((key) => key !== '');
  const common = {
    id: one.id,
    file,
    title: one.name ?? '',
    services,
    ...originalOf(one, url),
  };
  const created = when('created_at', one.created_at);
  const from = instant('scheduled_for', one.scheduled_for);
  if (from !== undefined) {
    const until = instant('scheduled_until', one.scheduled_until) ?? instant('resolved_at', one.resolved_at);
    if (until === undefined || until <= from)
      remark('scheduled_until', one.scheduled_until ?? '', 'window_end');
    return {
      kind: 'maintenance',
      ...common,
      impact: impactOf(one.impact, remark),
      from,
      until: until === undefined || until <= from ? from + 3_600_000 : until,
      ...(created === undefined ? {} : { announced: created }),
      entries: updates.map(({ at, found }) => {
        const phase = maintenancePhaseNamed(found.status ?? '');
        if (phase === undefined) remark('status', found.status ?? '', 'phase_kept');
        return { at, ...(phase && { phase }), body: found.body ?? '', services: {} };
      }),
    };
  }
  const entries = updates.map(({ at, found }): ForeignEntry<IncidentPhase> => {
    const phase = found.status === 'postmortem' ? 'resolved' : phaseNamed(found.status ?? '');
    // `update` says that the phase is as before.
    if (phase === undefined && found.status !== 'update') remark('status', found.status ?? '', 'phase_kept');
    return { at, ...(phase && { phase }), body: found.body ?? '', services: statesOf(found, remark) };
  });
  const started = when('started_at', one.started_at) ?? created ?? entries[0]?.at;
  if (started === undefined) {
    remarks.push({ file, field: 'incident', value: one.id, did: 'refused_time' });
    return undefined;
  }
  const ended = when('resolved_at', one.resolved_at);
  const over = one.status === 'resolved' || one.status === 'postmortem' || one.status === 'completed';
  const hasPostmortem = updates.some(({ found }) => found.status === 'postmortem');
  return {
    kind: 'incident',
    ...common,
    impact: impactOf(one.impact, remark),
    started,
    over,
    ...(ended === undefined ? {} : { ended }),
    entries: entries.length > 0 ? entries : [{ at: started, phase: 'investigating', body: '', services: {} }],
    ...(one.postmortem_body && !hasPostmortem ? { cause: one.postmortem_body } : {}),
  };
}

type Say = (field: string, value: string, did: Remark['did']) => unknown;

function impactOf(found: string | null | undefined, remark: Say): Impact {
  const impact = impacts.find((one) => one === found);
  if (impact !== undefined) return impact;
  // Planned work is named an impact there.
  if (found !== 'maintenance') remark('impact', found ?? '', 'impact_unknown');
  return 'none';
}

function statesOf(
  { affected_components, status }: Update,
  remark: Say,
): Readonly<Record<string, IncidentState>> {
  if (status === 'resolved' || status === 'postmortem') return {};
  return Object.fromEntries(
    (affected_components ?? []).flatMap(({ code, name, new_status }) => {
      const state = incidentStates.find((one) => one === new_status);
      const key = code ?? name ?? '';
      if (state === undefined)
        remark('affected_components', `${name ?? key}: ${new_status ?? ''}`, 'affected_state');
      return state === undefined || key === '' ? [] : [[key, state]];
    }),
  );
}

function originalOf(one: Incident, url: string | undefined): Pick<ForeignNotice, 'url' | 'paths'> {
  const path = `/incidents/${one.id}`;
  const original = url === undefined ? (one.shortlink ?? undefined) : url + path;
  return { paths: [path], ...(original === undefined ? {} : { url: original }) };
}
