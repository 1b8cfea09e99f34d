import type { Locale } from '../../model/values.ts';
import { opaque } from '../typography/typography.ts';
import { cellColumn } from './cells.ts';
import { attribute, type Block, runOf, type Token, withoutComments } from './tokens.ts';

/** Line and column from 0, in the lines that were parsed. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** The words of one paragraph, heading, list item or table cell, as plain text that remembers where it stood. */
export interface Paragraph {
  /** Code, images and words in another language are `opaque`; '\n' is a line break. */
  readonly text: string;
  readonly heading: boolean;
  /** Inside a block quotation. */
  readonly quoted: boolean;
  readonly spot: (index: number) => Spot;
}

/** The paragraphs of a block; `lines` are those of the body that `parseMarkdown` was given. */
export function paragraphsOf(block: Block, lines: readonly string[], locale: Locale): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const quotations: boolean[] = [];
  let foreign = 0;
  for (const [index, token] of block.entries()) {
    if (token.type === 'blockquote_open') {
      const lang = attribute(token, 'lang');
      quotations.push(lang !== undefined && !lang.startsWith(locale));
      foreign += quotations.at(-1) ? 1 : 0;
    } else if (
      token.type === 'html_block' &&
      foreign === 0 &&
      !withoutComments(token.content).includes('<')
    ) {
      // Words behind a comment are words.
      const text = withoutComments(token.content);
      const line = token.map?.[0] ?? 0;
      if (text !== '')
        paragraphs.push({ text, heading: false, quoted: false, spot: () => ({ line, column: 0 }) });
    } else if (token.type === 'blockquote_close') foreign -= quotations.pop() ? 1 : 0;
    else if (token.type === 'inline' && foreign === 0) {
      const heading = block[index - 1]?.type === 'heading_open';
      paragraphs.push(paragraphOf(token, lines, locale, heading, quotations.length > 0));
    }
  }
  return paragraphs;
}

function paragraphOf(
  inline: Token,
  lines: readonly string[],
  locale: Locale,
  heading: boolean,
  quoted: boolean,
): Paragraph {
  let text = '';
  const starts: { readonly index: number; readonly spot: Spot }[] = [];
  let foreign = 0;
  for (const { token, spot } of located(inline, lines)) {
    if (token.type === 'lang_open') {
      foreign += foreign > 0 || !(attribute(token, 'lang') ?? '').startsWith(locale) ? 1 : 0;
      if (foreign === 1) text += opaque;
      continue;
    }
    if (token.type === 'lang_close') {
      foreign = Math.max(0, foreign - 1);
      continue;
    }
    const run = foreign > 0 ? undefined : runOf(token);
    if (run === undefined) continue;
    starts.push({ index: text.length, spot });
    text += run;
  }
  return {
    text,
    heading,
    quoted,
    spot: (index) => spotIn(starts, index) ?? { line: inline.map?.[0] ?? 0, column: 0 },
  };
}

function spotIn(
  starts: readonly { readonly index: number; readonly spot: Spot }[],
  index: number,
): Spot | undefined {
  const start = starts.findLast((one) => one.index <= index);
  return start && { line: start.spot.line, column: start.spot.column + index - start.index };
}

/** The inline tokens of a paragraph, each with where it begins in the source. */
export function* located(
  inline: Token,
  lines: readonly string[],
): Generator<{ readonly token: Token; readonly spot: Spot }> {
  let line = inline.map?.[0] ?? 0;
  const last = inline.map?.[1] ?? line + 1;
  let column = cellColumn(inline) ?? indent(lines[line] ?? '', inline.content);
  for (const token of inline.children ?? []) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      yield { token, spot: { line, column } };
      line = Math.min(line + 1, last - 1);
      column = 0;
      continue;
    }
    const sought = soughtIn(token);
    const found = sought === '' ? -1 : (lines[line] ?? '').indexOf(sought, column);
    if (found >= 0) column = found;
    yield { token, spot: { line, column } };
    if (found >= 0) column += sought.length;
    if (token.type === 'html_inline') {
      const breaks = token.content.split('\n');
      line = Math.min(line + breaks.length - 1, last - 1);
      if (breaks.length > 1) column = breaks.at(-1)?.length ?? 0;
    }
  }
}

function soughtIn(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'code_inline':
      return token.content;
    case 'html_inline':
      return token.content.split('\n')[0] ?? '';
    case 'image':
      return '![';
    case 'link_open':
      return token.markup === 'bare' ? '' : token.markup === 'autolink' ? '<' : '[';
    case 'lang_open':
      return '[';
    default:
      return '';
  }
}

/** Where the words of a heading, a list item or a quotation begin on their first line. */
function indent(line: string, content: string): number {
  const first = content.split('\n')[0] ?? '';
  return Math.max(0, line.indexOf(first));
}

/** A link or an image in a block, as the writer wrote it. */
export interface Reference {
  readonly kind: 'link' | 'image';
  readonly target: string;
  /** The text alternative of an image. */
  readonly alt: string;
  /** Typed without any sign of Markdown. */
  readonly isBare: boolean;
  /** The words that a reader follows. */
  readonly words: string;
  readonly spot: Spot;
}

export function referencesOf(block: Block, lines: readonly string[]): readonly Reference[] {
  const references: Reference[] = [];
  for (const inline of block) {
    if (
      inline.type !== 'inline' ||
      !inline.children?.some(({ type }) => type === 'link_open' || type === 'image')
    )
      continue;
    const children = inline.children;
    const indexes = new Map(children.map((token, index) => [token, index]));
    for (const { token, spot } of located(inline, lines)) {
      if (token.type === 'link_open') {
        references.push({
          kind: 'link',
          target: attribute(token, 'href') ?? '',
          alt: '',
          isBare: token.markup === 'bare',
          words: wordsFrom(children, (indexes.get(token) ?? 0) + 1),
          spot,
        });
      } else if (token.type === 'image') {
        references.push({
          kind: 'image',
          target: attribute(token, 'src') ?? '',
          alt: token.content.trim(),
          isBare: false,
          words: '',
          spot,
        });
      }
    }
  }
  return references;
}

/** The plain text from the first token of a link to its end. */
function wordsFrom(tokens: readonly Token[], first: number): string {
  let words = '';
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.type === 'link_close') break;
    words += runOf(token) ?? '';
  }
  return words;
}

/** Raw HTML and comments in a block. */
export function htmlOf(
  block: Block,
  lines: readonly string[],
): readonly { readonly html: string; readonly spot: Spot }[] {
  const found: { html: string; spot: Spot }[] = [];
  for (const token of block) {
    if (token.type === 'html_block') {
      const line = token.map?.[0] ?? 0;
      found.push({
        html: token.content.trim(),
        spot: { line, column: Math.max(0, (lines[line] ?? '').indexOf('<')) },
      });
    } else if (token.type === 'inline' && token.children?.some(({ type }) => type === 'html_inline')) {
      for (const { token: child, spot } of located(token, lines)) {
        if (child.type === 'html_inline') found.push({ html: child.content, spot });
      }
    }
  }
  return found;
}
