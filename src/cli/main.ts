import packageJson from '../../package.json' with { type: 'json' };
import { valueMeant } from '../language/suggest.ts';
import { type Translate, translator } from '../language/translate.ts';
import { UserError } from '../language/user-error.ts';
import type { Locale } from '../model/values.ts';
import { isWriting } from '../site/writing.ts';
import type { Command, CommandContext, Run, System } from './command.ts';
import { commands } from './commands.ts';
import { contentOption } from './content-option.ts';
import { helpOf, overview } from './help.ts';
import { localeOf } from './locale.ts';
import { askedLocale, askedValue, readOptions } from './options.ts';
import { system } from './system.ts';
import { userErrorOf, userErrorText } from './user-error-text.ts';
import { refuseOldZoneData } from './zone-data.ts';

/** Runs what was typed after `meaculpa`, and gives the exit status. */
export async function main(args: readonly string[], system: System): Promise<number> {
  const locale = askedLocale(args) ?? localeOf(system.environment);
  const t = translator(locale);
  try {
    return await dispatch(args, system, locale, t);
  } catch (error) {
    const userError = userErrorOf(error);
    if (userError === undefined) {
      system.err(`${t('command.fault')}\n\n${traceOf(error)}\n`);
      return 70;
    }
    const content = contentOption({ given: { content: askedValue(args, 'content') } });
    system.err(`${userErrorText(userError, locale, content)}\n`);
    return userError.status;
  }
}

async function dispatch(
  args: readonly string[],
  system: System,
  locale: Locale,
  t: Translate,
): Promise<number> {
  const [name = '', ...rest] = commandFirst(args);
  const asksHelp = name === 'help' || name === '--help' || name === '-h';
  if (asksHelp && !Object.hasOwn(commands, rest[0] ?? '')) {
    system.out(overview(commands, t));
    return 0;
  }
  if (name === '--version' || name === '-v') {
    system.out(`meaculpa ${packageJson.version}, Node ${process.versions.node}\n`);
    return 0;
  }
  if (name === '') {
    system.err(overview(commands, t));
    return 2;
  }
  const called = asksHelp ? (rest[0] ?? '') : name;
  const command = Object.hasOwn(commands, called) ? commands[called] : undefined;
  if (command === undefined) throw unknownCommand(name);
  const behind = rest.slice(asksHelp ? 1 : 0);
  const { given, operands } = readOptions(behind, command.options, command.operands?.length);
  if (asksHelp || given.help) {
    system.out(helpOf(called, command, t));
    return 0;
  }
  refuseOldZoneData(system.offsetOf);
  const run = await loaded(command);
  const context = { system, given, operands, locale, t };
  await tidied(context);
  return run(context);
}

/** What an interrupted command left in the content is put in order first; the library for that is loaded then alone. */
async function tidied(context: CommandContext): Promise<void> {
  if (!isWriting(context.given.content ?? 'content')) return;
  await (await import('./workspace.ts')).tidy(context);
}

/** What a command does. Refuses (3) where a library that it needs was not installed. */
async function loaded(command: Command): Promise<Run> {
  try {
    return await command.load();
  } catch (error) {
    const found =
      error instanceof Error ? /^Cannot find package '([^']+)'/.exec(error.message)?.[1] : undefined;
    throw found === undefined ? error : new UserError(3, 'command.machine.library', { found });
  }
}

/** `--lang fr build` is `build --lang fr`. */
function commandFirst(args: readonly string[]): readonly string[] {
  const [first = ''] = args;
  const language = first === '--lang' ? 2 : first.startsWith('--lang=') ? 1 : 0;
  const rest = args.slice(language);
  return rest.length === 0 ? [] : [...rest, ...args.slice(0, language)];
}

function unknownCommand(found: string): UserError {
  const names = Object.keys(commands);
  const meant = valueMeant(found, names);
  return meant === undefined
    ? new UserError(2, 'command.call.command', { found, allowed: names.join(', ') })
    : new UserError(2, 'command.call.command_nearest', { found, meant });
}

const traceOf = (error: unknown): string =>
  `meaculpa ${packageJson.version}, Node ${process.versions.node}, ${process.platform}\n` +
  (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The command on the real machine. */
export async function start(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), system);
}
