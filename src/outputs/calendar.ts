import ical, {
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { factsSpan } from '../model/events.ts';
import type { Maintenance } from '../model/maintenance.ts';
import { dayAfter } from '../model/state-intervals.ts';
import { calendarPath, eventPath, namedAfter, noticePath, outputOf } from '../model/urls.ts';
import { locales, type Moment } from '../model/values.ts';
import type { LocaleContext } from '../pages/context/locale-context.ts';
import { serviceNames, titleOf } from '../pages/context/names.ts';
import { lastingName } from './former.ts';
import type { Output, OutputContext } from './output.ts';
import { plainText } from './plain.ts';

/** How often a calendar asks again, in seconds. */
const refresh = 3600;

/** The calendar of all maintenance, past too, and a file for each, in both languages (RFC 5545, RFC 7986). */
export function calendars({ contexts }: OutputContext): readonly Output[] {
  const { maintenance } = contexts.site;
  return locales.flatMap((locale) => {
    const context = contexts[locale];
    const { site, text, t } = context;
    const name = t('title.page', { title: t('maintenance.title'), site: text(site.name) });
    const events = maintenance.map((one) => eventOf(context, one));
    return [
      {
        path: outputOf(calendarPath(locale)),
        content: calendar(context, name, events),
        uids: maintenance.map((one) => uidOf(context, one)),
      },
      ...maintenance.map((one, index) => ({
        path: outputOf(eventPath(one, locale)),
        content: calendar(context, titleOf(context, one), events.slice(index, index + 1)),
      })),
    ];
  });
}

function calendar(
  { locale, absolute }: LocaleContext,
  name: string,
  events: readonly ICalEventData[],
): string {
  const file = ical({
    prodId: `//Mea culpa//meaculpa//${locale.toUpperCase()}`,
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes what it writes of events, and not the calendar's own name.
    name: escapedText(plainText(name)),
    url: absolute(calendarPath(locale)),
    ttl: refresh,
    events: [...events],
  });
  return `${file.toString()}\r\n`;
}

const uidOf = ({ site }: LocaleContext, maintenance: Maintenance): string =>
  lastingName(maintenance) + namedAfter(site.url).event;

/** The event of a window: the same for ever by its id, newer by each move and by its end before time. */
function eventOf(context: LocaleContext, maintenance: Maintenance): ICalEventData {
  const { t, locale, absolute } = context;
  const { cancelled, moved, services } = maintenance;
  const title = titleOf(context, maintenance);
  const words = maintenance.words[locale];
  const { first, last } = factsSpan(maintenance);
  const names = serviceNames(context, services).join(', ');
  const paragraphs = [
    words === undefined ? t('late.text') : words.summary,
    t('news.fact', { term: t('fact.services', { count: services.length }), text: names }),
    ...(words === undefined ? [] : [words.intro.text]),
  ];
  return {
    id: uidOf(context, maintenance),
    sequence: moved.length + (cancelled === undefined ? 0 : 1),
    stamp: new Date(last),
    created: new Date(first),
    lastModified: new Date(last),
    ...spanOfWindow(maintenance),
    summary: plainText(
      cancelled === undefined ? title : t('title.with_state', { state: t('phase.cancelled'), title }),
    ),
    description: plainText(paragraphs.filter(Boolean).join('\n\n')),
    url: absolute(noticePath(maintenance, locale)),
    status: cancelled === undefined ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    // It takes nobody's time.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** In UTC, so that no zone has to be described; whole days where the facts give days. */
function spanOfWindow({ from, until }: Maintenance): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (from.kind === 'day' && until.kind === 'day') {
    return { start: midnight(from.date), end: midnight(dayAfter(until.date)), allDay: true };
  }
  const end = (moment: Moment) => (moment.kind === 'instant' ? moment.epoch : moment.end);
  return { start: new Date(from.kind === 'instant' ? from.epoch : from.start), end: new Date(end(until)) };
}

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** RFC 5545 §3.3.11. */
const escapedText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
