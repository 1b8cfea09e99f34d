import { type Content, isDraft } from '../content/content.ts';
import { type Suppression, suppressionsIn } from '../content/document/comments.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { locales } from '../model/values.ts';

/** Leaves out the warnings that are allowed with a reason and what another problem says better, and sorts the rest. */
export function suppress(problems: readonly Problem[], content: Content): readonly Problem[] {
  const suppressions = suppressionsOf(content);
  const isSuppressed = ({ severity, rule, place }: Problem) =>
    severity === 'warning' &&
    (suppressions.get(place.file) ?? []).some(
      (one) =>
        (one.rule === rule || one.rule === `${rule.split('/')[0]}/*`) &&
        place.line >= one.line &&
        place.line <= one.until,
    );
  const drafts = content.notices.filter(isDraft).map(({ folder }) => `${folder.path}/`);
  const isOfDraft = ({ place }: Problem) => drafts.some((folder) => place.file.startsWith(folder));
  // Where it is known what id a heading should have, that is what to type.
  const named = new Set(problems.filter(namesTheId).map(lineOf));
  const isEcho = (one: Problem) =>
    one.rule === 'id/format' &&
    /^(?:missing|heading)/.test(one.variant ?? '') &&
    !namesTheId(one) &&
    named.has(lineOf(one));
  return (
    problems
      .filter((one) => !isSuppressed(one) && !isEcho(one))
      // A draft keeps nothing else from being published.
      .map((one): Problem => (isOfDraft(one) ? { ...one, severity: 'warning' } : one))
      .sort(compareProblems)
  );
}

function suppressionsOf({ site, notices, pages, faq }: Content): ReadonlyMap<string, readonly Suppression[]> {
  const byFile = new Map<string, Suppression[]>();
  const add = (file: string, found: readonly Suppression[]) =>
    byFile.set(file, [...(byFile.get(file) ?? []), ...found]);
  add(site.facts.file, suppressionsIn(site.facts.comments));
  for (const { facts, texts } of notices) {
    add(facts.file, suppressionsIn(facts.comments));
    for (const locale of locales) {
      const document = texts[locale]?.document;
      if (document !== undefined) add(document.file, document.suppressions);
    }
  }
  for (const { documents } of [...pages, ...(faq === undefined ? [] : [faq])]) {
    for (const locale of locales) {
      const document = documents[locale];
      if (document !== undefined) add(document.file, document.suppressions);
    }
  }
  return byFile;
}

const namesTheId = ({ variant = '' }: Problem): boolean =>
  ['missing.counterpart', 'heading.counterpart', 'heading.role'].includes(variant);

const lineOf = ({ place }: Problem): string => `${place.file}:${place.line}`;
