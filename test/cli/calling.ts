import type { CommandContext } from '../../src/cli/command.ts';
import { translator } from '../../src/language/translate.ts';
import type { Locale } from '../../src/model/values.ts';
import { now } from '../content/folder.ts';

export interface FormattedProblem {
  readonly call: CommandContext;
  readonly out: () => string;
  readonly err: () => string;
}

type Options = Omit<CommandContext['given'], 'content'>;

/** A call in a folder; with answers, on a terminal. */
export function calling(
  folder: string,
  operands: readonly string[],
  given: Options = {},
  answers?: readonly string[],
): FormattedProblem {
  let [out, err] = ['', ''];
  const left = [...(answers ?? [])];
  const locale: Locale = given.lang ?? 'en';
  const call: CommandContext = {
    system: {
      environment: {},
      home: '/nowhere',
      clock: () => now,
      elapsed: () => 0,
      terminal: false,
      out: (text) => (out += text),
      err: (text) => (err += text),
      ask: answers === undefined ? undefined : async () => left.shift() ?? '',
    },
    given: { ...given, content: folder },
    locale,
    t: translator(locale),
    operands,
  };
  return { call, out: () => out, err: () => err };
}
