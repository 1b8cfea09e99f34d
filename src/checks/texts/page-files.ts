import type { Folder } from '../../content/files.ts';
import type { Problem } from '../../model/problem.ts';
import { mayWait, type Settings } from '../../model/site.ts';
import type { Locale } from '../../model/values.ts';
import { fileProblem } from './late.ts';

/** The file of a page, or of the standing questions, that one language lacks. */
export const missingFile = (
  folder: Folder,
  locale: Locale,
  mayBeLate: Settings['mayBeLate'],
): readonly Problem[] =>
  folder.files.has(`${locale}.md`) ? [] : [fileProblem(folder, locale, mayWait(locale, mayBeLate))];
