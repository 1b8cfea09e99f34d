import { daysOfMonth } from '../../language/format/dates.ts';
import { durationWords } from '../../language/format/durations.ts';
import { dayOf, instantAt } from '../../language/format/zones.ts';
import { type Incident, isOpen, lastEntry } from '../../model/incident.ts';
import { isUnderWay, phaseOf } from '../../model/maintenance.ts';
import type { AnyNotice, NoticeGroup } from '../../model/site-index.ts';
import {
  dayAfter,
  isTimed,
  type StateInterval,
  stateIntervalsOf,
  timeByState,
  worstByDay,
} from '../../model/state-intervals.ts';
import { rankOf, type State } from '../../model/status.ts';
import { noticePath } from '../../model/urls.ts';
import { type CivilDate, deadlineOf, startOf } from '../../model/values.ts';
import { capital } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { serviceNames } from '../context/names.ts';
import { joined, plain, type RichText } from '../context/rich-text.ts';
import { type Badge, stateBadge } from './badge.ts';
import { monthWords } from './months.ts';

/** A bar of a row, in a row 1,000 wide and 16 high: the worse a state, the higher, so that it needs no colour. */
export interface Bar {
  readonly mark: State;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A table of bars, each row with its words. */
export interface BarsView {
  readonly caption: string;
  /** For a row without bars. */
  readonly nothing: string;
  readonly heads: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly bars: readonly Bar[];
    readonly words: readonly { readonly badge: Badge; readonly text: RichText }[];
    /** What the left and the right end of the row stand for. */
    readonly ends?: readonly [RichText, RichText];
  }[];
}

const heights: Readonly<Record<State, number>> = {
  operational: 1,
  under_maintenance: 4,
  degraded_performance: 7,
  partial_outage: 11,
  major_outage: 16,
};

const barOf = (mark: State, x: number, width: number): Bar => ({
  mark,
  x: Math.round(x),
  y: 16 - heights[mark],
  width: Math.max(2, Math.round(width)),
  height: heights[mark],
});

/** The services of an incident over time; `undefined` where there is nothing to compare. */
export function incidentBars(context: LocaleContext, incident: Incident): BarsView | undefined {
  const intervals = stateIntervalsOf(incident, context.now.epoch);
  if (intervals.length < 2) return undefined;
  const byService = Map.groupBy(intervals, ({ service }) => service);
  const first = Math.min(...intervals.map(({ from }) => from));
  const last = Math.max(...intervals.map(({ until }) => until));
  const scale = 1000 / (last - first);
  const timed = isTimed(incident);
  const momentAt = (epoch: number): RichText => {
    const at = instantAt(epoch, context.site.zone);
    return context.withoutZone.at(timed ? at : dayOf(at.date, context.site.zone), 'short');
  };
  const ends = [momentAt(first), momentAt(last)] as const;
  return {
    caption: context.t('bars.incident'),
    nothing: context.t('bars.nothing'),
    heads: [context.t('fact.services', { count: byService.size }), context.t('bars.states')],
    rows: [...byService].map(([service, own]) => ({
      name: serviceNames(context, [service]).join(''),
      bars: own.map(({ state, from, until }) => barOf(state, (from - first) * scale, (until - from) * scale)),
      words: timeByState(own).map(([state, ms]) => ({
        badge: stateBadge(context, state),
        text: timed ? plain(durationWords(ms, context.locale)) : [],
      })),
      ends,
    })),
  };
}

/** A day of trouble: how bad it was, and the notice that tells of it. */
interface TroubledDay {
  readonly date: CivilDate;
  readonly state: State;
  readonly href: string;
}

/** The last twelve months of a service: a bar and words for each day of trouble; quiet months are one row. `undefined` for a quiet year. */
export function yearBars(
  context: LocaleContext,
  service: string,
  group: NoticeGroup | undefined,
): BarsView | undefined {
  const { t, now } = context;
  const troubled = troubledDays(context, service, group);
  if (troubled.length === 0) return undefined;
  const byMonth = Map.groupBy(troubled, ({ date }) => date.slice(0, 7));
  const rows: BarsView['rows'][number][] = [];
  let quiet: string[] = [];
  const endQuiet = () => {
    if (quiet.length > 0) rows.push({ name: monthsName(quiet, context), bars: [], words: [] });
    quiet = [];
  };
  for (const month of monthsBefore(now.date.slice(0, 7))) {
    const days = byMonth.get(month);
    if (days === undefined) quiet.push(month);
    else {
      endQuiet();
      rows.push(monthRow(context, month, days));
    }
  }
  endQuiet();
  return {
    caption: t('bars.year'),
    nothing: t('bars.nothing'),
    heads: [t('bars.month'), t('bars.days')],
    rows,
  };
}

