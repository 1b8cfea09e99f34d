import packageJson from '../../package.json' with { type: 'json' };
import { nearest } from '../language/suggest.ts';
import { type Key, type Translate, translator } from '../language/translate.ts';
import type { Locale } from '../model/values.ts';
import { Refusal } from '../language/user-error.ts';
import { agree } from './agree.ts';
import { build } from './build.ts';
import type { Call, Machine } from './command.ts';
import { check } from './check.ts';
import { helpOf, overview } from './help.ts';
import { localeOf } from './locale.ts';
import { machine } from './machine.ts';
import { newNotice } from './new.ts';
import { notify } from './notify.ts';
import { askedLocale, type OptionName, readOptions } from './options.ts';
import { phrases } from './phrases.ts';
import { refusalOf, refusalText } from './refusal-words.ts';
import { schema } from './schema.ts';
import { serve } from './serve.ts';
import { update } from './update.ts';
import { watch } from './watch.ts';

/** A command: its options in the order of its help, and what it does. It gives the exit status. */
export interface Command {
  readonly summary: Key;
  readonly options: readonly OptionName[];
  /** What stands behind its name without `--`, as the help shows it. */
  readonly operands?: readonly string[];
  readonly run: (call: Call) => Promise<number>;
}

export const commands: Readonly<Record<string, Command>> = {
  build: {
    summary: 'command.build.summary',
    options: ['content', 'output', 'now', 'strict', 'no-cache', 'lang', 'help'],
    run: build,
  },
  check: {
    summary: 'command.check.summary',
    options: ['content', 'now', 'strict', 'format', 'lang', 'help'],
    run: check,
  },
  serve: {
    summary: 'command.serve.summary',
    options: ['content', 'now', 'port', 'lang', 'help'],
    run: serve,
  },
  new: {
    summary: 'command.new.summary',
    operands: ['incident|maintenance', 'ID'],
    options: ['content', 'title-en', 'title-fr', 'now', 'lang', 'help'],
    run: newNotice,
  },
  update: {
    summary: 'command.update.summary',
    operands: ['ID'],
    options: ['content', 'phase', 'at', 'next', 'expected', 'say', 'now', 'lang', 'help'],
    run: update,
  },
  agree: {
    summary: 'command.agree.summary',
    operands: ['ID'],
    options: ['content', 'lang', 'help'],
    run: agree,
  },
  notify: {
    summary: 'command.notify.summary',
    options: [
      'content',
      'site',
      'dry-run',
      'channel',
      'at-most',
      'push',
      'resume',
      'skip',
      'now',
      'lang',
      'help',
    ],
    run: (call) => notify(call),
  },
  phrases: {
    summary: 'command.phrases.summary',
    options: ['content', 'lang', 'help'],
    run: phrases,
  },
  watch: {
    summary: 'command.watch.summary',
    options: ['content', 'within', 'channel', 'push', 'now', 'lang', 'help'],
    run: (call) => watch(call),
  },
  schema: {
    summary: 'command.schema.summary',
    options: ['content', 'lang', 'help'],
    run: schema,
  },
};

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
