import type { Suppression } from '../content/document/document.ts';
import type { ReadNotice } from '../content/notice/read.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { locales } from '../model/values.ts';
import type { InEach } from '../model/words.ts';

export const suppressionsOf = (
  documents: InEach<{ readonly file: string; readonly suppressions: readonly Suppression[] }>,
) =>
  locales.flatMap((locale) =>
    (documents[locale]?.suppressions ?? []).map((one) => ({ ...one, file: documents[locale]?.file ?? '' })),
  );

/** Silences what is allowed with a reason, keeps drafts from stopping a build, and sorts. */
export function suppress(
  problems: readonly Problem[],
  notices: readonly ReadNotice[],
  ...others: readonly (readonly (Suppression & { readonly file: string })[])[]
): Problem[] {
  const suppressions = new Map<string, Suppression[]>();
  const document = (file: string, one: Suppression) =>
    suppressions.set(file, [...(suppressions.get(file) ?? []), one]);
  for (const one of others.flat()) document(one.file, one);
  for (const { texts } of notices) {
    for (const one of suppressionsOf({ en: texts.en?.document, fr: texts.fr?.document }))
      document(one.file, one);
  }
  for (const { facts } of notices) {
    for (const { line, text } of facts.comments) {
      const rule = /^allow\s+([a-z-]+\/(?:[a-z-]+|\*))\s*:\s*\S/.exec(text)?.[1];
      if (rule !== undefined) document(facts.file, { rule, line });
    }
  }
  const isSuppressed = ({ severity, rule, place }: Problem) =>
    severity === 'warning' &&
    (suppressions.get(place.file) ?? []).some(
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
    .filter((one) => !isSuppressed(one) && !isEcho(one))
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
