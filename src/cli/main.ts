import packageJson from '../../package.json' with { type: 'json' };
import { nearest } from '../language/suggest.ts';
import { type Translate, translator } from '../language/translate.ts';
import { Refusal } from '../language/user-error.ts';
import type { Locale } from '../model/values.ts';
import type { Machine } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { localeOf } from './locale.ts';
import { machine } from './machine.ts';
import { askedLocale, readOptions } from './options.ts';
import { refusalOf, refusalText } from './refusal-words.ts';

/** Runs what was typed after `meaculpa`, and gives the exit status of contract 2. */
export async function main(args: readonly string[], machine: Machine): Promise<number> {
  const locale = askedLocale(args) ?? localeOf(machine.environment);
  const t = translator(locale);
  try {
    return await dispatch(args, machine, locale, t);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) {
      machine.err(`${t('command.fault')}\n\n${traceOf(error)}\n`);
      return 70;
    }
    machine.err(`${refusalText(refusal, locale)}\n`);
    return refusal.status;
  }
}

async function dispatch(
  args: readonly string[],
  machine: Machine,
  locale: Locale,
  t: Translate,
): Promise<number> {
  const [name = '', ...rest] = commandFirst(args);
  const asksHelp = name === 'help' || name === '--help' || name === '-h';
  if (asksHelp && !Object.hasOwn(commands, rest[0] ?? '')) {
    machine.out(overview(commands, t));
    return 0;
  }
  if (name === '--version' || name === '-v') {
    machine.out(`meaculpa ${packageJson.version}, Node ${process.versions.node}\n`);
    return 0;
  }
  if (name === '') {
    machine.err(overview(commands, t));
    return 2;
  }
  const called = asksHelp ? (rest[0] ?? '') : name;
  const command = Object.hasOwn(commands, called) ? commands[called] : undefined;
  if (command === undefined) throw unknownCommand(name);
  const behind = rest.slice(asksHelp ? 1 : 0);
  const { given, operands } = readOptions(behind, command.options, command.operands?.length);
  if (asksHelp || given.help) {
    machine.out(helpOf(called, command, t));
    return 0;
  }
  return command.run({ machine, given, operands, locale, t });
}

/** `--lang fr build` is `build --lang fr`. */
function commandFirst(args: readonly string[]): readonly string[] {
  const [first = ''] = args;
  const language = first === '--lang' ? 2 : first.startsWith('--lang=') ? 1 : 0;
  const rest = args.slice(language);
  return rest.length === 0 ? [] : [...rest, ...args.slice(0, language)];
}

function unknownCommand(found: string): Refusal {
  const names = Object.keys(commands);
  const meant = nearest(found, names);
  return meant === undefined
    ? new Refusal(2, 'command.call.command', { found, allowed: names.join(', ') })
    : new Refusal(2, 'command.call.command_nearest', { found, meant });
}

const traceOf = (error: unknown): string =>
  `meaculpa ${packageJson.version}, Node ${process.versions.node}, ${process.platform}\n` +
  (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The command on the real machine. */
export async function start(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), machine);
}
