import { placeAt } from '../../content/files.ts';
import { decoded, fileIn } from '../../content/links/files.ts';
import { imageFault } from '../../content/links/images.ts';
import { referencesOf } from '../../language/markdown/paragraphs.ts';
import { at, isFault, problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf, Texts } from '../context.ts';

export const id = 'image/*';

/** The images that are not there, may not be published, or have no text alternative. */
export const check: CheckOf<Texts> = ({ documents, folder }, { images }) =>
  locales.flatMap((locale) => {
    const document = documents[locale];
    if (document === undefined) return [];
    return referencesOf(document.body, document.lines).flatMap(({ kind, target, alt, spot }) => {
      if (kind === 'link') return [];
      const place = placeAt(document, spot);
      const found = decoded(target);
      const isOutside = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target);
      const file = isOutside ? undefined : fileIn(folder, found);
      const size = file === undefined ? undefined : images.measure(file);
      const values = { found, folder: folder.path };
      return [
        ...(alt === '' ? [problem('image/no-text', place, { found })] : []),
        ...(size === undefined
          ? [problem('image/missing', place, values, isOutside ? 'outside' : undefined)]
          : isFault(size)
            ? [at(place, imageFault(size, found))]
            : []),
      ];
    });
  });
