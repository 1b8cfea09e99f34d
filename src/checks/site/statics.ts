import type { Content } from '../../content/content.ts';
import { placeIn } from '../../content/files.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { belowNotice, isOfProgram, outputOf, root } from '../../model/urls.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';
import { formerClaims } from './addresses.ts';

export const id = 'static/taken';

/**
 * A file that is published as it is never takes the place of a page, of a file that the program makes, or of the page
 * that leads on from a former address. On many machines names that differ in their capitals are one.
 */
export const check: CheckOf<Content> = (content) => {
  const former = content.statics.length === 0 ? [] : formerClaims(content);
  return content.statics.flatMap(({ path, file }): readonly Problem[] => {
    if (isOurs(path.toLowerCase())) return [problem('static/taken', placeIn(file), { path })];
    const claim = former.find((one) => filesAt(one.path).some((other) => meet(path, other)));
    if (claim === undefined) return [];
    const other = `${claim.place.file}:${claim.place.line}`;
    return [problem('static/taken', placeIn(file), { path, other }, 'alias')];
  });
};

const isOurs = (path: string): boolean =>
  path.replace(/index\.html?$/, '') === root ||
  isOfProgram(path) ||
  locales.some((locale) => path === `/${locale}` || path.startsWith(`/${locale}/`));

/** The files of a former address, with those of the pages below it. */
function filesAt(address: string): readonly string[] {
  const below = Object.values(belowNotice).flatMap((part) => Object.values(part));
  const addresses = address.endsWith('/')
    ? [address, ...below.map((part) => `${address}${part}/`)]
    : [address];
  return addresses.map((one) => `/${outputOf(one)}`);
}

/** Whether two files cannot both be there: one path, one address, or one the folder of the other. */
function meet(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => path.toLowerCase().replace(/index\.htm$/, 'index.html'));
  return a === b || `${b}`.startsWith(`${a}/`) || `${a}`.startsWith(`${b}/`);
}
