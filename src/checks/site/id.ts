import type { Content } from '../../content/content.ts';
import { placeIn } from '../../content/files.ts';
import { factsPlace, type ReadNotice } from '../../content/notice/read.ts';
import { short } from '../../content/schema/front-matter.ts';
import { isId, isTooLong } from '../../content/schema/scalars.ts';
import { noticeKindNames, noticeKinds } from '../../model/notice-kinds.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { isOfIds, type SectionOfIds, sectionNames } from '../../model/sections.ts';
import { longestSlug, shortSlugOf } from '../../model/urls.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'id/*';

/** Every notice and every page is a folder with an id; that of a notice is its own in the site. */
export const check: CheckOf<Content> = ({ notices, pages }) => [
  ...notices.flatMap((notice) => notAnId(notice.id, notice.facts.file)),
  ...notices.flatMap(ofTwoKinds),
  ...pages.flatMap(({ id: found, folder }) => {
    const name = locales.find((locale) => folder.files.has(`${locale}.md`));
    return notAnId(found, `${folder.path}/${name}.md`);
  }),
  ...duplicates(notices),
  ...sectionNames.filter(isOfIds).flatMap((section) => gathered(notices, section)),
];

/** A folder's name that cannot be an id, reported at a file in it. */
function notAnId(found: string, file: string): readonly Problem[] {
  if (isId(found)) return [];
  const suggestion = shortSlugOf(found, 60);
  const variant = isTooLong(found) ? 'long' : suggestion === '' ? 'folder.other' : 'folder';
  const values = { found: short(found), suggestion, letters: found.length, most: longestSlug };
  return [problem('id/format', placeIn(file), values, variant)];
}

const ofTwoKinds = ({ id: found, kind, folder }: ReadNotice): readonly Problem[] =>
  noticeKindNames
    .filter((other) => other !== kind && folder.files.has(noticeKinds[other].facts))
    .map((other) =>
      problem('id/duplicate', placeIn(`${folder.path}/${noticeKinds[other].facts}`), { found }, 'both-kinds'),
    );

function duplicates(notices: readonly ReadNotice[]): readonly Problem[] {
  const seen = new Map<string, ReadNotice>();
  return notices.flatMap((notice) => {
    const other = seen.get(notice.id);
    if (other === undefined) seen.set(notice.id, notice);
    const values = { found: notice.id, other: other?.folder.path ?? '' };
    return other === undefined ? [] : [problem('id/duplicate', factsPlace(notice), values, 'folder')];
  });
}

/** On the pages that gather all notices, `#a-b-c` is `b-c` of the notice `a`, or `c` of the notice `a-b`. */
function gathered(notices: readonly ReadNotice[], section: SectionOfIds): readonly Problem[] {
  const seen = new Map<string, string>();
  return notices.flatMap((notice) => {
    const facts = notice.kind === 'incident' ? notice.data[section] : undefined;
    return Object.keys(facts ?? {}).flatMap((key) => {
      const anchor = `${notice.id}-${key}`;
      const other = seen.get(anchor);
      const found = `${notice.id} › ${key}`;
      if (other === undefined) {
        seen.set(anchor, found);
        return [];
      }
      const place = notice.facts.atKey([section, key]);
      return [problem('id/duplicate', place, { found, other }, 'gathered')];
    });
  });
}
