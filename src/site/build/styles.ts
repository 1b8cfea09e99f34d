import type { PageKind } from '../../pages/page.ts';
import { existsView, readView } from './views.ts';

/** Where the package brings the styles of each kind of page, made ready by `.ci/package.ts`. */
export const readyStyles = (kind: PageKind): string => `ready/${kind}.css`;

// The package has no minifier, and this repository has no ready styles: an edit of a style shows at once.
const minify = existsView('ready') ? undefined : (await import('./minify.ts')).minify;

/** The rules of a page kind: the shared ones, then those beside each template that the kind is made of. */
export function stylesOf(kind: PageKind): string {
  if (minify === undefined) return readView(readyStyles(kind));
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
