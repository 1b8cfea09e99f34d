import type { Allowance } from '../content/document/document.ts';
import type { ReadNotice } from '../content/notice/read.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { locales } from '../model/values.ts';
import type { InEach } from '../model/words.ts';

export const allowancesOf = (
  notes: InEach<{ readonly file: string; readonly allowed: readonly Allowance[] }>,
) =>
  locales.flatMap((locale) =>
    (notes[locale]?.allowed ?? []).map((one) => ({ ...one, file: notes[locale]?.file ?? '' })),
  );

/** Silences what is allowed with a reason, keeps drafts from stopping a build, and sorts. */
export function settle(
  problems: readonly Problem[],
  notices: readonly ReadNotice[],
  ...others: readonly (readonly (Allowance & { readonly file: string })[])[]
): Problem[] {
  const allowed = new Map<string, Allowance[]>();
  const note = (file: string, one: Allowance) => allowed.set(file, [...(allowed.get(file) ?? []), one]);
  for (const one of others.flat()) note(one.file, one);
  for (const { texts } of notices) {
    for (const one of allowancesOf({ en: texts.en?.note, fr: texts.fr?.note })) note(one.file, one);
  }
  for (const { facts } of notices) {
    for (const { line, text } of facts.comments) {
      const rule = /^allow\s+([a-z-]+\/(?:[a-z-]+|\*))\s*:\s*\S/.exec(text)?.[1];
      if (rule !== undefined) note(facts.file, { rule, line });
    }
  }
  const isAllowed = ({ severity, rule, place }: Problem) =>
    severity === 'warning' &&
    (allowed.get(place.file) ?? []).some(
      (one) =>
        (one.rule === rule || one.rule === `${rule.split('/')[0]}/*`) &&
        (place.line === one.line || place.line === one.line + 1),
    );
  const isDraft = isDraftIn(notices);
  // Where it is known what id a heading should have, that is what to type.
  const known = new Set(
    problems.flatMap(({ variant, place }) => (isTold.has(variant ?? '') ? [placeName(place)] : [])),
  );
  const isEcho = ({ rule, variant = '', place }: Problem) =>
    rule === 'id/format' &&
    /^(?:missing|heading)/.test(variant) &&
    !isTold.has(variant) &&
    known.has(placeName(place));
  return problems
    .filter((one) => !isAllowed(one) && !isEcho(one))
    .map((one): Problem => (isDraft(one) ? { ...one, severity: 'warning' } : one))
    .sort(compareProblems);
}

/** Whether a problem stands in the folder of a draft. */
export function isDraftIn(notices: readonly ReadNotice[]): (one: Problem) => boolean {
  const drafts = notices.filter(({ data }) => data.draft === true).map(({ folder }) => `${folder.path}/`);
  return ({ place }) => drafts.some((folder) => place.file.startsWith(folder));
}

/** Problems of ids that name the right one. */
const isTold: ReadonlySet<string> = new Set(['missing.counterpart', 'heading.counterpart', 'heading.role']);

const placeName = ({ file, line }: Problem['place']): string => `${file}:${line}`;
