import { factsSpan } from '../../model/events.ts';
import type { Service } from '../../model/site.ts';
import { worst } from '../../model/status.ts';
import type { LocaleContext } from '../../pages/context/locale-context.ts';
import type { Json } from '../json.ts';
import { withMilliseconds } from '../times.ts';
import { componentId, groupId, pageId } from './ids.ts';

/** A component as Statuspage v2 has it. */
export type Component = Readonly<Record<string, Json>>;

/** A service as a component, wherever it stands: those of incidents have their present state too. */
export function componentOf(context: LocaleContext, service: Service): Component {
  const { site, siteIndex, text } = context;
  const mates = site.services.filter(({ group }) => group === service.group);
  const spans = (siteIndex.byService.get(service.id)?.notices ?? []).map(factsSpan);
  const group = service.group;
  return {
    ...common(context, spans),
    id: componentId(service.id),
    name: text(service.name),
    status: siteIndex.states.get(service.id) ?? 'operational',
    position: mates.indexOf(service) + 1,
    description: service.description ? text(service.description) : null,
    group_id: group === undefined ? null : groupId(group),
    group: false,
  };
}

/** Every service in use and every group. */
export function componentsOf(context: LocaleContext): readonly Component[] {
  const { site, siteIndex, text } = context;
  const inUse = site.services.filter(({ id }) => siteIndex.states.has(id));
  const groups = site.groups.flatMap(({ id, name }, index): readonly Component[] => {
    const members = inUse.filter(({ group }) => group === id);
    if (members.length === 0) return [];
    const spans = members.flatMap((one) => (siteIndex.byService.get(one.id)?.notices ?? []).map(factsSpan));
    return [
      {
        ...common(context, spans),
        id: groupId(id),
        name: text(name),
        status: worst(members.map((one) => siteIndex.states.get(one.id) ?? 'operational')),
        position: index + 1,
        description: null,
        group_id: null,
        group: true,
        components: members.map((one) => componentId(one.id)),
      },
    ];
  });
  return [...inUse.map((service) => componentOf(context, service)), ...groups];
}

/** Known since the site's first notice; changed with the last that concerns it. */
function common({ site, siteIndex }: LocaleContext, spans: readonly { readonly last: number }[]): Component {
  const time = (epoch: number) => withMilliseconds(epoch, site.zone);
  const oldest = siteIndex.notices.at(-1);
  const created = oldest === undefined ? 0 : factsSpan(oldest).first;
  return {
    created_at: time(created),
    updated_at: time(Math.max(created, ...spans.map(({ last }) => last))),
    showcase: false,
    start_date: null,
    page_id: pageId(site.url),
    only_show_if_degraded: false,
  };
}
