import { durationWords } from '../../language/format/durations.ts';
import { instantAt } from '../../language/format/zones.ts';
import { type Incident, isOpen, lastEntry } from '../../model/incident.ts';
import { isUnderWay, phaseOf } from '../../model/maintenance.ts';
import type { NoticeGroup } from '../../model/site-index.ts';
import {
  isTimed,
  type StateInterval,
  stateIntervalsOf,
  timeByState,
  worstByDay,
} from '../../model/state-intervals.ts';
import type { State } from '../../model/status.ts';
import { type CivilDate, deadlineOf, startOf } from '../../model/values.ts';
import { capital } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { serviceNames } from '../context/names.ts';
import { type Badge, stateBadge } from './badge.ts';

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
  /** For a row without bars, to those who do not see it. */
  readonly nothing: string;
  readonly heads: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly bars: readonly Bar[];
    readonly words: readonly { readonly badge: Badge; readonly text: string }[];
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
  return {
    caption: context.t('bars.incident'),
    nothing: context.t('bars.nothing'),
    heads: [context.t('fact.services', { count: byService.size }), context.t('bars.states')],
    rows: [...byService].map(([service, own]) => ({
      name: serviceNames(context, [service]).join(''),
      bars: own.map(({ state, from, until }) => barOf(state, (from - first) * scale, (until - from) * scale)),
      words: timeByState(own).map(([state, ms]) => ({
        badge: stateBadge(context, state),
        text: timed ? durationWords(ms, context.locale) : '',
      })),
    })),
  };
}

/** The last twelve months of a service, a row for each month and a bar for each day of trouble. */
export function yearBars(context: LocaleContext, service: string, group: NoticeGroup | undefined): BarsView {
  const { t, now, site } = context;
  const dateOf = (epoch: number): CivilDate => instantAt(epoch, site.zone).date;
  const days = worstByDay(outagesOf(context, service, group), dateOf);
  const months = monthsBefore(now.date.slice(0, 7));
  const byMonth = Map.groupBy(days, ([date]) => date.slice(0, 7));
  return {
    caption: t('bars.year'),
    nothing: t('bars.nothing'),
    heads: [t('bars.month'), t('bars.days')],
    rows: months.map((month) => {
      const troubled = byMonth.get(month) ?? [];
      const counts = Map.groupBy(troubled, ([, state]) => state);
      return {
        name: monthName(month, context),
        bars: troubled.map(([date, state]) =>
          barOf(state, (Number(date.slice(8)) - 1) * (1000 / 31), 1000 / 31 - 4),
        ),
        words: [...counts].map(([state, all]) => ({
          badge: stateBadge(context, state),
          text: t('bars.count', { count: all.length }),
        })),
      };
    }),
  };
}

/** What befell one service in the last year or so: incidents, and maintenance that took place. */
function outagesOf(
  context: LocaleContext,
  service: string,
  group: NoticeGroup | undefined,
): readonly StateInterval[] {
  const now = context.now.epoch;
  const since = now - 366 * 86_400_000;
  const recent = (group?.incidents ?? []).filter(
    (incident) => isOpen(incident) || deadlineOf(lastEntry(incident).at) > since,
  );
  const incidents = recent.flatMap((incident) =>
    stateIntervalsOf(incident, now).filter((one) => one.service === service && one.until > since),
  );
  const maintenance = (group?.maintenance ?? [])
    .filter((one) => isUnderWay(one, now) || phaseOf(one, now) === 'completed')
    .map(({ from, until }) => ({
      service,
      state: 'under_maintenance' as const,
      from: startOf(from),
      until: Math.min(now, deadlineOf(until)),
    }))
    .filter((one) => one.until > Math.max(since, one.from));
  return [...incidents, ...maintenance];
}

/** Twelve months up to this one, the latest first: `2026-11` to `2025-12`. */
export function monthsBefore(month: string): readonly string[] {
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
  capital(monthNames[locale].format(new Date(`${month}-01T00:00Z`)));
