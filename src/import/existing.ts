import { formerPath } from '../model/urls.ts';
import { isMapping, looseMapping, textIn, textsIn, withFrontMatter } from './loose-yaml.ts';

/** Where a notice was brought from, as its facts say: `statuspage kz1xjx`. */
export function importedIn(facts: string): string | undefined {
  const imported = looseMapping(facts, 'yaml')?.imported;
  return isMapping(imported) ? `${textIn(imported.from)} ${textIn(imported.id)}` : undefined;
}

/** The former addresses that a note claims. */
export const pathsIn = (note: string): readonly string[] =>
  textsIn(withFrontMatter(note)?.front?.aliases)
    .filter((alias) => alias.startsWith('/'))
    .map((alias) => formerPath(alias, '/'));
