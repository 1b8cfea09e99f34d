import type { Locale } from '../../../model/values.ts';
import type { Finding } from '../../text/finding.ts';
import { matchesOf } from '../../text/matches.ts';
import { masked } from '../rule.ts';
import { type Check, spaced } from './check.ts';
import { type Habits, noHabits } from './habits.ts';
import { englishChecks } from './lint-english.ts';
import { frenchChecks } from './lint-french.ts';

const checks: Readonly<Record<Locale, readonly Check[]>> = { en: englishChecks, fr: frenchChecks };

interface Candidate extends Finding {
  readonly order: number;
}

/**
 * What the fixer must not repair by itself, in one paragraph's plain text
 * with `opaque` for code. In order and apart: of two that overlap the first of the table stays. `values` are
 * `found` and `suggestion`, on one line each. What the text keeps to by habit is let be.
 */
export function typographyFindings(text: string, locale: Locale, habits: Habits = noHabits): Finding[] {
  const words = masked(text);
  const candidates: Candidate[] = [];
  for (const [order, { rule, find, suggest, unless }] of checks[locale].entries()) {
    if (unless !== undefined && habits[unless]) continue;
    for (const match of matchesOf(words, find)) {
      const suggestion = suggest(match);
      const found = spaced(match[0]);
      if (suggestion === undefined || spaced(suggestion) === found) continue;
      candidates.push({
        rule,
        index: match.index,
        length: match[0].length,
        values: { found, suggestion },
        order,
      });
    }
  }
  return apart(candidates.sort((a, b) => a.index - b.index || a.order - b.order));
}

function apart(candidates: readonly Candidate[]): Finding[] {
  const kept: Candidate[] = [];
  for (const one of candidates) {
    const last = kept.at(-1);
    const overlaps = last !== undefined && one.index < last.index + last.length;
    if (overlaps && last.order <= one.order) continue;
    if (overlaps) kept.pop();
    kept.push(one);
  }
  return kept.map(({ rule, index, length, values }) => ({ rule, index, length, values }));
}
