import { mayWait, type Settings } from '../../model/site.ts';
import { type Locale, locales, otherLocale } from '../../model/values.ts';
import { isUntouched } from '../document/guidance.ts';
import { type Folder, readSource } from '../files.ts';

/** A notice's folder without the text that nobody has begun, where that may be late and the other has been begun. */
export function withoutUntouched(folder: Folder, mayBeLate: Settings['mayBeLate']): Folder {
  const isBegun = (locale: Locale) => {
    const name = `${locale}.md`;
    if (!folder.files.has(name)) return false;
    const { value } = readSource(`${folder.path}/${name}`);
    // What cannot be read is a problem of its own, and not a text to come.
    return value === undefined || !isUntouched(value.text);
  };
  const late = locales.filter(
    (locale) => mayWait(locale, mayBeLate) && !isBegun(locale) && isBegun(otherLocale(locale)),
  );
  const files = new Set([...folder.files].filter((name) => !late.some((locale) => name === `${locale}.md`)));
  return late.length === 0 ? folder : { ...folder, files };
}
