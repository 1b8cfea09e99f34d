import type { Translate } from '../language/translate.ts';
import type { Command } from './command.ts';
import { type OptionName, optionOf } from './options.ts';

/** What there is to type. */
export function overview(commands: Readonly<Record<string, Command>>, t: Translate): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [name, t(summary)] as const);
  return `${t('command.help.overview')}\n\n${table(rows)}\n\n${t('command.help.more')}\n`;
}

/** What a command does and takes. */
export function helpOf(name: string, { summary, options, operands = [] }: Command, t: Translate): string {
  const rows = options.map((option) => [typed(option, t), t(optionOf(option).help)] as const);
  return `${t(summary)}\n\n${t('command.help.usage', { name: [name, ...operands].join(' ') })}\n\n${table(rows)}\n`;
}

/** `--content DIR`, `--format text|json|github`, `--help, -h`. */
function typed(name: OptionName, t: Translate): string {
  const { value, oneOf, short } = optionOf(name);
  const called = value === undefined ? oneOf?.join('|') : t(value);
  return `--${name}${short === undefined ? '' : `, -${short}`}${called === undefined ? '' : ` ${called}`}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
