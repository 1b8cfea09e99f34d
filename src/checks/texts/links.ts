import type { Document } from '../../content/document/document.ts';
import { type Folder, placeAt } from '../../content/files.ts';
import { decoded, measureImage } from '../../content/links/images.ts';
import { fileIn, resolveLink, type Target, type Targets } from '../../content/links/targets.ts';
import { referencesOf } from '../../language/markdown/paragraphs.ts';
import { type Problem, problem } from '../../model/problem.ts';

/** The links and images that lead nowhere or may not be published; `base` is the path of the site's address. */
export function referenceProblems(
  document: Document<unknown> | undefined,
  folder: Folder,
  target: Target,
  targets: Targets,
  base: string,
): Problem[] {
  if (document === undefined) return [];
  const problems: Problem[] = [];
  for (const { kind, target: written, alt, spot } of referencesOf(document.body, document.lines)) {
    const place = placeAt(document, spot);
    const found = decoded(written);
    if (kind === 'link') {
      const result = resolveLink(written, target, document.locale, targets, base);
      if ('rule' in result) {
        const { rule, variant, meant = '' } = result;
        const said = variant?.startsWith('anchor') ? found.slice(found.indexOf('#') + 1) : found;
        problems.push(problem(rule, place, { found: said, meant }, variant));
      }
      continue;
    }
    if (alt === '') problems.push(problem('image/no-text', place, { found }));
    const file = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(written) ? undefined : fileIn(folder, found);
    if (file === undefined) {
      problems.push(
        problem(
          'image/missing',
          place,
          { found, folder: folder.path },
          /^[a-z][a-z0-9+.-]*:|^\/\//i.test(written) ? 'outside' : undefined,
        ),
      );
      continue;
    }
    const size = measureImage(file);
    if (!('rule' in size)) continue;
    if (size.rule === 'image/active')
      problems.push(problem(size.rule, place, { found: size.found, file: found }));
    else problems.push(problem(size.rule, place, { found }, size.variant));
  }
  return problems;
}
