import type { Element, Root, RootContent, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { foreignMarkup } from '../language/markdown/foreign.ts';
import type { Deed } from './history.ts';

/** A text as our notes write it, its first words, and what of it could not be carried. */
interface Converted {
  readonly markdown: string;
  /** Its first paragraphs without markup, to the end of a sentence. */
  readonly opening: string;
  readonly lost: readonly Lost[];
}
interface Lost {
  readonly value: string;
  readonly did: Deed;
}

/** Where a link leads from a notice; nothing where it may not be one. */
export type ResolveLink = (href: string) => string | undefined;

/**
 * Another program's Markdown, with the HTML in it, as a text of ours: headings are bold, pictures are links, comments and
 * what would run are gone, links lead where `resolve` says or are their words. With `breaks` a line's end is one.
 */
export function converted(text: string, breaks: boolean, resolve: ResolveLink): Converted {
  const lost: Lost[] = [];
  const html = foreignMarkup(withoutControls(text), breaks);
  const root = fromHtml(depthOf(html) > deepest ? wordsAlone(html) : html, { fragment: true });
  settle(root, { resolve, lost, inLink: false });
  const markdown = toMarkdown(toMdast(root), {
    extensions: [gfmTableToMarkdown(), gfmStrikethroughToMarkdown()],
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    // What gives a part its language in a note of ours is words here.
    unsafe: [
      { atBreak: true, character: '{', after: 'lang=' },
      { before: '\\]', character: '{', after: 'lang=', inConstruct: 'phrasing' },
    ],
  });
  return { markdown: markdown.trim(), opening: openingOf(root), lost };
}

const withoutControls = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}|\ufeff/gu, '');

/** No text that a person wrote is nested as deep; what reads trees by recursion would fail. */
const deepest = 500;

function depthOf(html: string): number {
  let [depth, most] = [0, 0];
  for (const [, slash] of html.matchAll(/<(\/?)(?!(?:br|col|hr|img|source|wbr)\b)[a-z]/gi)) {
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return most;
}

const wordsAlone = (html: string): string =>
  `<p>${html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^<>]*>/g, ' ')}</p>`;

const active = new Set(
  'base button embed form iframe input link meta noscript object script select style svg template textarea'.split(
    ' ',
  ),
);
const blocks = new Set('blockquote br dd div dt h1 h2 h3 h4 h5 h6 hr li p pre td th tr'.split(' '));

/** The words in it, without what would run. */
function wordsOf(root: Root): string {
  const words: string[] = [];
  const left: RootContent[] = root.children.toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'text') words.push(node.value);
    if (node.type !== 'element' || active.has(node.tagName)) continue;
    if (blocks.has(node.tagName)) left.push({ type: 'text', value: '\n' });
    for (const child of node.children.toReversed()) left.push(child);
  }
  return words.join('');
}

/** So many characters say something. */
const enough = 40;

function openingOf({ children }: Root): string {
  let opening = '';
  for (const child of children) {
    const words = wordsOf({ type: 'root', children: [child] })
      .replace(/\s+/g, ' ')
      .trim();
    opening = `${opening} ${words}`.trim();
    if (opening.length >= enough && /[.!?…]\p{P}*$/u.test(opening)) break;
  }
  return opening;
}

const element = (tagName: string, children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

interface Settling {
  readonly resolve: ResolveLink;
  readonly lost: Lost[];
  readonly inLink: boolean;
}

function settle(parent: Root | Element, how: Settling): void {
  for (let index = parent.children.length - 1; index >= 0; index -= 1) {
    const node = parent.children[index];
    if (node?.type === 'comment') {
      how.lost.unshift({ value: node.value.trim(), did: 'comment_dropped' });
      parent.children.splice(index, 1);
    } else if (node?.type === 'element' && active.has(node.tagName)) {
      how.lost.unshift({ value: `<${node.tagName}>`, did: 'markup_dropped' });
      parent.children.splice(index, 1);
    } else if (node?.type === 'element') settleElement(node, how);
    else if (node?.type === 'text' && !how.inLink && !isCode(parent))
      parent.children.splice(index, 1, ...addressed(node.value, how.resolve));
  }
}

const isCode = (parent: Root | Element): boolean =>
  parent.type === 'element' && /^(?:code|pre|kbd|samp)$/.test(parent.tagName);

/** Words in which an address that is no link is one where it leads somewhere, and else code: a page would make it one. */
function addressed(words: string, resolve: ResolveLink): (Element | Text)[] {
  return words
    .split(/(\bhttps?:\/\/[^\s<>]*[^\s<>.,;:!?)'"”»])/i)
    .flatMap((part, index): (Element | Text)[] => {
      const text: Text = { type: 'text', value: part };
      if (index % 2 === 0) return part === '' ? [] : [text];
      const href = resolve(part);
      return [
        href === undefined ? element('code', [text]) : { ...element('a', [text]), properties: { href } },
      ];
    });
}

function settleElement(node: Element, how: Settling): void {
  let { inLink } = how;
  if (/^h[1-6]$/.test(node.tagName)) {
    node.children = [element('strong', node.children)];
    node.tagName = 'p';
  } else if (node.tagName === 'img' || node.tagName === 'video' || node.tagName === 'audio') {
    linkPicture(node, how);
  } else if (node.tagName === 'a') {
    const href = String(node.properties.href ?? '');
    const leads = how.inLink ? undefined : how.resolve(href);
    if (leads === undefined) {
      node.tagName = 'span';
      if (href !== '' && !how.inLink) how.lost.unshift({ value: href, did: 'link_text' });
    } else {
      inLink = true;
      node.properties = { href: leads };
      if (wordsOf({ type: 'root', children: [...node.children] }).trim() === '' && !hasPicture(node))
        node.children = [{ type: 'text', value: leads }];
    }
  }
  settle(node, { ...how, inLink });
}

const hasPicture = (node: Element): boolean =>
  node.children.some((child) => child.type === 'element' && (child.tagName === 'img' || hasPicture(child)));

/** A picture of another site is a link to it, by its alternative or its file's name. */
function linkPicture(node: Element, { resolve, lost, inLink }: Settling): void {
  const source = String(node.properties.src ?? '');
  const leads = inLink ? undefined : resolve(source);
  const name =
    String(node.properties.alt ?? '').trim() || (source.split(/[?#]/)[0] ?? '').split('/').at(-1) || source;
  lost.unshift({ value: source, did: leads === undefined ? 'picture_text' : 'picture_linked' });
  node.tagName = leads === undefined ? 'span' : 'a';
  node.properties = leads === undefined ? {} : { href: leads };
  node.children = [{ type: 'text', value: name }];
}
