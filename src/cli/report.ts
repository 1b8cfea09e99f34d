import { type FormattedProblem, formatProblem, problemText } from '../language/problem-text.ts';
import type { Translate } from '../language/translate.ts';
import { compareText, type Problem } from '../model/problem.ts';
import type { Severity } from '../model/rules.ts';
import type { Locale } from '../model/values.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import type { Format } from './options.ts';
import { inTurn, problemList } from './problem-list.ts';
import { isStyled, widthOf, wrapped } from './terminal.ts';

/** The problems as this call counts them: under `--strict` a warning is an error. */
export const counted = (problems: readonly Problem[], { given }: CommandContext): readonly Problem[] =>
  given.strict ? problems.map((one): Problem => ({ ...one, severity: 'error' })) : problems;

export const isError = ({ severity }: Problem): boolean => severity === 'error';
export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(isError);

/** How many problems a terminal shows by itself. */
const most = 50;

/** Tells every problem in the format that is asked for, then what stands between, then how many there are. */
export function report(
  problems: readonly Problem[],
  context: CommandContext,
  format: Format,
  between = '',
): void {
  const { system, t } = context;
  if (format === 'text' && isStyled(system)) {
    tell(problems, context, between);
    return;
  }
  const formatted = formattedIn(problems, context);
  const text = writers[format](formatted);
  if (text !== '') (format === 'text' ? system.err : system.out)(`${text}\n`);
  system.err(`${between}${summary(problems, t)}\n`);
}

/** Problems before a command that does not count them. */
export function listProblems(problems: readonly Problem[], context: CommandContext): void {
  const { system, locale } = context;
  if (problems.length === 0) return;
  const formatted = formattedIn(problems, context);
  const text = isStyled(system)
    ? problemList(formatted, { locale, columns: widthOf(system), coloured: true })
    : writers.text(formatted);
  system.err(`${text}\n`);
}

const formattedIn = (problems: readonly Problem[], context: CommandContext): readonly FormattedProblem[] =>
  problems.map((one) => formatProblem(one, context.locale, contentOption(context)));

/** The same for someone who watches: a long list is cut, and what is found most often is named at its end. */
function tell(problems: readonly Problem[], context: CommandContext, between: string): void {
  const { system, locale, given, t } = context;
  const columns = widthOf(system);
  const all = inTurn(formattedIn(problems, context));
  const shown = given.all || all.length <= most ? all : all.slice(0, most);
  const rest = all.slice(shown.length);
  const files = new Set(all.map(({ file }) => file)).size;
  const set = (text: string) => wrapped(text, columns).join('\n');
  const count =
    files > 1 ? t('command.report.in_files', { ...counts(problems, t), files }) : summary(problems, t);
  const paragraphs = [
    problemList(shown, { locale, columns, coloured: true }),
    rest.length === 0
      ? ''
      : set(t('command.report.rest', { count: rest.length, content: contentOption(context) })),
    between.trimEnd(),
    set(`${count} ${frequent(problems, t)}`.trimEnd()),
  ];
  system.err(`${paragraphs.filter(Boolean).join('\n\n')}\n`);
}

/** The three rules that are found most often, where any is found more than once. */
function frequent(problems: readonly Problem[], t: Translate): string {
  const rules = [...Map.groupBy(problems, ({ rule }) => rule)]
    .map(([rule, found]) => ({ rule, count: found.length }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || compareText(a.rule, b.rule))
    .slice(0, 3);
  if (rules.length === 0) return '';
  return t('command.report.frequent', {
    rules: rules.map(({ rule, count }) => `${rule} (${count})`).join(', '),
  });
}

/** Problems by file, as a preview shows them. */
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

/** How many errors and warnings there are, in a sentence. */
export const summary = (problems: readonly Problem[], t: Translate): string =>
  problems.length === 0 ? t('command.count.none') : t('command.count.problems', counts(problems, t));

function counts(
  problems: readonly Problem[],
  t: Translate,
): { readonly errors: string; readonly warnings: string } {
  const count = (severity: Severity) => problems.filter((one) => one.severity === severity).length;
  return {
    errors: t('command.count.errors', { count: count('error') }),
    warnings: t('command.count.warnings', { count: count('warning') }),
  };
}
