export const severities = ['error', 'warning'] as const;
export type Severity = (typeof severities)[number];

/** Where a problem stands: a path from the current folder, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong, before it has words: `language/problems.ts` says it in the writer's language. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  /** Which of the rule's sentences: the catalogue has `problem.<rule>` or `problem.<rule>.<variant>`. */
  readonly variant?: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Errors stop a build: what would mislead a reader or break a page. These do not (contract 2). */
const warnings = [
  'parity/number',
  'parity/stale',
  'parity/late',
  'parity/language',
  'parity/fact',
  'facts/contradiction',
  'time/weekday',
  'promise/',
  'commitment/',
  'markdown/',
  'wording/',
  'typography/',
  'page/',
  'apology/',
];
const errorsAllTheSame = ['apology/signer', 'apology/date', 'apology/responsibility'];

export function severityOf(rule: string): Severity {
  if (errorsAllTheSame.includes(rule)) return 'error';
  return warnings.some((one) => (one.endsWith('/') ? rule.startsWith(one) : rule === one))
    ? 'warning'
    : 'error';
}

export function problem(
  rule: string,
  place: Place,
  values: Problem['values'] = {},
  variant?: string,
): Problem {
  return { rule, severity: severityOf(rule), place, values, ...(variant === undefined ? {} : { variant }) };
}

/** By path, then line, then column, then rule: the order in which they are told. */
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
