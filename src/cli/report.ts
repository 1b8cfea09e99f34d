import { type FormattedProblem, formatProblem, problemText } from '../language/problem-text.ts';
import type { Translate } from '../language/translate.ts';
import type { Problem } from '../model/problem.ts';
import type { Severity } from '../model/rules.ts';
import type { Locale } from '../model/values.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './context.ts';
import type { Format } from './options.ts';

/** The problems as this call counts them: under `--strict` a warning is an error. */
export const counted = (problems: readonly Problem[], { given }: CommandContext): readonly Problem[] =>
  given.strict ? problems.map((one): Problem => ({ ...one, severity: 'error' })) : problems;

export const isError = ({ severity }: Problem): boolean => severity === 'error';
export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(isError);

/** Tells every problem in the format that is asked for, then how many there are. */
export function report(problems: readonly Problem[], context: CommandContext, format: Format): void {
  const { system, locale, t } = context;
  const formatted = problems.map((one) => formatProblem(one, locale, contentOption(context)));
  const text = writers[format](formatted);
  if (text !== '') (format === 'text' ? system.err : system.out)(`${text}\n`);
  system.err(`${summary(problems, t)}\n`);
}

/** Problems one below the other, as the terminal and a preview show them. */
export const problemsText = (problems: readonly Problem[], locale: Locale, content: string): string =>
  problems.map((one) => problemText(formatProblem(one, locale, content))).join('\n');

const writers: Readonly<Record<Format, (formatted: readonly FormattedProblem[]) => string>> = {
  text: (formatted) => formatted.map(problemText).join('\n'),
  json: (formatted) =>
    JSON.stringify(
      formatted.map(({ file, line, column, severity, rule, message, hint }) => ({
        file,
        line,
        column,
        severity,
        rule,
        message,
        hint: hint ?? null,
      })),
      null,
      2,
    ),
  github: (formatted) => formatted.map(annotation).join('\n'),
};

/** A workflow command of GitHub Actions; it has escapes of its own. */
function annotation({ file, line, column, severity, rule, message, hint }: FormattedProblem): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const place = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
  return `::${severity} ${place}::${data(hint === undefined ? message : `${message}\n${hint}`)}`;
}

/** How many errors and warnings there are. */
export function summary(problems: readonly Problem[], t: Translate): string {
  const count = (severity: Severity) => problems.filter((one) => one.severity === severity).length;
  if (problems.length === 0) return t('command.count.none');
  return t('command.count.problems', {
    errors: t('command.count.errors', { count: count('error') }),
    warnings: t('command.count.warnings', { count: count('warning') }),
  });
}
