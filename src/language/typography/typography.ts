import type { Locale } from '../../model/values.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { type Edit, masked, opaque, type Profile, type Rule } from './rule.ts';

export { opaque, type Profile };

const rules: Readonly<Record<Locale, readonly Rule[]>> = { en: english, fr: french };

/** A paragraph under way, and where each of its runs ends in it. */
interface Setting {
  readonly text: string;
  readonly ends: readonly number[];
}

/**
 * Sets the runs of one paragraph, as many as went in: neighbouring texts of the inline tree, `opaque` for
 * code and the like; '\n' is a line break in the source and reads as a space. A rule sees across runs; what
 * it adds stands with its sign, and a run may come out empty. Setting twice gives the same as setting once.
 */
export function typesetRuns(runs: readonly string[], locale: Locale, profile: Profile): string[] {
  const whole = runs.join('');
  const start = masked(whole);
  let end = 0;
  let setting: Setting = {
    text: start,
    ends: runs.map((run) => {
      end += run.length;
      return end;
    }),
  };
  for (const { edits } of rules[locale]) setting = applied(setting, edits(setting.text, profile));
  const text = unmasked(setting.text, whole, start);
  return setting.ends.map((until, index) => text.slice(setting.ends[index - 1] ?? 0, until));
}

/** Sets one plain text: a title, a label. */
export const typeset = (text: string, locale: Locale, profile: Profile): string =>
  typesetRuns([text], locale, profile).join('');

/** No rule adds, removes or moves `opaque`: the units that were masked come back in their order. */
function unmasked(text: string, whole: string, start: string): string {
  if (!start.includes(opaque)) return text;
  let from = -1;
  return text.replaceAll(opaque, () => {
    from = start.indexOf(opaque, from + 1);
    return whole.charAt(from);
  });
}

function applied(setting: Setting, edits: readonly Edit[]): Setting {
  if (edits.length === 0) return setting;
  const ends: number[] = [];
  let text = '';
  let from = 0;
  let next = 0;
  for (const edit of edits) {
    const moved = text.length - from;
    for (let end = setting.ends[next]; end !== undefined && end < edit.end; end = setting.ends[next]) {
      ends.push(moved + (end <= edit.start ? end : insideOf(setting.text, edit, end)));
      next += 1;
    }
    text += setting.text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  const moved = text.length - from;
  for (const end of setting.ends.slice(next)) ends.push(moved + end);
  return { text: text + setting.text.slice(from), ends };
}

/** Where the end of a run goes that lies within an edit: with the signs that the edit leaves in place. */
function insideOf(text: string, { start, end, text: out }: Edit, at: number): number {
  let head = start;
  while (head < at && text.charAt(head) === out.charAt(head - start)) head += 1;
  if (head === at) return at;
  const shift = out.length - (end - start);
  let tail = end;
  while (tail > at && text.charAt(tail - 1) === out.charAt(tail - 1 + shift - start)) tail -= 1;
  if (tail === at) return Math.max(head, at + shift);
  return Math.min(at, Math.max(head, tail + shift));
}
