import { suggest, valueMeant } from '../language/suggest.ts';
import { UserError } from '../language/user-error.ts';
import type { Settings } from '../model/site.ts';
import { type IncidentState, incidentStates } from '../model/status.ts';

/** The states of `--services email=operational,web=major_outage`. Refuses (2) an id or a state that there is not. */
export function servicesGiven(
  written: string,
  { services }: Settings,
): Readonly<Record<string, IncidentState>> {
  const pairs = written.split(',').map((pair) => pair.trim());
  return Object.fromEntries(
    pairs.map((pair) => {
      const [id = '', found = ''] = pair.split('=').map((part) => part.trim());
      const ids = services.map((one) => one.id);
      if (!ids.includes(id)) {
        const values = { found: id, allowed: ids.join(', ') };
        const meant = suggest(id, ids);
        throw meant === undefined
          ? new UserError(2, 'command.update.service_unknown', values)
          : new UserError(2, 'command.update.service_nearest', { ...values, meant });
      }
      const state = incidentStates.find((one) => one === found);
      if (state !== undefined) return [id, state] as const;
      const meant = valueMeant(found, incidentStates) ?? 'operational';
      throw new UserError(2, 'command.update.state', {
        found: pair,
        suggestion: `${id}=${meant}`,
        allowed: incidentStates.join(', '),
      });
    }),
  );
}

/** The regions of `--regions iles,gaspesie`, by their ids or their names. Refuses (2) one that there is not. */
export function regionsGiven(written: string, { regions }: Settings): readonly string[] {
  const ids = regions.map(({ id }) => id);
  if (ids.length === 0) throw new UserError(2, 'command.update.region_none');
  return written.split(',').map((one) => {
    const found = one.trim();
    const named = regions.find(({ id, name }) => [id, name.en, name.fr].includes(found));
    if (named !== undefined) return named.id;
    const values = { found, allowed: ids.join(', ') };
    const meant = suggest(found, ids);
    throw meant === undefined
      ? new UserError(2, 'command.update.region_unknown', values)
      : new UserError(2, 'command.update.region_nearest', { ...values, meant });
  });
}
