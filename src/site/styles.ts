import type { PageKind } from '../pages/page.ts';
import { existsView, readView } from './views.ts';

/** The rules of a page kind: the shared ones, then those beside each template that the kind is made of. */
export function stylesOf(kind: PageKind): string {
  const sheets = [...templatesOf(`pages/${kind}.njk`)]
    .map((template) => template.replace(/\.njk$/, '.css'))
    .filter(existsView);
  return minify(
    ['styles/tokens.css', 'styles/base.css', 'styles/print.css', ...sheets].map(readView).join('\n'),
  );
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
