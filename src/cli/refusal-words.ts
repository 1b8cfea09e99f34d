import { hasKey, say, translator } from '../language/translate.ts';
import { machineRefusal, Refusal } from '../language/user-error.ts';
import type { Locale } from '../model/values.ts';

/** What a person can mend, where that is what was thrown. */
export const refusalOf = (error: unknown): Refusal | undefined =>
  error instanceof Refusal ? error : machineRefusal(error);

/** The refusal's sentence, and the hint indented below it where there is one. */
export function refusalText({ key, values }: Refusal, locale: Locale): string {
  const sentence = translator(locale)(key, values);
  const hint = `${key}.hint`;
  return hasKey(locale, hint) ? `${sentence}\n    ${say(locale, hint, values)}` : sentence;
}
