import type { ReadPage } from '../../content/build/pages.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { noticeKinds } from '../../model/notice-kinds.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import {
  formerPath,
  homePath,
  isOfProgram,
  listPath,
  lists,
  noticeAddress,
  pagePath,
  root,
} from '../../model/urls.ts';
import { type Locale, locales } from '../../model/values.ts';

/** Every address belongs to one page: reports slugs and aliases that want one that is taken. */
export function reportAddresses(
  notices: readonly ReadNotice[],
  pages: readonly ReadPage[],
  problems: Problem[],
): void {
  const taken = new Map<string, Place | undefined>([[root, undefined]]);
  /** The folders that addresses stand in: a file cannot have the name of one. */
  const folders = new Set<string>();
  for (const locale of locales) {
    taken.set(homePath(locale), undefined);
    for (const list of lists) {
      taken.set(listPath(list, locale), undefined);
      // Lists that grow long continue at …/2/.
      for (let page = 2; page <= notices.length; page += 1)
        taken.set(listPath(list, locale, page), undefined);
    }
  }
  const claim = (path: string, place: Place, found: string, variant: string) => {
    const file = path.replace(/\/$/, '');
    const above = file.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
    const inFile = above.find((folder) => folder.includes('.') && taken.has(folder));
    const isTaken = taken.has(path) || isOfProgram(path) || inFile !== undefined;
    if (!isTaken && !(file === path && folders.has(path))) {
      taken.set(path, place);
      for (const folder of above) folders.add(folder);
    } else {
      const other = taken.get(inFile ?? path);
      const values = { found, path, other: other === undefined ? '' : `${other.file}:${other.line}` };
      problems.push(problem('slug/duplicate', place, values, other === undefined ? 'reserved' : variant));
    }
  };
  const aliases: (() => void)[] = [];
  for (const locale of locales) {
    for (const notice of notices) {
      const document = notice.texts[locale]?.document;
      const slug = document?.front.slug ?? notice.id;
      const at = document?.facts.at(['slug']) ?? notice.facts.at([]);
      claim(noticeAddress(notice.kind, slug, locale), at, slug, 'slug');
      document?.front.aliases?.forEach((alias, index) => {
        const path = formerPath(alias, parentOf(notice, locale));
        aliases.push(() => claim(path, document.facts.at(['aliases', index]), alias, 'alias'));
      });
    }
    for (const { id, documents } of pages) {
      const document = documents[locale];
      if (document === undefined) continue;
      const slug = document.front.slug ?? id;
      claim(pagePath(slug, locale), document.facts.at(['slug']), slug, 'slug');
      document.front.aliases?.forEach((alias, index) => {
        const path = formerPath(alias, homePath(locale));
        aliases.push(() => claim(path, document.facts.at(['aliases', index]), alias, 'alias'));
      });
    }
  }
  for (const claimAlias of aliases) claimAlias();
}

const parentOf = ({ kind }: ReadNotice, locale: Locale): string => listPath(noticeKinds[kind].list, locale);
