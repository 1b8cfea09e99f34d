import { eventsOf, type NoticeEvent } from '../../model/events.ts';
import {
  type Incident,
  isOpen,
  lastEntry,
  resolvedAt,
  servicesOf,
  timelineStatesOf,
} from '../../model/incident.ts';
import type { Maintenance } from '../../model/maintenance.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import type { State } from '../../model/status.ts';
import { noticePath } from '../../model/urls.ts';
import { deadlineOf, startOf } from '../../model/values.ts';
import type { LocaleContext } from '../../pages/context/locale-context.ts';
import { serviceNames, titleOf } from '../../pages/context/names.ts';
import type { Json } from '../json.ts';
import { newsOf } from '../news.ts';
import { withMilliseconds } from '../times.ts';
import type { Component } from './components.ts';
import { componentId, noticeId, pageId, updateId } from './ids.ts';

/** An incident or maintenance as Statuspage v2 has it. */
type ApiNotice = Readonly<Record<string, Json>>;

/** Says notices in one language; `component` is the present one of a service. */
export function noticeSpeaker(context: LocaleContext, component: (service: string) => Component) {
  const { site } = context;
  const time = (epoch: number) => withMilliseconds(epoch, site.zone);

  const common = (notice: AnyNotice, services: readonly string[], updates: readonly Update[]): ApiNotice => {
    const [last] = updates;
    const when = (status: string) => {
      const found = updates.find((one) => one.status === status);
      return found === undefined ? null : time(found.time);
    };
    const created = updates.at(-1)?.time ?? 0;
    return {
      id: noticeId(notice),
      name: titleOf(context, notice),
      created_at: time(created),
      updated_at: time(last?.time ?? created),
      monitoring_at: when('monitoring'),
      resolved_at: null,
      shortlink: context.absolute(noticePath(notice, context.locale)),
      page_id: pageId(site.url),
      incident_updates: updates.map((update) => updateOf(notice, update)),
      components: services.map(component),
      reminder_intervals: null,
    };
  };

  const updateOf = (notice: AnyNotice, { event, status, time: at, states }: Update): Json => ({
    id: updateId(notice.id, event.anchor),
    status,
    body: newsOf(context, { notice, event }).text,
    incident_id: noticeId(notice),
    created_at: time(at),
    updated_at: time(at),
    display_at: time(at),
    affected_components: states.map(({ service, before, after }) => ({
      code: componentId(service),
      name: serviceNames(context, [service]).join(''),
      old_status: before,
      new_status: after,
    })),
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null,
  });

  return {
    incident(incident: Incident): ApiNotice {
      const updates = incidentUpdates(incident, context.now.epoch);
      const over = isOpen(incident) ? undefined : updates.find(({ status }) => status === 'resolved');
      return {
        ...common(incident, servicesOf(incident), updates),
        // One that is no longer followed counts as over: the original has no word for it.
        status: over === undefined ? lastEntry(incident).phase : 'resolved',
        resolved_at: over === undefined ? null : time(endTime(incident, over)),
        impact: incident.impact,
        started_at: time(startOf(incident.started)),
      };
    },
    maintenance(maintenance: Maintenance): ApiNotice {
      const status = statusOf(context, maintenance);
      const updates = maintenanceUpdates(maintenance, context.now.epoch);
      const over = updates.find((one) => one.status === 'completed')?.time;
      return {
        ...common(maintenance, maintenance.services, updates),
        status,
        resolved_at: status === 'completed' ? time(over ?? deadlineOf(maintenance.until)) : null,
        impact: 'maintenance',
        started_at: time(startOf(maintenance.from)),
        scheduled_for: time(startOf(maintenance.from)),
        scheduled_until: time(deadlineOf(maintenance.until)),
      };
    },
  };
}

/** When it ended, whatever was said after; of one that is no longer followed, when that was said. */
function endTime(incident: Incident, { time }: Update): number {
  const end = resolvedAt(incident);
  return end === undefined ? time : startOf(end);
}

interface Update {
  readonly event: NoticeEvent;
  readonly status: string;
  readonly time: number;
  readonly states: readonly { readonly service: string; readonly before: State; readonly after: State }[];
}

/** Newest first. An apology and a correction are no updates there. */
function incidentUpdates(incident: Incident, now: number): readonly Update[] {
  const steps = timelineStatesOf(incident);
  return eventsOf(incident, now)
    .flatMap((event): readonly Update[] => {
      if (event.kind === 'closed') return [{ event, status: 'resolved', time: event.time, states: [] }];
      if (event.kind !== 'update') return [];
      const index = steps.findIndex(({ entry }) => entry === event.entry);
      const before = steps[index - 1]?.states;
      const states = [...(steps[index]?.states ?? [])].map(([service, after]) => ({
        service,
        before: before?.get(service) ?? 'operational',
        after,
      }));
      return [{ event, status: event.entry.phase, time: event.time, states }];
    })
    .toReversed();
}

const phaseBrought: Partial<Record<NoticeEvent['kind'], string>> = {
  announced: 'scheduled',
  moved: 'scheduled',
  begun: 'in_progress',
  completed: 'completed',
  // The original has no other word for it.
  cancelled: 'completed',
};

function maintenanceUpdates(maintenance: Maintenance, now: number): readonly Update[] {
  let before: State = 'operational';
  const events = eventsOf(maintenance, now);
  // Every notice of the original has an update, also one that nobody knows the announcement of.
  const told = events.length > 0 ? events : eventsOf(maintenance, Number.POSITIVE_INFINITY).slice(0, 1);
  const updates = told.flatMap((event): readonly Update[] => {
    const status = event.kind === 'update' ? event.entry.phase : phaseBrought[event.kind];
    if (status === undefined) return [];
    const after: State =
      status === 'in_progress' || status === 'verifying' ? 'under_maintenance' : 'operational';
    const states = maintenance.services.map((service) => ({ service, before, after }));
    before = after;
    return [{ event, status, time: Math.min(event.time, now), states }];
  });
  return updates.toReversed();
}

/** As the pages have it: ahead, under way, or over. */
function statusOf({ siteIndex }: LocaleContext, maintenance: Maintenance): string {
  if (siteIndex.ahead.includes(maintenance)) return 'scheduled';
  if (!siteIndex.underWay.includes(maintenance)) return 'completed';
  return maintenance.timeline.at(-1)?.phase === 'verifying' ? 'verifying' : 'in_progress';
}
