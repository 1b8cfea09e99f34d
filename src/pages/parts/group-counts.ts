import { dayOf } from '../../language/format/zones.ts';
import { type Duration, durationOf } from '../../model/incident.ts';
import type { NoticeGroup } from '../../model/site-index.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import type { RichText } from '../context/rich-text.ts';

/** How many notices a year has, and how long its incidents lasted together within it. */
interface GroupCounts {
  readonly incidents: string;
  readonly maintenance: string;
  readonly duration?: RichText;
}

export function groupCounts(context: LocaleContext, group: NoticeGroup, year: string): GroupCounts {
  const firstDay = (of: number) => dayOf(`${String(of).padStart(4, '0')}-01-01`, context.site.zone);
  const within = { from: firstDay(Number(year)), until: firstDay(Number(year) + 1) };
  const ms = group.incidents.reduce((sum, incident) => sum + milliseconds(durationOf(incident, within)), 0);
  return {
    incidents: context.t('history.incidents', { count: group.incidents.length }),
    maintenance: context.t('history.maintenance', { count: group.maintenance.length }),
    ...(ms > 0 ? { duration: context.duration({ kind: 'time', ms }) } : {}),
  };
}

const milliseconds = (duration: Duration | undefined): number => {
  if (duration === undefined) return 0;
  return duration.kind === 'time' ? duration.ms : duration.days * 86_400_000;
};
