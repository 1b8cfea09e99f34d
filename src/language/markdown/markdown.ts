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
Object.assign(markdownIt.renderer.rules, {
  html_block: (tokens: Token[], index: number) => {
    const text = shown(tokens[index]?.content ?? '');
    return text === '' ? '' : `<p>${text}</p>\n`;
  },
  html_inline: (tokens: Token[], index: number) => shown(tokens[index]?.content ?? ''),
  image: (tokens: Token[], index: number) => {
    const token = tokens[index];
    return token === undefined ? '' : `<img${markdownIt.renderer.renderAttrs(token)}>`;
  },
  table_open: () => '<div class="table" tabindex="0"><table>\n',
  table_close: () => '</table></div>\n',
});

/** A stretch of a note, parsed. */
export type Block = readonly Token[];
export type { Token };

/** Parses the body of a note once; the lines of its tokens count from 0 at the body's first line. */
export const parseMarkdown = (body: string): Block => markdownIt.parse(body, {});

export interface ImageFile {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Where links and images lead in the page; nothing where they were refused. */
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

/**
 * The markup of a block, typeset in its language. A writer's text becomes trusted here and nowhere else.
 * It works on the tokens themselves: a block is rendered once.
 */
export function renderBlock(block: Block, options: RenderOptions): Html {
  const languages: string[] = [options.locale];
  for (const token of block) {
    if (token.type === 'blockquote_open') {
      languages.push(attribute(token, 'lang') ?? languages.at(-1) ?? options.locale);
    } else if (token.type === 'blockquote_close') {
      languages.pop();
    } else if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(6, Math.max(2, Number(token.tag.slice(1)) + (options.shift ?? 0)))}`;
    } else if (token.type === 'th_open' || token.type === 'td_open') {
      alignByClass(token);
    } else if (token.type === 'inline') {
      typesetInline(token, options, languages.at(-1) ?? options.locale);
    }
  }
  return markdownIt.renderer.render([...block], markdownIt.options, {}).trim() as Html;
}

/** The markup of one line of words: a heading without its tags. */
export function renderInline(inline: Token, options: RenderOptions): Html {
  typesetInline(inline, options, options.locale);
  return markdownIt.renderer.renderInline(inline.children ?? [], markdownIt.options, {}) as Html;
}

/** The content policy allows no `style` attribute. */
function alignByClass(token: Token): void {
  const alignment = /text-align:\s*(\w+)/.exec(attribute(token, 'style') ?? '')?.[1];
  if (alignment === undefined) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  if (alignment !== 'left') token.attrSet('class', alignment);
}

function typesetInline(inline: Token, options: RenderOptions, language: string): void {
  const children = inline.children ?? [];
  setRuns(children, options, language);
  for (const child of children) {
    if (child.type === 'link_open') setLink(child, options);
    else if (child.type === 'image') setImage(child, options);
  }
}

function setLink(token: Token, { resolve }: RenderOptions): void {
  const href = resolve.link(attribute(token, 'href') ?? '');
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'href');
  if (href !== undefined) token.attrs.unshift(['href', href]);
}

function setImage(token: Token, { resolve, locale, profile }: RenderOptions): void {
  const file = resolve.image(attribute(token, 'src') ?? '');
  const title = attribute(token, 'title');
  token.attrs = [
    ['src', file?.src ?? ''],
    ['alt', typeset(token.content, locale, profile)],
    ['width', String(file?.width ?? 1)],
    ['height', String(file?.height ?? 1)],
    ['loading', 'lazy'],
  ];
  if (title !== undefined) token.attrs.push(['title', typeset(title, locale, profile)]);
}

/** Typesets the neighbouring texts of one paragraph together, each stretch in its own language. */
function setRuns(children: readonly Token[], { profile }: RenderOptions, language: string): void {
  const languages = [language];
  let stretch: { readonly tokens: Token[]; readonly runs: string[]; readonly language: string } | undefined;
  const flush = () => {
    const locale = stretch?.language.slice(0, 2);
    if (stretch !== undefined && (locale === 'en' || locale === 'fr')) {
      const set = typesetRuns(stretch.runs, locale, profile);
      stretch.tokens.forEach((token, index) => {
        const words = set[index] ?? token.content;
        if (token.type === 'text') token.content = words;
        // A figure and its sign stay together, wherever the writer's line ended.
        else if (token.type === 'softbreak' && words !== '\n')
          Object.assign(token, { type: 'text', content: words });
      });
    }
    stretch = undefined;
  };
  for (const child of children) {
    if (child.type === 'lang_open' || child.type === 'lang_close') {
      flush();
      if (child.type === 'lang_open') languages.push(attribute(child, 'lang') ?? language);
      else languages.pop();
      continue;
    }
    const run = runOf(child);
    if (run === undefined) continue;
    stretch ??= { tokens: [], runs: [], language: languages.at(-1) ?? language };
    stretch.tokens.push(child);
    stretch.runs.push(run);
  }
  flush();
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
