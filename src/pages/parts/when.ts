import { type Duration, durationOf, type Incident, isOpen, resolvedAt } from '../../model/incident.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import type { Edition } from '../context/locale-context.ts';
import type { Line } from '../context/rich-text.ts';
import { startOfRow } from './notice.ts';
/** When it began and how long it lasted. */
export function incidentWhen(edition: Edition, incident: Incident): Line {
  const duration = durationOf(incident);
  const date = edition.date(incident.started.date);
  if (isOpen(incident)) return edition.line('when.since', { date });
  if (resolvedAt(incident) === undefined) return edition.line('when.unknown_end', { date });
  if (duration === undefined || isNothing(duration)) return date;
  return edition.line('when.lasted', { date, duration: edition.duration(duration) });
}

const isNothing = (duration: Duration): boolean => duration.kind === 'days' && duration.days === 0;

export const noticeWhen = (edition: Edition, notice: AnyNotice): Line =>
  notice.kind === 'incident' ? incidentWhen(edition, notice) : startOfRow(edition, notice);
