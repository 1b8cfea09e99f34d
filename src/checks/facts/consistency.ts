import { type Problem, problem } from '../../model/problem.ts';
import {
  compareMoments,
  deadlineOf,
  type Locale,
  locales,
  type Moment,
  startOf,
} from '../../model/values.ts';
import { correctedAnchor } from '../../content/build/notice.ts';
import type { Path } from '../../content/yaml/document.ts';
import { meansAll, nearest } from '../../language/suggest.ts';
import type { ReadNotice } from '../../content/notice/read.ts';

/** The ids of `site.yml`; not there where they could not be read. */
export interface Names {
  readonly services: readonly string[] | undefined;
  readonly regions: readonly string[] | undefined;
  /** Their ids by the names that readers see, in lower case. */
  readonly called: ReadonlyMap<string, string>;
}

/** What must hold within the facts of one notice, once each of them is sound. */
type Rule = (notice: ReadNotice, names: Names) => Problem[];

/** One name, one rule: the table that `check` runs over every notice. */
const rules: Readonly<Record<string, Rule>> = {
  services(notice, { services, called }) {
    const { facts, data } = notice;
    if (services === undefined) return [];
    const found = [...(data.services ?? [])];
    const named: Path[] = found.map((_, index) => ['services', index]);
    if (notice.kind === 'incident') {
      notice.data.timeline?.forEach((entry, index) => {
        for (const service of Object.keys(entry.services ?? {})) {
          named.push(['timeline', index, 'services', service]);
          found.push(service);
        }
      });
    }
    return found.flatMap((service, index) => {
      const path = named[index] ?? [];
      return services.includes(service)
        ? []
        : [unknown('service/unknown', facts.atKey(path), service, services, called)];
    });
  },
  regions: ({ data, facts }, { regions, called }) =>
    (data.regions ?? []).flatMap((region, index) =>
      regions === undefined || regions.includes(region)
        ? []
        : [unknown('region/unknown', facts.at(['regions', index]), region, regions, called)],
    ),
  sources({ data, facts }) {
    if (facts.unread('sources')) return [];
    const known = Object.keys(data.sources ?? {});
    return (data.timeline ?? []).flatMap((entry, index) =>
      (entry.sources ?? []).flatMap((source, nth) =>
        known.includes(source)
          ? []
          : [unknown('source/unknown', facts.at(['timeline', index, 'sources', nth]), source, known)],
      ),
    );
  },
  order: ({ data, facts }) =>
    outOfOrder((data.timeline ?? []).map(({ at }) => at)).map(([index, before]) =>
      problem(
        'time/order',
        facts.at(['timeline', index, 'at']),
        { before: written(before), found: written(data.timeline?.[index]?.at ?? before) },
        'timeline',
      ),
    ),
  start(notice) {
    if (notice.kind !== 'incident' || notice.data.started === undefined) return [];
    const [first] = notice.data.timeline ?? [];
    if (first === undefined || compareMoments(notice.data.started, first.at) <= 0) return [];
    return [
      problem(
        'time/order',
        notice.facts.at(['started']),
        { found: written(notice.data.started), before: written(first.at) },
        'started',
      ),
    ];
  },
  promises(notice) {
    if (notice.kind !== 'incident') return [];
    return (notice.data.timeline ?? []).flatMap((entry, index) =>
      (['next', 'expected'] as const).flatMap((key) => {
        const deadline = entry[key];
        if (deadline === undefined || deadlineOf(deadline) > startOf(entry.at)) return [];
        return [
          problem(
            'time/order',
            notice.facts.at(['timeline', index, key]),
            { key, found: written(deadline), before: written(entry.at) },
            'promise',
          ),
        ];
      }),
    );
  },
  closed(notice) {
    if (notice.kind !== 'incident' || notice.data.closed === undefined) return [];
    const last = notice.data.timeline?.at(-1);
    if (last === undefined || notice.data.closed.date >= last.at.date) return [];
    return [
      problem(
        'time/order',
        notice.facts.at(['closed']),
        { found: written(notice.data.closed), before: written(last.at) },
        'closed',
      ),
    ];
  },
  window(notice) {
    if (notice.kind !== 'maintenance') return [];
    const { from, until, moved = [] } = notice.data;
    const windows = [
      ...(from === undefined || until === undefined ? [] : [{ path: ['until'] as Path, from, until }]),
      ...moved.map((one, index) => ({ path: ['moved', index, 'until'], ...one })),
    ];
    return windows.flatMap((one) =>
      startOf(one.until) > startOf(one.from)
        ? []
        : [
            problem(
              'time/order',
              notice.facts.at(one.path),
              { found: written(one.until), before: written(one.from) },
              'window',
            ),
          ],
    );
  },
  contradictions(notice) {
    if (notice.kind !== 'incident') return [];
    const { data, facts } = notice;
    const { timeline = [] } = data;
    const against = (path: Path, variant: string, values: Problem['values'] = {}) =>
      problem('facts/contradiction', facts.at(path), values, variant);
    const inEntries = timeline.flatMap(({ phase, services = {}, next }, index) => {
      if (phase !== 'resolved') return [];
      const states = Object.entries(services).filter(([, state]) => state !== 'operational');
      return [
        ...states.map(([service, found]) =>
          against(['timeline', index, 'services', service], 'state', { service, found }),
        ),
        ...(next === undefined ? [] : [against(['timeline', index, 'next'], 'next')]),
      ];
    });
    const isOver = timeline.at(-1)?.phase === 'resolved' && data.closed !== undefined;
    const claims = Object.entries(data.credits ?? {}).filter(
      ([, { automatic, claim_by }]) => automatic === true && claim_by !== undefined,
    );
    const both = Object.entries(data.commitments ?? {}).filter(
      ([, { done, dropped }]) => done !== undefined && dropped !== undefined,
    );
    return [
      ...both.map(([found]) => against(['commitments', found, 'dropped'], 'both', { found })),
      ...inEntries,
      ...(isOver ? [against(['closed'], 'closed')] : []),
      ...claims.map(([found]) => against(['credits', found, 'claim_by'], 'claim', { found })),
    ];
  },
  customers(notice) {
    const customers = notice.kind === 'incident' ? notice.data.customers : undefined;
    if (customers?.of === undefined || customers.affected <= customers.of) return [];
    return [
      problem(
        'yaml/value',
        notice.facts.at(['customers', 'affected']),
        { found: customers.affected, of: customers.of },
        'customers',
      ),
    ];
  },
  corrections: (notice) =>
    (notice.data.corrections ?? []).flatMap(({ to }, index) => {
      if (
        notice.facts.unread('timeline') ||
        notice.facts.unread('corrections', index, 'to') ||
        to.kind !== 'moment' ||
        correctedAnchor(notice, to.moment) !== undefined
      )
        return [];
      const allowed = (notice.data.timeline ?? []).map(({ at }) => written(at));
      return [
        problem(
          'yaml/value',
          notice.facts.at(['corrections', index, 'to']),
          { found: written(to.moment), allowed: allowed.join(', ') },
          'correction-time',
        ),
      ];
    }),
  apology(notice) {
    const { kind, facts, data } = notice;
    if (kind === 'incident' && (facts.unread('apology') || data.apology !== undefined)) return [];
    return locales.flatMap((locale) => apologyWithoutFact(notice, locale));
  },
  ids(notice) {
    if (notice.kind !== 'incident') return [];
    const credits = Object.keys(notice.data.credits ?? {});
    return Object.keys(notice.data.commitments ?? {})
      .filter((id) => credits.includes(id))
      .map((id) => problem('id/duplicate', notice.facts.atKey(['commitments', id]), { found: id }, 'facts'));
  },
};

