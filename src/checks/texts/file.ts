import { type Folder, nearlyNamed, placeIn } from '../../content/files.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { mayWait } from '../../model/site.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'parity/file';

/** A folder has a text in each language, unless one of them may be late. */
export const check: CheckOf<{ readonly folder: Folder }> = ({ folder }, { site: { settings } }) => {
  const missing = locales.filter((locale) => !folder.files.has(`${locale}.md`));
  return missing.map((locale) =>
    missing.length === locales.length
      ? withoutTexts(folder, locale)
      : missingText(folder, locale, mayWait(locale, settings.mayBeLate)),
  );
};

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
