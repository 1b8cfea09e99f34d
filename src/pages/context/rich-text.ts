import { bareLinksIn } from '../../language/markdown/bare-links.ts';

/** A stretch of a sentence: words, a time for machines too, or a link. */
export interface Span {
  readonly text: string;
  readonly datetime?: string;
  readonly href?: string;
  /** Said before, and no longer so. */
  readonly struck?: boolean;
  /** On a line of its own where there is one. */
  readonly apart?: boolean;
  /** A name whose hyphens no line is to end at, while it fits in one. */
  readonly whole?: boolean;
  /** What is typed as it is, in no language: the name of a file, a value. */
  readonly code?: boolean;
  /** The language of the text, where it is not the page's. */
  readonly lang?: string;
  /** The language of what the link leads to. */
  readonly hreflang?: string;
}

/** A sentence with its times and links, span by span. */
export type RichText = readonly Span[];

export const plain = (text: string): RichText => [{ text }];

/** A text whose web addresses, mailboxes and telephone numbers are links. */
export function linked(text: string): RichText {
  const spans: Span[] = [];
  let at = 0;
  for (const { start, end, href } of bareLinksIn(text)) {
    if (start > at) spans.push({ text: text.slice(at, start) });
    spans.push({ text: text.slice(start, end), href });
    at = end;
  }
  return at < text.length ? [...spans, { text: text.slice(at) }] : spans;
}

/** Texts one after the other with the same words between them. */
export const joined = (texts: readonly RichText[], between: string): RichText =>
  texts.flatMap((text, index) => (index === 0 ? text : [{ text: between }, ...text]));

/** Texts as a list in a sentence: A, B and C; `and` has its spaces. */
export const listed = (texts: readonly RichText[], and: string): RichText =>
  texts.length < 2
    ? texts.flat()
    : [...joined(texts.slice(0, -1), ', '), { text: and }, ...(texts.at(-1) ?? [])];

/** The first of the characters that stand for values while the catalogue builds its sentence: none that people type. */
const first = 0xe000;

export const placeholder = (index: number): string => String.fromCharCode(first + index);

/** A sentence of the catalogue whose placeholders are filled with `values`, by their index. */
export function fill(sentence: string, values: readonly RichText[]): RichText {
  const spans: Span[] = [];
  for (const part of sentence.split(/([\uE000-\uE0FF])/)) {
    const code = part.charCodeAt(0) - first;
    const value = part.length === 1 && code >= 0 ? values[code] : undefined;
    if (value !== undefined) spans.push(...value);
    // An abbreviation at the end of a sentence has its period.
    else if (part.startsWith('.') && spans.at(-1)?.text.endsWith('.')) spans.push({ text: part.slice(1) });
    else if (part !== '') spans.push({ text: part });
  }
  return spans;
}

export const textOf = (spans: RichText): string => spans.map(({ text }) => text).join('');
