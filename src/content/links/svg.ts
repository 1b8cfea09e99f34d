import { SaxesParser, type SaxesTagNS } from 'saxes';
import { attributes, elements, namespacesOfEditors } from './svg-allowed.ts';

/** A drawing anew, with only what is allowed; or what was found that is not, as written: `<script>`. */
type Drawing = { readonly svg: string } | { readonly active: string };

/** No drawing program nests as deep; the parser looks for a namespace in each element above. */
const deepest = 200;
const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const xmlNamespaces = ['http://www.w3.org/2000/xmlns/', 'http://www.w3.org/XML/1998/namespace'];

/**
 * Reads an SVG as XML and writes it anew in UTF-8: its elements and attributes by a list, without prefixes, comments,
 * a document type or an editor's own data. What runs, links or reaches outside is refused, so that its writer knows.
 * @throws {Error} where it is no well-formed XML in UTF-8
 */
export function readDrawing(bytes: Uint8Array): Drawing {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const parser = new SaxesParser({ xmlns: true });
  const out: string[] = [];
  let active: string | undefined;
  let skipped = 0;
  let styles = '';
  const open: string[] = [];
  const refuse = (found: string) => {
    active ??= found.replace(/\s+/g, ' ').trim().slice(0, 60);
  };
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) refuse(`encoding="${encoding}"`);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse(`<!DOCTYPE${doctype}`);
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target !== 'xpacket') refuse(`<?${target}`);
  });
  parser.on('opentag', (tag) => {
    if (open.length + skipped > deepest) throw new RangeError('nested too deeply');
    if (skipped > 0 || isLeftOut(tag)) {
      skipped += 1;
      return;
    }
    const isSvg = tag.uri === svgNamespace || (tag.uri === '' && tag.prefix === '');
    if (!isSvg || !elements.has(tag.local) || (open.length === 0 && tag.local !== 'svg'))
      refuse(`<${tag.name}>`);
    const isRoot = open.length === 0;
    open.push(tag.local);
    out.push(`<${tag.local}${isRoot ? ` xmlns="${svgNamespace}"` : ''}${attributesOf(tag, refuse)}>`);
  });
  parser.on('closetag', () => {
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    const name = open.pop();
    if (name === 'style') {
      const css = withoutComments(styles);
      const found = outsideIn(css);
      if (found !== undefined) refuse(found);
      out.push(escaped(css));
      styles = '';
    }
    out.push(`</${name}>`);
  });
  const words = (text: string) => {
    if (skipped > 0) return;
    if (open.at(-1) === 'style') styles += text;
    else if (open.length > 0) out.push(escaped(text));
  };
  parser.on('text', words);
  parser.on('cdata', words);
  let broken: Error | undefined;
  parser.on('error', (error) => {
    broken ??= error;
  });
  parser.write(text).close();
  if (active !== undefined) return { active };
  if (broken !== undefined) throw broken;
  return { svg: `${out.join('')}\n` };
}

const isLeftOut = ({ uri, local }: SaxesTagNS): boolean =>
  (uri === svgNamespace && local === 'metadata') || namespacesOfEditors.test(uri);

function attributesOf(tag: SaxesTagNS, refuse: (found: string) => void): string {
  return Object.values(tag.attributes)
    .map(({ uri, local, name, value }) => {
      if (xmlNamespaces.includes(uri)) return attributes.has(name) ? written(name, value) : '';
      if (/^on/i.test(local)) refuse(`${name}=`);
      if (local === 'href' && (uri === '' || uri === xlinkNamespace)) {
        if (!isInside(tag.local, value)) refuse(`${name}="${value}"`);
        return written('href', value);
      }
      if (uri !== '' || !(attributes.has(local) || local.startsWith('aria-'))) return '';
      const css = withoutComments(value);
      const found = outsideIn(css);
      if (found !== undefined) refuse(`${name}="${found}`);
      return written(local, css);
    })
    .join('');
}

/** A part of the same drawing, or a picture that stands in it. */
const isInside = (element: string, href: string): boolean =>
  href === '' ||
  /^#[^\s]*$/.test(href) ||
  (element === 'image' && /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/.test(href));

/** What is written is what was looked at: in a string, `/*` begins no comment, and would hide what follows. */
const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, ' ');

/** What styles and values may not hold: what reaches outside, however it is written (CSS Values 4, CSS Images 4). */
function outsideIn(css: string): string | undefined {
  const rest = css.replace(/\burl\(\s*(["']?)#[\w.:-]*\1\s*\)/gi, '');
  return /[\w-]*\\[^;}]{0,20}|@(?!media\b)[\w\\-]*|\b(?:url|src|image|image-set|-webkit-image-set|cross-fade|element|expression|attr)\s*\([^)]{0,40}|-moz-binding|\bbehavior\s*:|(?:java|vb)script\s*:/i.exec(
    rest,
  )?.[0];
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
const written = (name: string, value: string): string =>
  ` ${name}="${escaped(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, ' ')}"`;
