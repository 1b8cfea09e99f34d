import { placeAt } from '../../content/files.ts';
import { referencesOf } from '../../language/markdown/paragraphs.ts';
import { at, isFault } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf, Texts } from '../context.ts';

export const id = 'link/*';

/** The links that lead nowhere or may not be published. */
export const check: CheckOf<Texts> = ({ documents, target }, { links }) =>
  locales.flatMap((locale) => {
    const document = documents[locale];
    if (document === undefined) return [];
    return referencesOf(document.body, document.lines).flatMap(({ kind, target: href, spot }) => {
      if (kind === 'image') return [];
      const link = links.resolve(href, target, locale);
      return isFault(link) ? [at(placeAt(document, spot), link)] : [];
    });
  });