function monthRow(
  context: LocaleContext,
  month: string,
  days: readonly TroubledDay[],
): BarsView['rows'][number] {
  const byState = Map.groupBy(days, ({ state }) => state);
  const count = daysIn(month);
  return {
    name: capital(monthName(month, context)),
    bars: days.map(({ date, state }) =>
      barOf(state, (Number(date.slice(8)) - 1) * (1000 / count), 1000 / count - 4),
    ),
    ends: [plain('1'), plain(String(count))],
    words: [...byState]
      .sort(([a], [b]) => rankOf(b) - rankOf(a))
      .map(([state, all]) => ({ badge: stateBadge(context, state), text: runsOf(context, all) })),
  };
}

/** How many days `2026-02` has: the day before the first of the next month. */
const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

/** Days in a row of one notice together: « le 17, du 19 au 21 », each a link to its notice. */
function runsOf(context: LocaleContext, days: readonly TroubledDay[]): RichText {
  const runs: { from: CivilDate; until: CivilDate; href: string }[] = [];
  for (const { date, href } of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = runs.at(-1);
    if (last?.href === href && dayAfter(last.until) === date) last.until = date;
    else runs.push({ from: date, until: date, href });
  }
  return joined(
    runs.map(({ from, until, href }) => [{ text: daysOfMonth(from, until, context.locale), href }]),
    ', ',
  );
}

/** The worst that befell one service on each day of the last year or so: incidents, and maintenance that took place. */
function troubledDays(
  context: LocaleContext,
  service: string,
  group: NoticeGroup | undefined,
): readonly TroubledDay[] {
  const now = context.now.epoch;
  const since = now - 366 * 86_400_000;
  const days = new Map<CivilDate, TroubledDay>();
  const put = (notice: AnyNotice, intervals: readonly StateInterval[]) => {
    const href = context.href(noticePath(notice, context.locale));
    const own = intervals.filter((one) => one.service === service && one.until > Math.max(since, one.from));
    for (const [date, state] of worstByDay(own, (epoch) => instantAt(epoch, context.site.zone).date)) {
      const known = days.get(date);
      if (known === undefined || rankOf(state) > rankOf(known.state)) days.set(date, { date, state, href });
    }
  };
  for (const incident of group?.incidents ?? [])
    if (isOpen(incident) || deadlineOf(lastEntry(incident).at) > since)
      put(incident, stateIntervalsOf(incident, now));
  for (const one of group?.maintenance ?? []) {
    if (!isUnderWay(one, now) && phaseOf(one, now) !== 'completed') continue;
    const [from, until] = [startOf(one.from), Math.min(now, deadlineOf(one.until))];
    put(one, [{ service, state: 'under_maintenance', from, until }]);
  }
  return [...days.values()];
}

/** Twelve months up to this one, the latest first: `2026-11` to `2025-12`. */
function monthsBefore(month: string): readonly string[] {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: 12 }, (_, back) => {
    const one = index - back;
    return `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`;
  });
}

const monthNames = {
  en: new Intl.DateTimeFormat('en-CA', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-CA', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const;

const monthName = (month: string, { locale }: LocaleContext): string =>
  monthNames[locale].format(new Date(`${month}-01T00:00Z`));

/** One month, or from the first to the last, the year once where both share it; they come latest first. */
function monthsName(months: readonly string[], context: LocaleContext): string {
  const [last = '', first = ''] = [months[0], months.at(-1)];
  if (first === last) return capital(monthName(first, context));
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const from = sameYear ? monthWords(`${first}-01`, context.locale) : monthName(first, context);
  const words = { from, until: monthName(last, context) };
  return capital(context.t('bars.months', words));
}
