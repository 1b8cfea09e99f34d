import type { Content } from '../../content/content.ts';
import { placeIn } from '../../content/files.ts';
import { problem } from '../../model/problem.ts';
import { isOfProgram, root } from '../../model/urls.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'static/taken';

/** A file that is published as it is never takes the place of a page, or of a file that the program makes. */
export const check: CheckOf<Content> = ({ statics }) =>
  statics.flatMap(({ path, file }) => {
    const address = path.replace(/index\.html?$/i, '');
    const isTaken =
      address === root || isOfProgram(path) || locales.some((locale) => path.startsWith(`/${locale}/`));
    return isTaken ? [problem('static/taken', placeIn(file), { path })] : [];
  });