export const noticeProblems = (notice: ReadNotice, names: Names): Problem[] =>
  Object.values(rules).flatMap((rule) => rule(notice, names));

function unknown(
  rule: string,
  place: Problem['place'],
  found: string,
  allowed: readonly string[],
  called: Names['called'] = new Map(),
): Problem {
  if (rule === 'region/unknown' && meansAll(found)) return problem(rule, place, { found }, 'all');
  const named = called.get(found.toLowerCase());
  const meant = named !== undefined && allowed.includes(named) ? named : nearest(found, allowed);
  const values = { found, allowed: allowed.join(', '), ...(meant === undefined ? {} : { nearest: meant }) };
  const variant = meant !== undefined ? 'nearest' : allowed.length === 0 ? 'none' : undefined;
  return problem(rule, place, values, variant);
}

/** Entries that do not come after those before; of days alone the list's order counts within the day. */
function outOfOrder(moments: readonly Moment[]): [index: number, before: Moment][] {
  const found: [number, Moment][] = [];
  let latest: Moment | undefined;
  let latestInstant: Moment | undefined;
  moments.forEach((moment, index) => {
    const before = [latest, latestInstant].find((one) => one !== undefined && !isAfter(moment, one));
    if (before !== undefined) found.push([index, before]);
    else {
      latest = moment;
      if (moment.kind === 'instant') latestInstant = moment;
    }
  });
  return found;
}

function isAfter(moment: Moment, before: Moment): boolean {
  const order = compareMoments(before, moment);
  return order < 0 || (order === 0 && !(before.kind === 'instant' && moment.kind === 'instant'));
}

function apologyWithoutFact({ texts, kind }: ReadNotice, locale: Locale): Problem[] {
  const section = texts[locale]?.sections.byName.get('apology');
  return section === undefined
    ? []
    : [
        problem(
          'facts/no-fact',
          section.heading.place,
          {},
          kind === 'incident' ? 'apology' : 'apology.maintenance',
        ),
      ];
}

/** A moment as a writer types it. */
export const written = (moment: Moment): string =>
  moment.kind === 'instant' ? `${moment.date} ${moment.time}` : moment.date;
