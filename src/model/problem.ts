import { type RuleId, type Severity, severityOf } from './rules.ts';

/** Where a problem stands: a path from the current folder, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a sentence names: numbers are written as its language does. */
type Values = Readonly<Record<string, string | number>>;

/** What is wrong, without the place where it is. */
export interface Fault {
  readonly rule: RuleId;
  /** Which of the rule's sentences: the catalogue has `problem.<rule>` or `problem.<rule>.<variant>`. */
  readonly variant?: string;
  readonly values: Values;
}

/** What is wrong and where, before it has words: `language/problem-text.ts` says it in the writer's language. */
export interface Problem extends Fault {
  readonly severity: Severity;
  readonly place: Place;
}

export const fault = (rule: RuleId, values: Values = {}, variant?: string): Fault => ({
  rule,
  values,
  ...(variant === undefined ? {} : { variant }),
});

/** A fault at its place, with the severity of its rule. */
export const at = (place: Place, { rule, variant, values }: Fault): Problem => ({
  ...fault(rule, values, variant),
  severity: severityOf(rule),
  place,
});

export const problem = (rule: RuleId, place: Place, values: Values = {}, variant?: string): Problem =>
  at(place, fault(rule, values, variant));

/** Whether what was read or resolved is a fault instead. */
export const isFault = <T extends object>(found: T): found is Extract<T, Fault> => 'rule' in found;

/** By path, then line, then column, then rule: the order in which they are reported. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.variant ?? '', b.variant ?? '')
  );
}

/** By code units: the same order in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
