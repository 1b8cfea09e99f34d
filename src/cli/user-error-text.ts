import { hasKey, say, translator } from '../language/translate.ts';
import { systemError, UserError } from '../language/user-error.ts';
import type { Locale } from '../model/values.ts';

/** What a person can mend, where that is what was thrown. */
export const userErrorOf = (error: unknown): UserError | undefined =>
  error instanceof UserError ? error : systemError(error);

/** The refusal's sentence, and the hint indented below it where there is one; commands in it name the folder by `content`. */
export function userErrorText({ key, values: given }: UserError, locale: Locale, content = ''): string {
  const values = { content, ...given };
  const sentence = translator(locale)(key, values);
  const hint = `${key}.hint`;
  return hasKey(locale, hint) ? `${sentence}\n    ${say(locale, hint, values)}` : sentence;
}
