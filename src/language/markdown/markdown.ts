import MarkdownIt, { type Token } from 'markdown-it';
import type { Html, Locale } from '../../model/values.ts';
import { opaque, type Profile, typeset, typesetRuns } from '../typography/typography.ts';
import { headingIds, languageOfParts } from './attributes.ts';
import { cellPlaces } from './cells.ts';

/**
 * CommonMark with tables, strikethrough, `{#id}` on headings and the language of parts (contract 1). Raw HTML is
 * recognised so that it can be reported, and comes out as text. Every link is parsed, whatever its scheme, so that a
 * refused one is reported rather than left as odd text; a link that leads nowhere has no address in the page.
 */
const markdownIt = new MarkdownIt({ html: true }).use(headingIds).use(languageOfParts).use(cellPlaces);
markdownIt.validateLink = () => true;

/** Comments are never published, closed or not. */
export const withoutComments = (html: string): string => html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
const shown = (html: string): string => markdownIt.utils.escapeHtml(withoutComments(html));

/** What the rules of the renderer know of the words that they render; the tokens stay as they were parsed. */
interface Environment extends RenderOptions {
  /** The typeset words of a text or of the end of a line. */
  readonly words: ReadonlyMap<Token, string>;
}

/** Renders a token with other properties than it was parsed with. */
function renderedAs(tokens: Token[], index: number, changes: Partial<Token>): string {
  const first = Math.max(0, index - 1);
  const near = tokens.slice(first, index + 2);
  const token = near[index - first];
  if (token === undefined) return '';
  near[index - first] = Object.assign(Object.create(Object.getPrototypeOf(token)), token, changes);
  return markdownIt.renderer.renderToken(near, index - first, markdownIt.options);
}

type Rule = (tokens: Token[], index: number, options: unknown, environment: Environment) => string;

const heading: Rule = (tokens, index, _, { shift = 0 }) => {
  const level = Number(tokens[index]?.tag.slice(1)) + shift;
  return renderedAs(tokens, index, { tag: `h${Math.min(6, Math.max(2, level))}` });
};
const cell: Rule = (tokens, index) => renderedAs(tokens, index, { attrs: alignedByClass(tokens[index]) });
const rules: Readonly<Record<string, Rule>> = {
  html_block: (tokens, index) => {
    const text = shown(tokens[index]?.content ?? '');
    return text === '' ? '' : `<p>${text}</p>\n`;
  },
  html_inline: (tokens, index) => shown(tokens[index]?.content ?? ''),
  text: (tokens, index, _, { words }) => {
    const token = tokens[index];
    return token === undefined ? '' : markdownIt.utils.escapeHtml(words.get(token) ?? token.content);
  },
  // A figure and its sign stay together, wherever the writer's line ended.
  softbreak: (tokens, index, _, { words }) => {
    const token = tokens[index];
    return markdownIt.utils.escapeHtml((token && words.get(token)) ?? '\n');
  },
  link_open: (tokens, index, _, environment) =>
    renderedAs(tokens, index, { attrs: linkAttributes(tokens[index], environment) }),
  image: (tokens, index, _, environment) =>
    renderedAs(tokens, index, { attrs: imageAttributes(tokens[index], environment) }),
  heading_open: heading,
  heading_close: heading,
  th_open: cell,
  td_open: cell,
  table_open: () => '<div class="table" tabindex="0"><table>\n',
  table_close: () => '</table></div>\n',
};
Object.assign(markdownIt.renderer.rules, rules);

/** Markdown, parsed, or a part of it. */
export type Block = readonly Token[];
export type { Token };

/** Parses the body of a text once; the lines of its tokens count from 0 at the body's first line. */
export const parseMarkdown = (body: string): Block => markdownIt.parse(body, {});

