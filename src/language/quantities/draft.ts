import type { Key, QuantityKind, Standing, Unit, ZoneName } from './values.ts';

/** What one rule has read, before its neighbours have had a say. */
export interface Draft {
  readonly kind: QuantityKind;
  readonly value: string;
  /** Where it stands in the text, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** `firm` where absent. */
  readonly standing?: Standing;
  readonly also?: readonly Key[];
  readonly figures?: readonly string[];
  /** What a bare figure joined to it means with its unit, the likeliest first: `15` in `15 to 20%`. */
  readonly lends?: Unit;
  /** The figure of a number without a unit, which may borrow one. */
  readonly bare?: string;
  /** An amount whose currency stands before it: `$5` in `$5 to 10`. */
  readonly leading?: { readonly currency: string; readonly amount: string; readonly places: number };
  /** The power of ten that a word adds: 6 for `million`. */
  readonly places?: number;
  /** The zone that is named after it, or after the end of its range, and where the name of its own ends. */
  readonly zone?: ZoneName;
  readonly zoneEnd?: number;
  /** An hour of the English clock; `half` is 0 before noon, 12 after, absent where it is not said. */
  readonly clock?: { readonly hour: number; readonly minute: number; readonly half?: number };
}

export interface Match {
  readonly end: number;
  readonly drafts: readonly Draft[];
}

/** Reads at one place of a prepared text, or does not. */
export type Rule = (text: string, at: number) => Match | undefined;

/** A pattern that is tried at one place only. */
export function placed(source: string, flags = ''): (text: string, at: number) => RegExpExecArray | null {
  const pattern = new RegExp(source, `y${flags}`);
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
}

export function firstMatch(rules: readonly Rule[], text: string, at: number): Match | undefined {
  for (const rule of rules) {
    const match = rule(text, at);
    if (match) return match;
  }
  return undefined;
}
