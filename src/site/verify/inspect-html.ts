import { createHash } from 'node:crypto';

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

const attribute = /([a-z][a-z-]*)(?:="([^"]*)")?/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const plain = (text: string): string =>
  text.includes('&') ? text.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name) => entities[name] ?? '') : text;

/** A copy that does not hold on to the page it was cut from, as V8 would have it. */
const apart = (text: string): string => Buffer.from(text).toString();

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(Array.from(text.matchAll(attribute), ([, name = '', value = '']) => [name, plain(value)]));

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
    if (written === '' && name !== 'script') continue;
    const attributes = attributesOf(written);
    if (name === 'script') {
      const src = attributes.get('src');
      if (src !== undefined && body === '') scripts.add(apart(src));
      else if (!attributes.get('type')?.endsWith('json')) active.add('script');
    }
    for (const key of attributes.keys()) if (key === 'style' || key.startsWith('on')) active.add(key);
    const id = attributes.get('id');
    if (id !== undefined) ids.push(apart(id));
    if (name === 'html') lang = apart(attributes.get('lang') ?? '');
    const href = attributes.get('href');
    if (href !== undefined) {
      links.add(apart(href));
      if (name === 'link' && attributes.get('rel') === 'canonical') canonical = apart(href);
      const hreflang = attributes.get('hreflang');
      if (name === 'link' && hreflang !== undefined) alternates.set(apart(hreflang), apart(href));
      if (name === 'a' && inHeader && hreflang !== undefined) toggles.push(apart(href));
    }
    const src = attributes.get('src');
    if (src !== undefined) links.add(apart(src));
    if (src !== undefined && /^(?:[a-z]+:)?\/\//.test(src)) active.add(`src="${apart(src)}"`);
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
