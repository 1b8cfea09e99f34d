import type { Problem } from '../model/problem.ts';
import type { Locale } from '../model/values.ts';
import { hasKey, say } from './translate.ts';

export interface ProblemWords {
  readonly message: string;
  readonly hint?: string;
}

/** A problem in the writer's language: what was found and what is allowed; what to type, where that can be said. */
export function problemWords({ rule, variant, values }: Problem, locale: Locale): ProblemWords {
  const whole = `problem.${rule}${variant === undefined ? '' : `.${variant}`}`;
  const hint = [`${whole}.hint`, `problem.${rule}.hint`].find((key) => hasKey(locale, key));
  return {
    message: say(locale, whole, values),
    ...(hint === undefined ? {} : { hint: say(locale, hint, values) }),
  };
}
