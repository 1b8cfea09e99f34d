import type { Folder } from '../../content/files.ts';
import { placeAt } from '../../content/files.ts';
import { decoded, fileIn, isOnDisk, nearlyIn } from '../../content/links/files.ts';
import { imageFault, type Picture } from '../../content/links/images.ts';
import { referencesOf } from '../../language/markdown/paragraphs.ts';
import { at, isFault, type Place, type Problem, problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf, Texts } from '../context.ts';

export const id = 'image/*';

/** The images that are not there, may not be published, have no text alternative, weigh much, or tell where they were taken. */
export const check: CheckOf<Texts> = ({ documents, folder }, { images }) => {
  // What is true of the picture is said once, where it first stands.
  const told = new Set<string>();
  return locales.flatMap((locale) => {
    const document = documents[locale];
    if (document === undefined) return [];
    return referencesOf(document.body, document.lines).flatMap(({ kind, target, alt, spot }) => {
      if (kind === 'link') return [];
      const place = placeAt(document, spot);
      const found = decoded(target);
      const withoutText = alt === '' ? [problem('image/no-text', place, { found })] : [];
      const file = isOutside(found) ? undefined : fileIn(folder, found);
      if (file === undefined) return [...withoutText, missing(found, folder, place)];
      const picture = images.measure(file);
      if (isFault(picture)) return [...withoutText, at(place, imageFault(picture, found))];
      const isTold = told.has(file);
      told.add(file);
      return [...withoutText, ...(isTold ? [] : pictureProblems(picture, found, place))];
    });
  });
};

const isOutside = (source: string): boolean => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(source);

function missing(found: string, folder: Folder, place: Place): Problem {
  if (isOnDisk(found)) {
    const file = found.replace(/^.*[\\/]/s, '');
    return problem('image/missing', place, { found, file }, 'disk');
  }
  const values = { found, folder: folder.path };
  if (isOutside(found)) return problem('image/missing', place, values, 'outside');
  const meant = nearlyIn(folder, found);
  return meant === undefined
    ? problem('image/missing', place, values)
    : problem('image/missing', place, { ...values, meant }, 'named');
}

/** In bytes: what a photograph of 1,600 pixels weighs, and half a minute of a slow line. */
const mostBytes = 500_000;

const pictureProblems = ({ bytes, hasPosition, isRewritten }: Picture, found: string, place: Place) => [
  ...(bytes > mostBytes
    ? [problem('image/weight', place, { found, kilobytes: Math.round(bytes / 1000), most: mostBytes / 1000 })]
    : []),
  ...(hasPosition ? [problem('image/position', place, { found }, isRewritten ? undefined : 'kept')] : []),
];
