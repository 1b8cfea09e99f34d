import type { Locale } from '../model/values.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The language of the person's machine: the first of the variables of POSIX that says one, else English. */
export function localeOf(environment: Environment): Locale {
  const named = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean) ?? '';
  return /^fr(?![a-z])/i.test(named) ? 'fr' : 'en';
}
