import { type Comment, commentsIn, ruleNamed } from '../../content/document/comments.ts';
import type { Document } from '../../content/document/document.ts';
import { placeAt } from '../../content/files.ts';
import { short } from '../../content/schema/front-matter.ts';
import { htmlOf, located } from '../../language/markdown/paragraphs.ts';
import { hasWords } from '../../language/markdown/plain-text.ts';
import { attribute, withoutComments } from '../../language/markdown/tokens.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { isRuleName } from '../../model/rules.ts';
import type { CheckOf } from '../context.ts';

export const id = 'markdown/*';

/** Raw HTML, comments that are not published and silence nothing, empty headings, and what is nested too deep. */
export const check: CheckOf<Document<unknown>> = (document) => [
  ...commentsIn(document).flatMap(commentProblem),
  ...rawHtml(document),
  ...emptyHeadings(document),
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

/** Raw HTML, once for each paragraph and tag; what a mail program or a word processor pasted, once in all. */
function rawHtml(document: Document<unknown>): readonly Problem[] {
  const told = new Set<string>();
  return htmlOf(document.body, document.lines).flatMap(({ html, spot }) => {
    const rest = withoutComments(html);
    const [, name = ''] = /<\/?([a-z][a-z0-9:-]*)/i.exec(rest) ?? [];
    if (!rest.includes('<')) return [];
    const variant = variantOf(rest, name.toLowerCase());
    const isClosing = rest.startsWith('</');
    const key = variant === 'pasted' ? variant : `${name} ${spot.line}`;
    if (told.has(key) && (isClosing || variant === 'pasted')) return [];
    told.add(key);
    return [problem('markdown/raw-html', placeAt(document, spot), { found: short(rest) }, variant)];
  });
}

/** What mail programs and word processors write: classes of their own, styles, fonts. */
const pasted = /<(?:[ow]:|font\b|\/?(?:o|w):p)|\b(?:class=["']?(?:Mso|gmail|x_|Apple-)|style=["'])|<!--\[if/i;

function variantOf(html: string, name: string): string | undefined {
  if (pasted.test(html)) return 'pasted';
  return name === 'br' ? 'break' : name === 'details' || name === 'summary' ? 'details' : undefined;
}

/** Headings without a word that can be seen; those with an id, and those of sections, have their own problems. */
const emptyHeadings = (document: Document<unknown>): readonly Problem[] =>
  document.body.flatMap((token, index) => {
    const inline = document.body[index + 1];
    if (token.type !== 'heading_open' || inline === undefined || hasWords(inline)) return [];
    if (attribute(token, 'id') !== undefined || Number(token.tag.slice(1)) <= 2) return [];
    return [problem('markdown/empty', placeAt(document, { line: token.map?.[0] ?? 0, column: 0 }))];
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
