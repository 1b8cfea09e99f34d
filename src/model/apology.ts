import type { causeParties } from './incident.ts';
import type { Commitment } from './notice.ts';
import type { Fault } from './problem.ts';
import type { RuleId } from './rules.ts';
import type { Locale, LocalText, Moment } from './values.ts';

/** The roles that a level-3 heading of an apology may carry. */
export const apologyRoles = [
  'harm',
  'responsibility',
  'repair',
  'explanation',
  'regret',
  'prevention',
  'forgiveness',
  'silence',
] as const;
export type ApologyRole = (typeof apologyRoles)[number];

/**
 * The six components of Lewicki, Polin and Lount (2016), in the order of their effect: responsibility
 * first, then
 * repair; regret, explanation and repentance (here `prevention`) are tied; forgiveness can be left out.
 */
export const apologyComponents = [
  'responsibility',
  'repair',
  'regret',
  'explanation',
  'prevention',
  'forgiveness',
] as const satisfies readonly ApologyRole[];
export type ApologyComponent = (typeof apologyComponents)[number];

/** What stands under one heading of the section, or before the first. */
export interface ApologyPart {
  /** The heading's id: a role, any other id, or '' where there is none. */
  readonly role: string;
  /** Heading and body as plain text, paragraphs apart by an empty line. */
  readonly text: string;
  /** Only what stands in quotation marks or block quotations, likewise. */
  readonly quotations: string;
}

/** An apology in one language, as plain text. */
export interface ApologyText {
  readonly parts: readonly ApologyPart[];
}

/** What the check needs of an incident's facts. */
export interface ApologyFacts {
  readonly at: Moment;
  /** When the incident started. */
  readonly started: Moment;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signer: { readonly name: string };
  readonly organization: LocalText;
  /** An apology that others report: only its quotations are its text. */
  readonly reported: boolean;
  readonly party?: (typeof causeParties)[number] | undefined;
  readonly commitments: readonly Pick<Commitment, 'due' | 'done' | 'dropped'>[];
}

/** What a finding is about: a part, by its place in `ApologyText.parts` (none: it is missing), or a fact. */
type ApologyPlace =
  | { readonly kind: 'part'; readonly locale: Locale; readonly role: ApologyRole; readonly index?: number }
  | { readonly kind: 'fact'; readonly fact: 'signer' | 'at' };

export interface ApologyFinding extends Fault {
  readonly rule: Extract<RuleId, `apology/${string}`>;
  readonly variant: string;
  readonly about: ApologyPlace;
}
