import { durationOf, type Incident, isNothing, isOpen } from '../../model/incident.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import type { RichText } from '../context/rich-text.ts';

/** When it began and how long it lasted. */
function incidentWhen(context: LocaleContext, incident: Incident): RichText {
  const duration = durationOf(incident);
  const date = context.date(incident.started.date);
  if (isOpen(incident)) return context.sentence('when.since', { date });
  if (duration === undefined || isNothing(duration)) return date;
  return context.sentence('when.lasted', { date, duration: context.duration(duration) });
}

/** When the page was made: all that it says of the present is of then. */
export const asOf = (context: LocaleContext): RichText =>
  context.sentence('home.as_of', { at: context.when(context.now, context.now.date.slice(0, 4)) });

export const noticeWhen = (context: LocaleContext, notice: AnyNotice): RichText =>
  notice.kind === 'incident' ? incidentWhen(context, notice) : context.range(notice.from, notice.until);
