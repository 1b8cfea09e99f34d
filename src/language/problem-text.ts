import type { Place, Problem, Severity } from '../model/problem.ts';
import type { Locale } from '../model/values.ts';
import { hasKey, say, translator } from './translate.ts';

export interface ProblemWords {
  readonly message: string;
  readonly hint?: string;
}

/** A problem as a writer or a machine is told it (contract 2). */
export interface FormattedProblem extends Place, ProblemWords {
  readonly severity: Severity;
  readonly rule: string;
}

/**
 * What is wrong and what to do, in the writer's language. The catalogue has a sentence for the variant or else for the
 * rule, and likewise a hint. Throws where it has none, or where the problem lacks a value of the sentence.
 * `content` is what the commands in it must be told of the content folder: ` --content site`.
 */
export function problemWords(problem: Problem, locale: Locale, content = ''): ProblemWords {
  const { rule, variant } = problem;
  const values = { ...problem.values, content };
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
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');

/** Tells a problem. A sentence that the catalogue lacks is no reason to keep the place and the rule from a writer. */
export function formatProblem(problem: Problem, locale: Locale, content = ''): FormattedProblem {
  const { rule, severity, place } = problem;
  const told = { ...place, severity, rule };
  try {
    return { ...told, ...problemWords(problem, locale, content) };
  } catch {
    const found = oneLine(JSON.stringify({ variant: problem.variant, ...problem.values }));
    return { ...told, message: translator(locale)('command.problem.unworded', { found }) };
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
