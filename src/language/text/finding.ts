import type { Fault } from '../../model/problem.ts';
import type { RuleId } from '../../model/rules.ts';

/** A fault in the words of a paragraph: an offset and a length in UTF-16 units. */
export interface Finding extends Fault {
  readonly rule: Extract<RuleId, `${'typography' | 'wording' | 'markdown'}/${string}`>;
  readonly index: number;
  readonly length: number;
  /** What the sentence names: at least `found`, the words as written. */
  readonly values: Readonly<Record<string, string>>;
}
