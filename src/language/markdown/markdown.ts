import MarkdownIt from 'markdown-it';
import type { Html, Locale } from '../../model/values.ts';
import type { Prose } from '../../model/words.ts';
import { type Profile, typesetRuns as setRuns, typeset } from '../typography/typography.ts';
import { headingIds, languageOfParts } from './attributes.ts';
import { bareLinks } from './bare-links.ts';
import { cellPlaces } from './cells.ts';
import { labelledLines } from './labelled-lines.ts';
import { plainText, wordsOf } from './plain-text.ts';
import { attribute, type Block, runOf, type Token, withoutComments } from './tokens.ts';

/**
 * CommonMark with tables, strikethrough, `{#id}` on headings and the language of parts; addresses and
 * telephone numbers that were typed bare are links, lines such as `Phone: …` keep their ends. Raw HTML is
 * recognised so that it can be reported, and comes out as text. Every link is parsed, whatever its scheme, so that a
 * refused one is reported rather than left as odd text; a link that leads nowhere has no address in the page.
 */
const markdownIt = new MarkdownIt({ html: true })
  .use(headingIds)
  .use(languageOfParts)
  .use(cellPlaces)
  .use(bareLinks)
  .use(labelledLines);
markdownIt.validateLink = () => true;

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

/** Parses the body of a note once; the lines of its tokens count from 0 at the body's first line. */
export const parseMarkdown = (body: string): Block => markdownIt.parse(body, {});

interface ImageFile {
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
  /** What ids begin with on a page that gathers words of several notices: a notice's id. */
  readonly scope?: string;
}

/** A block as markup and as plain text, typeset in its language. A writer's text becomes trusted here and nowhere else. */
export function renderProse(block: Block, options: RenderOptions): Prose {
  const tokens = typesetBlock(block, options);
  const prose = { html: htmlOf(tokens), text: plainText(tokens) };
  const { scope } = options;
  if (scope === undefined || !tokens.some(hasId)) return prose;
  return { ...prose, gathered: htmlOf(tokens.map((token) => scoped(token, scope))) };
}

/** One line of words: a heading without its tags. */
export function renderLine(inline: Token, options: RenderOptions): Prose {
  const line = typesetInline(inline, options, options.locale);
  const html = markdownIt.renderer.renderInline(line.children ?? [], markdownIt.options, {}) as Html;
  return { html, text: wordsOf(line).trim() };
}

const htmlOf = (tokens: Block): Html =>
  markdownIt.renderer.render([...tokens], markdownIt.options, {}).trim() as Html;

const hasId = (token: Token): boolean =>
  token.type === 'heading_open' && attribute(token, 'id') !== undefined;

const scoped = (token: Token, scope: string): Token =>
  hasId(token)
    ? changed(token, {
        attrs: (token.attrs ?? []).map(([name, value]) => [
          name,
          name === 'id' ? `${scope}-${value}` : value,
        ]),
      })
    : token;

/** A copy of a token with some of its properties: what was parsed is never changed, so it may be read in any order. */
const changed = (token: Token, properties: Partial<Token>): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token)), token, properties);

/** A block in the type of its language, with the addresses of its links and images. */
function typesetBlock(block: Block, options: RenderOptions): Block {
  const languages: string[] = [options.locale];
  return block.map((token) => {
    switch (token.type) {
      case 'blockquote_open':
        languages.push(attribute(token, 'lang') ?? languages.at(-1) ?? options.locale);
        return token;
      case 'blockquote_close':
        languages.pop();
        return token;
      case 'heading_open':
      case 'heading_close': {
        const level = Number(token.tag.slice(1)) + (options.shift ?? 0);
        return changed(token, { tag: `h${Math.min(6, Math.max(2, level))}` });
      }
      case 'th_open':
      case 'td_open':
        return alignedByClass(token);
      case 'inline':
        return typesetInline(token, options, languages.at(-1) ?? options.locale);
      default:
        return token;
    }
  });
}

/** The content policy allows no `style` attribute. */
function alignedByClass(token: Token): Token {
  const alignment = /text-align:\s*(\w+)/.exec(attribute(token, 'style') ?? '')?.[1];
  if (alignment === undefined) return token;
  const others = (token.attrs ?? []).filter(([name]) => name !== 'style' && name !== 'class');
  return changed(token, { attrs: alignment === 'left' ? others : [...others, ['class', alignment]] });
}

function typesetInline(inline: Token, options: RenderOptions, language: string): Token {
  const children = typesetRuns(inline.children ?? [], options, language).map((child) => {
    if (child.type === 'link_open') return resolvedLink(child, options);
    return child.type === 'image' ? resolvedImage(child, options) : child;
  });
  return changed(inline, { children });
}

function resolvedLink(token: Token, { resolve }: RenderOptions): Token {
  const href = resolve.link(attribute(token, 'href') ?? '');
  const others = (token.attrs ?? []).filter(([name]) => name !== 'href');
  return changed(token, { attrs: href === undefined ? others : [['href', href], ...others] });
}

function resolvedImage(token: Token, { resolve, locale, profile }: RenderOptions): Token {
  const file = resolve.image(attribute(token, 'src') ?? '');
  const title = attribute(token, 'title');
  return changed(token, {
    attrs: [
      ['src', file?.src ?? ''],
      ['alt', typeset(token.content, locale, profile)],
      ['width', String(file?.width ?? 1)],
      ['height', String(file?.height ?? 1)],
      ['loading', 'lazy'],
      ...(title === undefined ? [] : [['title', typeset(title, locale, profile)] as [string, string]]),
    ],
  });
}

/** The neighbouring texts of one paragraph, typeset together, each stretch in its own language. */
function typesetRuns(
  children: readonly Token[],
  { profile }: RenderOptions,
  language: string,
): readonly Token[] {
  const result = [...children];
  const languages = [language];
  let stretch: { readonly at: number[]; readonly runs: string[]; readonly language: string } | undefined;
  const flush = () => {
    const locale = stretch?.language.slice(0, 2);
    if (stretch !== undefined && (locale === 'en' || locale === 'fr')) {
      const set = setRuns(stretch.runs, locale, profile);
      stretch.at.forEach((at, index) => {
        const token = result[at];
        const content = set[index];
        if (token === undefined || content === undefined) return;
        if (token.type === 'text') result[at] = changed(token, { content });
        // A figure and its sign stay together, wherever the writer's line ended.
        else if (token.type === 'softbreak' && content !== '\n')
          result[at] = changed(token, { type: 'text', content });
      });
    }
    stretch = undefined;
  };
  for (const [at, child] of children.entries()) {
    if (child.type === 'lang_open' || child.type === 'lang_close') {
      flush();
      if (child.type === 'lang_open') languages.push(attribute(child, 'lang') ?? language);
      else languages.pop();
      continue;
    }
    const run = runOf(child);
    if (run === undefined) continue;
    stretch ??= { at: [], runs: [], language: languages.at(-1) ?? language };
    stretch.at.push(at);
    stretch.runs.push(run);
  }
  flush();
  return result;
}
