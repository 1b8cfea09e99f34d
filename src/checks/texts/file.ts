import { type Folder, nearlyNamed, placeIn } from '../../content/files.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { mayWait } from '../../model/site.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'parity/file';

/** A folder has a text in each language, unless one of them may be late; beside them, none that is not read (`file/copy`). */
export const check: CheckOf<{ readonly folder: Folder }> = ({ folder }, { site: { settings } }) => {
  // A folder under the name of a text has a problem of its own.
  const missing = locales.filter(
    (locale) =>
      !folder.files.has(`${locale}.md`) && !folder.folders.some(({ path }) => path.endsWith(`/${locale}.md`)),
  );
  return [
    ...missing.map((locale) =>
      missing.length === locales.length
        ? withoutTexts(folder, locale)
        : missingText(folder, locale, mayWait(locale, settings.mayBeLate)),
    ),
    ...copies(folder),
  ];
};

/** What a file manager, a word processor or a browser calls a second `fr.md`: `fr (copie).md`, `Copy of fr.md`, `fr.md.txt`. */
const copied =
  /^(?:cop(?:ie|y)(?: \(\d+\))?(?: (?:de|of))? )?(en|fr|incident|maintenance)(?:[ _.(~-]| ?\d).*$/i;

function copies(folder: Folder): readonly Problem[] {
  return [...folder.files].flatMap((found) => {
    const stem = copied.exec(found)?.[1]?.toLowerCase();
    const isText = /\.(?:md|markdown|txt|ya?ml|docx?|odt|rtf|pages|bak|old|orig)$|~$/i.test(found);
    const name = [`${stem}.md`, `${stem}.yml`].find((one) => folder.files.has(one));
    return stem === undefined || !isText || name === undefined || found === name
      ? []
      : [problem('file/copy', placeIn(`${folder.path}/${found}`), { found, name })];
  });
}

function withoutTexts(folder: Folder, locale: Locale): Problem {
  const place = placeIn(`${folder.path}/${locale}.md`);
  const near = nearlyNamed(folder, `${locale}.md`);
  if (near !== undefined)
    return problem('file/missing', place, { found: near, meant: `${locale}.md` }, 'named');
  return problem('file/missing', place, { locale }, 'text');
}

function missingText(folder: Folder, locale: Locale, late: boolean): Problem {
  const place = placeIn(`${folder.path}/${locale}.md`);
  const near = nearlyNamed(folder, `${locale}.md`);
  if (near !== undefined)
    return problem('parity/file', place, { found: near, meant: `${locale}.md` }, 'named');
  return late ? problem('parity/late', place, { locale }, 'file') : problem('parity/file', place, { locale });
}
