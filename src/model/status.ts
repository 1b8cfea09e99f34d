/** States of a service, from the best to the worst: a worse one wins, and maintenance never masks an outage. */
const states = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;
export type State = (typeof states)[number];

/** The states that a writer may give to a service in an incident. */
export const incidentStates = [
  'operational',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const satisfies readonly State[];
export type IncidentState = (typeof incidentStates)[number];

export const impacts = ['none', 'minor', 'major', 'critical'] as const;
export type Impact = (typeof impacts)[number];

/** The state that an impact means where the writer gives none. */
export const stateOfImpact: Readonly<Record<Impact, IncidentState>> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
};

export const rankOf = (state: State): number => states.indexOf(state);
export const worse = (a: State, b: State): State => (rankOf(a) >= rankOf(b) ? a : b);
export const worst = (all: Iterable<State>): State => {
  let result: State = 'operational';
  for (const state of all) result = worse(result, state);
  return result;
};
