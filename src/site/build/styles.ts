import type { PageKind } from '../../pages/page.ts';
import { existsView, readView } from './views.ts';

/** The rules of a page kind: the shared ones, then those beside each template that the kind is made of. */
export function stylesOf(kind: PageKind): string {
  const sheets = [...templatesOf(`pages/${kind}.njk`)]
    .map((template) => template.replace(/\.njk$/, '.css'))
    .filter(existsView);
  return byLayer(
    minify(['styles/tokens.css', 'styles/base.css', 'styles/print.css', ...sheets].map(readView).join('\n')),
  );
}

/** Each layer once, in the order in which the layers are named: `@layer a{…}@layer b{…}@layer a{…}` is one of each. */
export function byLayer(css: string): string {
  const rules = new Map<string, string>();
  const [, names = '', rest = ''] = /^@layer ([\w,]+);(.*)$/s.exec(css) ?? [];
  for (const name of names.split(',')) rules.set(name, '');
  for (let start = 0; start < rest.length; ) {
    const [head = '', name = ''] = /^@layer (\w+)\{/.exec(rest.slice(start)) ?? [];
    if (!rules.has(name)) throw new Error(`a style stands in no layer: ${rest.slice(start, start + 60)}`);
    const body = start + head.length;
    let end = body;
    for (let depth = 1; depth > 0 && end < rest.length; end += 1) {
      if (rest[end] === '{') depth += 1;
      else if (rest[end] === '}') depth -= 1;
    }
    rules.set(name, `${rules.get(name)}${rest.slice(body, end - 1)}`);
    start = end;
  }
  return [...rules].map(([name, inner]) => (inner === '' ? '' : `@layer ${name}{${inner}}`)).join('');
}

/** A template and all that it extends, includes or imports, the innermost first. */
export function templatesOf(template: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(template)) return found;
  const source = readView(template);
  for (const [, name = ''] of source.matchAll(/\{%-?\s*(?:extends|include|import|from)\s+'([^']+)'/g)) {
    templatesOf(name, found);
  }
  found.add(template);
  return found;
}

/** Without comments, and with no more white space than the grammar needs. No string of ours holds `{`, `;` or `,`. */
export const minify = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([ :,(-])0\.(?=\d)/g, '$1.')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
