import { createHash } from 'node:crypto';
import { plain } from '../../views/scripts/search-words.js';
import { apart } from '../apart.ts';

/** What the checks need to know of a page, read from its markup; no text of it is kept alive. */
export interface PageInspection {
  readonly lang: string;
  readonly title: string;
  readonly headings: number;
  readonly canonical?: string;
  /** `hreflang` → address, of the head. */
  readonly alternates: ReadonlyMap<string, string>;
  /** Links of the header that name their language: the toggle. */
  readonly toggles: readonly string[];
  readonly ids: readonly string[];
  /** Everything that the page links to or shows, as written, without repetition. */
  readonly links: readonly string[];
  /** Scripts in files of their own, by their address. */
  readonly scripts: readonly string[];
  /** What the content policy would stop: `onclick`, `style="…"`, a script in the page. */
  readonly active: readonly string[];
  /** Its styles, as the content policy names them: `sha256-…`. */
  readonly styles: readonly string[];
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
  /** What stands in an element that holds text alone. */
  readonly body: string;
}

const tag = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/y;
const textual = ['script', 'style', 'title'];

/** The tags of a document, in order, each looked at once; comments are passed over. */
function* tagsOf(html: string): Iterable<Tag> {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      if (end < 0) return;
      at = end;
      continue;
    }
    tag.lastIndex = at;
    const [, slash, name = '', attributes = ''] = tag.exec(html) ?? [];
    at += 1;
    if (slash === undefined) continue;
    const closes = slash !== '';
    let body = '';
    if (!closes && textual.includes(name)) {
      const start = tag.lastIndex;
      at = html.indexOf(`</${name}>`, start);
      if (at < 0) return;
      body = html.slice(start, at);
    }
    yield { name, closes, attributes, body };
  }
}

const attribute = /([a-z][a-z-]*)(?:="[^"]*")?/g;
/** The value of an attribute, if it is there with one. No value holds a double quotation mark. */
function valueIn(attributes: string, name: string): string | undefined {
  const begins = ` ${name}="`;
  const at = attributes.indexOf(begins);
  if (at < 0) return undefined;
  const start = at + begins.length;
  return apart(plain(attributes.slice(start, attributes.indexOf('"', start))));
}

/** Which attributes the content policy would stop. */
const activeIn = (attributes: string): readonly string[] =>
  / (?:style|on)/.test(attributes)
    ? Array.from(attributes.matchAll(attribute), ([, name = '']) => name).filter(
        (name) => name === 'style' || name.startsWith('on'),
      )
    : [];

const hashes = new Map<string, string>();

/** `sha256-…` of a style. There are few, and each stands on many pages. */
export function hashOf(style: string): string {
  let hash = hashes.get(style);
  if (hash === undefined) {
    hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
    hashes.set(apart(style), hash);
  }
  return hash;
}

/** Reads a document of our own templates: lower case, attributes in double quotation marks, `<` and `>` escaped. */
export function inspectHtml(html: string): PageInspection {
  let lang = '';
  let title = '';
  let canonical: string | undefined;
  let headings = 0;
  let inHeader = false;
  const alternates = new Map<string, string>();
  const toggles: string[] = [];
  const ids: string[] = [];
  const links = new Set<string>();
  const active = new Set<string>();
  const styles = new Set<string>();
  const scripts = new Set<string>();
  for (const { name, closes, attributes: written, body } of tagsOf(html)) {
    if (name === 'header') inHeader = !closes;
    if (closes) continue;
    if (name === 'h1') headings += 1;
    if (name === 'title') title ||= apart(plain(body));
    if (name === 'style') styles.add(hashOf(body));
    if (name === 'script') {
      const src = valueIn(written, 'src');
      if (src !== undefined && body === '') scripts.add(src);
      else if (!valueIn(written, 'type')?.endsWith('json')) active.add('script');
    }
    if (written === '') continue;
    for (const key of activeIn(written)) active.add(key);
    const id = valueIn(written, 'id');
    if (id !== undefined) ids.push(id);
    if (name === 'html') lang = valueIn(written, 'lang') ?? '';
    const href = valueIn(written, 'href');
    if (href !== undefined) {
      links.add(href);
      const hreflang = valueIn(written, 'hreflang');
      if (name === 'link' && valueIn(written, 'rel') === 'canonical') canonical = href;
      if (name === 'link' && hreflang !== undefined) alternates.set(hreflang, href);
      if (name === 'a' && inHeader && hreflang !== undefined) toggles.push(href);
    }
    const src = valueIn(written, 'src');
    if (src !== undefined) {
      links.add(src);
      if (/^(?:[a-z]+:)?\/\//.test(src)) active.add(`src="${src}"`);
    }
  }
  return {
    lang,
    title,
    headings,
    ...(canonical === undefined ? {} : { canonical }),
    alternates,
    toggles,
    ids,
    links: [...links],
    scripts: [...scripts],
    active: [...active],
    styles: [...styles],
  };
}
