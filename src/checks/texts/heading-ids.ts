import type { Document, Heading } from '../../content/document/document.ts';
import { placeAt } from '../../content/files.ts';
import { short } from '../../content/schema/front-matter.ts';
import { idFrom, isId, isTooLong } from '../../content/schema/scalars.ts';
import { hasWords } from '../../language/markdown/plain-text.ts';
import { attribute } from '../../language/markdown/tokens.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import { longestSlug } from '../../model/urls.ts';

/** An id, and where a heading has it. */
interface PlacedId {
  readonly id: string;
  readonly place: Place;
}

/** Ids that are none, that `other` refuses, or that come twice. */
export function idProblems(
  ids: readonly PlacedId[],
  other: (id: string) => string | undefined = () => undefined,
): readonly Problem[] {
  const seen = new Map<string, number>();
  return ids.flatMap(({ id, place }) => {
    if (!isId(id)) return [notAnId(id, place)];
    const refused = other(id);
    if (refused !== undefined) return [problem('id/duplicate', place, { found: id }, refused)];
    const line = seen.get(id);
    if (line !== undefined) return [problem('id/duplicate', place, { found: id, line }, 'heading')];
    seen.set(id, place.line);
    return [];
  });
}

function notAnId(found: string, place: Place): Problem {
  const suggestion = idFrom(found);
  const variant = isTooLong(found) ? 'heading.long' : suggestion === undefined ? 'heading.other' : 'heading';
  const values = {
    found: short(found),
    suggestion: suggestion ?? '',
    letters: found.length,
    most: longestSlug,
  };
  return problem('id/format', place, values, variant);
}

/** A question's id can be made of its words; that of a credit or a commitment is in the facts. */
export function withoutId({ title, place }: Heading, kind?: 'fact'): Problem {
  const suggestion = kind === undefined ? idFrom(title) : undefined;
  const variant = kind ?? (suggestion === undefined ? 'other' : undefined);
  const values = { found: title, suggestion: suggestion ?? '' };
  return problem('id/format', place, values, variant === undefined ? 'missing' : `missing.${variant}`);
}

/** An id on a heading without words, or on a line that is no heading. */
export const idsAstray = (document: Document<unknown>): readonly Problem[] =>
  document.body.flatMap((token, index) => {
    const inline = document.body[index + 1];
    const line = token.map?.[0] ?? 0;
    if (token.type === 'heading_open' && inline !== undefined) {
      const id = attribute(token, 'id');
      if (id === undefined || hasWords(inline)) return [];
      const column = Math.max(0, (document.lines[line] ?? '').indexOf('{#'));
      return [problem('id/format', placeAt(document, { line, column }), { found: id }, 'alone')];
    }
    if (token.type !== 'paragraph_open' || inline?.type !== 'inline') return [];
    return inline.content.split('\n').flatMap((written, nth) => {
      const id = /\{#([^{}\s]{1,80})\}[ \t]*$/.exec(written.slice(-100))?.[1];
      if (id === undefined || written.includes('`')) return [];
      const column = (document.lines[line + nth] ?? '').lastIndexOf('{#');
      if (column < 0) return [];
      return [problem('id/format', placeAt(document, { line: line + nth, column }), { found: id }, 'astray')];
    });
  });
