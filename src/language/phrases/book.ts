import { incidentPhrases } from './incident.ts';
import { maintenancePhrases } from './maintenance.ts';
import type { Phrase } from './phrase.ts';

/** The pairs that come with the program. */
export const firstSet: readonly Phrase[] = [...incidentPhrases, ...maintenancePhrases];

/** Those of the program and the team's own; of two with one name, the team's. */
export function bookOf(own: readonly Phrase[], off: readonly string[]): readonly Phrase[] {
  const dropped = new Set([...off, ...own.map(({ name }) => name)]);
  const kept = dropped.has('all') ? [] : firstSet.filter(({ name }) => !dropped.has(name));
  return [...kept, ...own];
}
