import { type Host, limits, limitsOf, type Use } from '../../model/hosts.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';

export const id = 'host/limit';

/** What the host would refuse or leave out, each limit once, at `host` in `site.yml`. */
export function check(host: Host | undefined, use: Use, place: Place): readonly Problem[] {
  if (host === undefined) return [];
  const allowed = limitsOf(host);
  return limits.flatMap((name) => {
    const most = allowed[name];
    const { count, of = '' } = use[name];
    return most === undefined || count <= most
      ? []
      : [problem('host/limit', place, { host, count, most, path: of }, name)];
  });
}
