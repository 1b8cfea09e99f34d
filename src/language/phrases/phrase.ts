import type { causeParties, dataLosses, IncidentPhase } from '../../model/incident.ts';
import type { MaintenancePhase } from '../../model/maintenance.ts';
import type { IncidentState } from '../../model/status.ts';
import type { LocalText } from '../../model/values.ts';

/** What a phrase leaves open, `{next}`: each is filled from the facts, in words of its language. */
export const variables = ['service', 'region', 'next', 'expected', 'window', 'until', 'amount'] as const;
export type Variable = (typeof variables)[number];

/** What a phrase claims beside its words: it may be said only where the facts do not say otherwise. */
interface Claim {
  /** Some service is in this state. */
  readonly state?: IncidentState | undefined;
  readonly data_loss?: (typeof dataLosses)[number] | undefined;
  readonly cause?: (typeof causeParties)[number] | undefined;
}

/** A pair of sentences that was approved once, for the hour in which nobody has time to translate. */
export interface Phrase extends LocalText {
  readonly name: string;
  /** The phases in which it is true. */
  readonly phase: readonly (IncidentPhase | MaintenancePhase)[];
  readonly says: Claim;
}

const open = /\{([^{}\s]{1,40})\}/g;

/** What stands in braces in a phrase, each once, in the order of the text. */
export const openIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(open)].map(([, name = '']) => name)),
];

export const isVariable = (name: string): name is Variable => variables.some((one) => one === name);

/** A phrase in pieces: its words, and between them its variables. */
export const piecesOf = (
  text: string,
): { readonly words: readonly string[]; readonly between: readonly string[] } => {
  const parts = text.split(open);
  return {
    words: parts.filter((_, index) => index % 2 === 0),
    between: parts.filter((_, index) => index % 2 === 1),
  };
};

/** The text with its variables filled; `{…}` stays where there is no value. */
export const filled = (text: string, values: Readonly<Partial<Record<Variable, string>>>): string =>
  text.replace(open, (whole, name: string) => (isVariable(name) ? (values[name] ?? whole) : whole));
