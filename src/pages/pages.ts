import type { Contexts } from './context/locale-context.ts';
import { kinds, type Page } from './page.ts';

/** Every page of the site, in a stable order; a redirect only where nothing else lives. */
export function pages(contexts: Contexts): readonly Page[] {
  const all = kinds.flatMap((row): readonly Page[] => row.pages(contexts));
  const taken = new Set(all.flatMap((page) => (page.kind === 'redirect' ? [] : [page.path])));
  return all.filter((page) => {
    if (page.kind !== 'redirect') return true;
    const isFree = !taken.has(page.path);
    taken.add(page.path);
    return isFree;
  });
}
