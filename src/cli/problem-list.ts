import { styleText } from 'node:util';
import { type FormattedProblem, oneLine } from '../language/problem-text.ts';
import { translator } from '../language/translate.ts';
import type { Severity } from '../model/rules.ts';
import type { Locale } from '../model/values.ts';
import { wrapped } from './terminal.ts';

/** How a list of problems is set. */
interface Setting {
  readonly locale: Locale;
  /** The columns of a line; without a number, lines are as long as their text. */
  readonly columns?: number;
  /** Whether it has the colours of a terminal. */
  readonly coloured?: boolean;
}

const signs: Readonly<Record<Severity, string>> = { error: '✗', warning: '!' };

/** Files one below the other, those with errors first; below each its problems, aligned, errors first. */
export function problemList(problems: readonly FormattedProblem[], setting: Setting): string {
  const paint = painter(setting.coloured === true);
  return [...Map.groupBy(inTurn(problems), ({ file }) => file)]
    .map(([file, own]) => {
      const margin = 2 + Math.max(...own.map((one) => spotOf(one).length));
      const items = own.flatMap((one) => itemLines(one, margin, setting, paint));
      return [paint('bold', oneLine(file)), ...items].join('\n');
    })
    .join('\n\n');
}

/** The order of a list: what keeps the site from being made comes first, among the files and in each. */
export function inTurn(problems: readonly FormattedProblem[]): readonly FormattedProblem[] {
  const isError = ({ severity }: FormattedProblem) => severity === 'error';
  const failing = new Set(problems.filter(isError).map(({ file }) => file));
  const first = (holds: (one: FormattedProblem) => boolean) => (a: FormattedProblem, b: FormattedProblem) =>
    Number(holds(b)) - Number(holds(a));
  const files = Map.groupBy(problems.toSorted(first(({ file }) => failing.has(file))), ({ file }) => file);
  return [...files.values()].flatMap((own) => own.toSorted(first(isError)));
}

const spotOf = ({ line, column }: FormattedProblem): string => `${line}:${column}`;

/** `  3:9  ✗ error: message  rule`, and what to do below it. */
function itemLines(
  one: FormattedProblem,
  margin: number,
  { locale, columns = Number.POSITIVE_INFINITY }: Setting,
  paint: Paint,
): readonly string[] {
  const { severity, rule, message, hint } = one;
  const colour = severity === 'error' ? 'red' : 'yellow';
  const label = translator(locale)(`command.severity.${severity}`);
  const room = Math.max(columns - margin - 4, 16);
  // The words are wrapped before they are painted: a colour takes no column.
  const [first = '', ...rest] = wrapped(`${label} ${message}`, room);
  const lines = [paint(colour, label) + first.slice(label.length), ...rest];
  const last = lines.pop() ?? '';
  const unpainted = rest.at(-1) ?? first;
  const isShort = unpainted.length + 2 + rule.length <= room;
  const named = paint('dim', rule);
  const body = [
    ...lines,
    ...(isShort ? [`${last}  ${named}`] : [last, named]),
    ...(hint === undefined
      ? []
      : wrapped(hint, room - 2).map((line, index) => `${index === 0 ? '→' : ' '} ${line}`)),
  ];
  const start = `${paint('dim', spotOf(one).padStart(margin))}  ${paint(colour, signs[severity])} `;
  return body.map((line, index) => (index === 0 ? start : ' '.repeat(margin + 4)) + line);
}

type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow', text: string) => string;

/** The caller knows its terminal: what Node finds out about it is not asked. */
const painter =
  (coloured: boolean): Paint =>
  (style, text) =>
    coloured ? styleText(style, text, { validateStream: false }) : text;
