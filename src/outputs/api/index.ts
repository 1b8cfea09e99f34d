import { eventsOf } from '../../model/events.ts';
import type { State } from '../../model/status.ts';
import { apiPath, outputOf } from '../../model/urls.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { LocaleContext } from '../../pages/context/locale-context.ts';
import { headline } from '../../pages/parts/status.ts';
import { type Json, jsonFile } from '../json.ts';
import type { Output, OutputContext } from '../output.ts';
import { withMilliseconds } from '../times.ts';
import { type Component, componentOf, componentsOf } from './components.ts';
import { pageId } from './ids.ts';
import { noticeSpeaker } from './notices.ts';

/** As many notices as the original gives of each kind. */
const most = 50;

/** The indicator of the original. Planned work is no outage: the components alone say that it is under way. */
const indicators = {
  operational: 'none',
  under_maintenance: 'none',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
} as const satisfies Record<State, string>;

/** The Statuspage API v2 as files, in each language and, in the primary one, at the root. */
export function api({ contexts }: OutputContext): readonly Output[] {
  return locales.flatMap((locale) => {
    const answers = Object.entries(answersOf(contexts[locale])).map(
      ([name, answer]) => [name, jsonFile(answer)] as const,
    );
    const under = (prefix: Locale | undefined) =>
      answers.map(([name, content]) => ({ path: outputOf(apiPath(prefix, name)), content }));
    return [...under(locale), ...(locale === contexts.site.primary ? under(undefined) : [])];
  });
}

function answersOf(context: LocaleContext): Readonly<Record<string, Json>> {
  const { site, siteIndex } = context;
  const known = new Map<string, Component>(
    site.services.map((service) => [service.id, componentOf(context, service)]),
  );
  const say = noticeSpeaker(context, (service) => known.get(service) ?? {});
  const page = pageOf(context);
  const status = { indicator: indicators[siteIndex.state], description: headline(context) };
  const components = componentsOf(context);
  const incidents = site.incidents.slice(0, most).map(say.incident);
  const unresolved = siteIndex.open.map(say.incident);
  const upcoming = siteIndex.ahead.map(say.maintenance);
  const active = siteIndex.underWay.map(say.maintenance);
  return {
    summary: {
      page,
      components,
      incidents: unresolved,
      scheduled_maintenances: [...active, ...upcoming],
      status,
    },
    status: { page, status },
    components: { page, components },
    incidents: { page, incidents },
    'incidents/unresolved': { page, incidents: unresolved },
    'scheduled-maintenances': {
      page,
      scheduled_maintenances: site.maintenance.slice(0, most).map(say.maintenance),
    },
    'scheduled-maintenances/upcoming': { page, scheduled_maintenances: upcoming },
    'scheduled-maintenances/active': { page, scheduled_maintenances: active },
  };
}

/** Changed when the last of its components was: from the facts, not with each build. */
function pageOf({ site, siteIndex, text, now }: LocaleContext): Json {
  const { notices } = siteIndex;
  const times = notices.flatMap((notice) => eventsOf(notice, now.epoch).map(({ time }) => time));
  return {
    id: pageId(site.url),
    name: text(site.name),
    url: site.url,
    time_zone: site.zone,
    updated_at: withMilliseconds(
      times.reduce((latest, time) => Math.max(latest, time), 0),
      site.zone,
    ),
  };
}
