import { listPath, pagePath } from '../../model/urls.ts';
import type { Locale } from '../../model/values.ts';
import type { Document } from '../document/document.ts';
import { pageIds, type ReadFaq, type ReadPage } from '../pages.ts';
import type { Target } from './targets.ts';

export function pageTarget({ id, folder, documents }: ReadPage): Target {
  const path = (locale: Locale) => pagePath(documents[locale]?.front.slug ?? id, locale);
  return {
    kind: 'page',
    id,
    folder: folder.path,
    path,
    anchors: (locale) => anchorsOf(documents[locale], path(locale)),
  };
}

export function faqTarget({ folder, documents }: ReadFaq): Target {
  const path = (locale: Locale) => listPath('faq', locale);
  return {
    kind: 'faq',
    id: 'faq',
    folder: folder.path,
    path,
    anchors: (locale) => anchorsOf(documents[locale], path(locale)),
  };
}

const anchorsOf = (
  document: Document<unknown> | undefined,
  path: string,
): ReadonlyMap<string, string> | undefined =>
  document && new Map(pageIds(document).map(({ id }) => [id, path]));
