import type { Fault, Place, Problem } from '../model/problem.ts';
import type { RuleId, Severity } from '../model/rules.ts';
import type { Locale } from '../model/values.ts';
import { hasKey, say, translator } from './translate.ts';

interface ProblemWords {
  readonly message: string;
  readonly hint?: string;
}

/** A problem as a person or a machine reads it. */
export interface FormattedProblem extends Place, ProblemWords {
  readonly severity: Severity;
  readonly rule: RuleId;
}

/**
 * What is wrong and what to do, in the writer's language. The catalogue has a sentence for the variant or else for the
 * rule, and likewise a hint. The commands in it name the content folder by `content`: ` --content site`.
 * @throws {Error} where the catalogue has no sentence, or the fault lacks a value that the sentence names
 */
export function problemWords(fault: Fault, locale: Locale, content = ''): ProblemWords {
  const { rule, variant } = fault;
  const values = { ...fault.values, content };
  const names = variant === undefined ? [rule] : [`${rule}.${variant}`, rule];
  const keys = names.map((name) => `problem.${name}`);
  const key = keys.find((one) => hasKey(locale, one)) ?? keys[0] ?? '';
  const hint = keys.map((one) => `${one}.hint`).find((one) => hasKey(locale, one));
  return {
    message: oneLine(say(locale, key, values)),
    ...(hint === undefined ? {} : { hint: oneLine(say(locale, hint, values)) }),
  };
}

/** What stands in content may break lines or steer a terminal. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** A problem with its words. Where the catalogue lacks the sentence, a writer still gets the place and the rule. */
export function formatProblem(problem: Problem, locale: Locale, content = ''): FormattedProblem {
  const { rule, severity, place } = problem;
  const placed = { ...place, severity, rule };
  try {
    return { ...placed, ...problemWords(problem, locale, content) };
  } catch {
    const found = oneLine(JSON.stringify({ variant: problem.variant, ...problem.values }));
    return { ...placed, message: translator(locale)('command.problem.unworded', { found }) };
  }
}

/** `path:line:column  error|warning  rule  message`, and the hint indented below it. */
export const problemText = ({
  file,
  line,
  column,
  severity,
  rule,
  message,
  hint,
}: FormattedProblem): string =>
  `${oneLine(file)}:${line}:${column}  ${severity}  ${rule}  ${message}${hint === undefined ? '' : `\n    ${hint}`}`;
