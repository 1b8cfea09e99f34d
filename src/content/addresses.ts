import { type Place, type Problem, problem } from '../model/problem.ts';
import { listPath, lists, noticeAddress, pagePath } from '../model/urls.ts';
import { locales } from '../model/values.ts';
import type { ReadNotice } from './notices.ts';
import type { ReadPage } from './pages.ts';

/** Every address belongs to one page: reports slugs and aliases that want one that is taken. */
export function reportAddresses(
  notices: readonly ReadNotice[],
  pages: readonly ReadPage[],
  problems: Problem[],
): void {
  const taken = new Map<string, Place | undefined>();
  for (const locale of locales) {
    taken.set(`/${locale}/`, undefined);
    for (const list of lists) {
      taken.set(listPath(list, locale), undefined);
      // Lists that grow long continue at …/2/.
      for (let page = 2; page <= notices.length; page += 1)
        taken.set(listPath(list, locale, page), undefined);
    }
  }
  const claim = (path: string, place: Place, found: string, variant: string) => {
    if (!taken.has(path)) taken.set(path, place);
    else {
      const other = taken.get(path);
      const values = { found, path, other: other === undefined ? '' : `${other.file}:${other.line}` };
      problems.push(problem('slug/duplicate', place, values, other === undefined ? 'reserved' : variant));
    }
  };
  const aliases: (() => void)[] = [];
  for (const locale of locales) {
    for (const notice of notices) {
      const note = notice.texts[locale]?.note;
      const slug = note?.front.slug ?? notice.id;
      const at = note?.facts.at(['slug']) ?? notice.facts.at([]);
      claim(noticeAddress(notice.kind, slug, locale), at, slug, 'slug');
      note?.front.aliases?.forEach((alias, index) => {
        const path = alias.startsWith('/') ? ended(alias) : noticeAddress(notice.kind, alias, locale);
        aliases.push(() => claim(path, note.facts.at(['aliases', index]), alias, 'alias'));
      });
    }
    for (const { id, notes } of pages) {
      const note = notes[locale];
      if (note === undefined) continue;
      const slug = note.front.slug ?? id;
      claim(pagePath(slug, locale), note.facts.at(['slug']), slug, 'slug');
      note.front.aliases?.forEach((alias, index) => {
        const path = alias.startsWith('/') ? ended(alias) : pagePath(alias, locale);
        aliases.push(() => claim(path, note.facts.at(['aliases', index]), alias, 'alias'));
      });
    }
  }
  for (const claimAlias of aliases) claimAlias();
}

/** An address ends in `/`. */
export const ended = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
