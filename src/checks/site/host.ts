import { type Host, type Limit, limitsOf, type Use } from '../../model/hosts.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';

export const id = 'host/limit';

/** What the host would refuse or leave out, each limit once, at `host` in `site.yml`. */
export function check(host: Host | undefined, use: Use, place: Place): readonly Problem[] {
  if (host === undefined) return [];
  return Object.entries(limitsOf(host)).flatMap(([name, most]) => {
    const { count, of = '' } = use[name as Limit];
    return count > most ? [problem('host/limit', place, { host, count, most, path: of }, name)] : [];
  });
}
