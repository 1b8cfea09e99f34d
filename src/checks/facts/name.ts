import type { ReadNotice } from '../../content/notice/read.ts';
import type { Path } from '../../content/yaml/document.ts';
import { meansAll, suggest } from '../../language/suggest.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { RuleId } from '../../model/rules.ts';
import type { CheckOf } from '../context.ts';

export const id = 'service/unknown';

/** The services, regions and sources that a notice names are known; so for `region/unknown`, `source/unknown`. */
export const check: CheckOf<ReadNotice> = (notice, { site: { names } }) => [
  ...unknownServices(notice, names.services, names.called),
  ...unknownRegions(notice, names.regions, names.called),
  ...unknownSources(notice),
];

type Called = ReadonlyMap<string, string>;

function unknownServices(
  notice: ReadNotice,
  services: readonly string[] | undefined,
  called: Called,
): readonly Problem[] {
  const { facts, data } = notice;
  if (services === undefined) return [];
  const entries = notice.kind === 'incident' ? (notice.data.timeline ?? []) : [];
  const named: readonly (readonly [string, Path])[] = [
    ...(data.services ?? []).map((service, index) => [service, ['services', index]] as const),
    ...entries.flatMap((entry, index) =>
      Object.keys(entry.services ?? {}).map(
        (service) => [service, ['timeline', index, 'services', service]] as const,
      ),
    ),
  ];
  return named
    .filter(([service]) => !services.includes(service))
    .map(([service, path]) => unknown('service/unknown', facts.atKey(path), service, services, called));
}

function unknownRegions(
  notice: ReadNotice,
  regions: readonly string[] | undefined,
  called: Called,
): readonly Problem[] {
  const { facts, data } = notice;
  if (regions === undefined) return [];
  const entries = notice.kind === 'incident' ? (notice.data.timeline ?? []) : [];
  const named: readonly (readonly [string, Path])[] = [
    ...(data.regions ?? []).map((region, index) => [region, ['regions', index]] as const),
    ...entries.flatMap((entry, nth) =>
      (entry.regions ?? []).map((region, index) => [region, ['timeline', nth, 'regions', index]] as const),
    ),
  ];
  return named
    .filter(([region]) => !regions.includes(region))
    .map(([region, path]) => unknown('region/unknown', facts.at(path), region, regions, called));
}

function unknownSources({ data, facts }: ReadNotice): readonly Problem[] {
  if (facts.unread('sources')) return [];
  const known = Object.keys(data.sources ?? {});
  return (data.timeline ?? []).flatMap((entry, index) =>
    (entry.sources ?? []).flatMap((source, nth) =>
      known.includes(source)
        ? []
        : [unknown('source/unknown', facts.at(['timeline', index, 'sources', nth]), source, known)],
    ),
  );
}

function unknown(
  rule: RuleId,
  place: Problem['place'],
  found: string,
  allowed: readonly string[],
  called: Called = new Map(),
): Problem {
  if (rule === 'region/unknown' && meansAll(found)) return problem(rule, place, { found }, 'all');
  const named = called.get(found.toLowerCase());
  const meant = named !== undefined && allowed.includes(named) ? named : suggest(found, allowed);
  const values = {
    found,
    allowed: allowed.join(', '),
    ...(meant === undefined ? {} : { nearest: meant }),
  };
  const variant = meant !== undefined ? 'nearest' : allowed.length === 0 ? 'none' : undefined;
  return problem(rule, place, values, variant);
}
