import { type Comment, commentsIn, ruleNamed } from '../../content/document/comments.ts';
import type { Document } from '../../content/document/document.ts';
import { placeAt } from '../../content/files.ts';
import { short } from '../../content/schema/front-matter.ts';
import { htmlOf, located } from '../../language/markdown/paragraphs.ts';
import { withoutComments } from '../../language/markdown/tokens.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { isRuleName } from '../../model/rules.ts';
import type { CheckOf } from '../context.ts';

export const id = 'markdown/*';

/** Raw HTML, comments that are not published and silence nothing, and what is nested too deep. */
export const check: CheckOf<Document<unknown>> = (document) => [
  ...commentsIn(document).flatMap(commentProblem),
  ...rawHtml(document),
  ...openComments(document),
  ...nesting(document),
];

function commentProblem({ place, words, isClosed }: Comment): readonly Problem[] {
  const rule = ruleNamed(words);
  if (rule !== undefined)
    return isRuleName(rule) ? [] : [problem('markdown/comment', place, { found: rule }, 'allow-unknown')];
  const variant = words.startsWith('allow') ? 'allow' : isClosed ? undefined : 'unclosed';
  return [problem('markdown/comment', place, { found: short(words) }, variant)];
}

const rawHtml = (document: Document<unknown>): readonly Problem[] =>
  htmlOf(document.body, document.lines).flatMap(({ html, spot }) => {
    const rest = withoutComments(html);
    return rest.includes('<')
      ? [problem('markdown/raw-html', placeAt(document, spot), { found: short(rest) })]
      : [];
  });

/** A comment that is not closed in its paragraph. */
const openComments = (document: Document<unknown>): readonly Problem[] =>
  document.body.flatMap((token) => {
    if (token.type !== 'inline' || token.map === null) return [];
    return [...located(token, document.lines)].flatMap(({ token: child, spot }) => {
      if (child.type !== 'text' || !child.content.includes('<!--')) return [];
      const column = (document.lines[spot.line] ?? '').indexOf('<!--', spot.column);
      const place = placeAt(document, { line: spot.line, column: Math.max(spot.column, column) });
      const found = short(child.content.slice(child.content.indexOf('<!--') + 4).trim());
      return [problem('markdown/comment', place, { found }, 'unclosed-inline')];
    });
  });

/** Markdown leaves out what stands further in: its own limit is a hundred. */
const deepest = 40;

function nesting(document: Document<unknown>): readonly Problem[] {
  const deep = document.body.find(({ level }) => level >= deepest);
  if (deep === undefined) return [];
  return [problem('markdown/nesting', placeAt(document, { line: deep.map?.[0] ?? 0, column: 0 }))];
}