export interface ImageFile {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Where links and images lead in the page; `undefined` where they were refused. */
export interface Resolve {
  readonly link: (href: string) => string | undefined;
  readonly image: (source: string) => ImageFile | undefined;
}

export interface RenderOptions {
  readonly locale: Locale;
  readonly profile: Profile;
  readonly resolve: Resolve;
  /** Added to the level of every heading: -1 makes a level-4 heading a level 3. */
  readonly shift?: number;
}

/** The markup of a block, typeset in its language. A writer's text becomes trusted here and nowhere else. */
export function renderBlock(block: Block, options: RenderOptions): Html {
  const languages: string[] = [options.locale];
  const words = new Map<Token, string>();
  for (const token of block) {
    const language = languages.at(-1) ?? options.locale;
    if (token.type === 'blockquote_open') languages.push(attribute(token, 'lang') ?? language);
    else if (token.type === 'blockquote_close') languages.pop();
    else if (token.type === 'inline')
      for (const [child, set] of typesetWords(token, options, language)) words.set(child, set);
  }
  return markdownIt.renderer.render([...block], markdownIt.options, { ...options, words }).trim() as Html;
}

/** The markup of one line of words: a heading without its tags. */
export function renderInline(inline: Token, options: RenderOptions): Html {
  const words = typesetWords(inline, options, options.locale);
  return markdownIt.renderer.renderInline(inline.children ?? [], markdownIt.options, {
    ...options,
    words,
  }) as Html;
}

type Attributes = [name: string, value: string][];
const attributesOf = (token: Token | undefined): Attributes =>
  (token?.attrs ?? []).map(([name, value]) => [name, String(value)]);

/** The content policy allows no `style` attribute. */
function alignedByClass(token: Token | undefined): Attributes {
  const attributes = attributesOf(token);
  const style = attributes.find(([name]) => name === 'style')?.[1];
  const alignment = /text-align:\s*(\w+)/.exec(style ?? '')?.[1];
  if (alignment === undefined) return attributes;
  const rest = attributes.filter(([name]) => name !== 'style');
  return alignment === 'left' ? rest : [...rest, ['class', alignment]];
}

function linkAttributes(token: Token | undefined, { resolve }: RenderOptions): Attributes {
  const attributes = attributesOf(token);
  const href = resolve.link(attributes.find(([name]) => name === 'href')?.[1] ?? '');
  const rest = attributes.filter(([name]) => name !== 'href');
  return href === undefined ? rest : [['href', href], ...rest];
}

function imageAttributes(token: Token | undefined, { resolve, locale, profile }: RenderOptions): Attributes {
  const attributes = new Map(attributesOf(token));
  const file = resolve.image(attributes.get('src') ?? '');
  const title = attributes.get('title');
  return [
    ['src', file?.src ?? ''],
    ['alt', typeset(token?.content ?? '', locale, profile)],
    ['width', String(file?.width ?? 1)],
    ['height', String(file?.height ?? 1)],
    ['loading', 'lazy'],
    ...(title === undefined ? [] : [['title', typeset(title, locale, profile)] satisfies [string, string]]),
  ];
}

/** The texts of one paragraph, and the ends of its lines, typeset together: each run in its own language. */
function typesetWords(
  { children }: Token,
  { profile }: RenderOptions,
  language: string,
): ReadonlyMap<Token, string> {
  const words = new Map<Token, string>();
  const languages = [language];
  let run: { readonly tokens: Token[]; readonly texts: string[]; readonly language: string } | undefined;
  const flush = () => {
    const locale = run?.language.slice(0, 2);
    if (run !== undefined && (locale === 'en' || locale === 'fr')) {
      const set = typesetRuns(run.texts, locale, profile);
      for (const [index, token] of run.tokens.entries()) words.set(token, set[index] ?? token.content);
    }
    run = undefined;
  };
  for (const child of children ?? []) {
    if (child.type === 'lang_open' || child.type === 'lang_close') {
      flush();
      if (child.type === 'lang_open') languages.push(attribute(child, 'lang') ?? language);
      else languages.pop();
      continue;
    }
    const text = runOf(child);
    if (text === undefined) continue;
    run ??= { tokens: [], texts: [], language: languages.at(-1) ?? language };
    run.tokens.push(child);
    run.texts.push(text);
  }
  flush();
  return words;
}

/** What a token is to the typographer: words, a line break, something opaque, or nothing. */
export function runOf(token: Token): string | undefined {
  switch (token.type) {
    case 'text':
      return token.content;
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'code_inline':
    case 'image':
      return opaque;
    default:
      return undefined;
  }
}

export function attribute(token: Token, name: string): string | undefined {
  const value = token.attrGet(name);
  return value === null ? undefined : String(value);
}

/** The words of a block without its markup, paragraphs apart by an empty line. */
export function plainText(block: Block): string {
  const textOf = (token: Token) =>
    token.type === 'code_inline' ? token.content : token.type === 'image' ? '' : (runOf(token) ?? '');
  return block
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => (children ?? []).map(textOf).join(''))
    .join('\n\n');
}
