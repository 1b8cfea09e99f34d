import type { Key, Translate } from '../language/translate.ts';
import type { Locale } from '../model/values.ts';
import type { Environment } from './locale.ts';
import type { Given, OptionName } from './options.ts';
import type { OffsetOf } from './zone-data.ts';

/** What a command may ask of the machine that it runs on. */
export interface System {
  readonly environment: Environment;
  /** The person's own folder. */
  readonly home: string;
  /** The time zone of the machine, where it says one that people live in. */
  readonly zone?: string | undefined;
  /** How it knows zones; its runtime’s own where absent. */
  readonly offsetOf?: OffsetOf;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly clock: () => number;
  /** Milliseconds since the command began. */
  readonly elapsed: () => number;
  /** Whether someone is watching standard error. */
  readonly terminal: boolean;
  /** The columns of that terminal. */
  readonly columns?: number | undefined;
  /** Asks a question and gives the answer; absent where nobody can answer: then nothing waits. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A command as it was called. */
export interface CommandContext {
  readonly system: System;
  readonly given: Given;
  /** What was typed without `--`. */
  readonly operands: readonly string[];
  readonly locale: Locale;
  readonly t: Translate;
}

/** What a command does; it gives the exit status. */
export type Run = (context: CommandContext) => Promise<number>;

/** A command: its options in the order of its help, and where to find what it does. */
export interface Command {
  readonly summary: Key;
  readonly options: readonly OptionName[];
  /** What stands behind its name without `--`, as the help shows it. */
  readonly operands?: readonly string[];
  readonly load: () => Promise<Run>;
}
