import { factsPlace, type ReadNotice } from '../../content/notice/read.ts';
import { type Problem, problem } from '../../model/problem.ts';

/** Every notice has an id of its own in the site. */
export function reportDuplicates(notices: readonly ReadNotice[], problems: Problem[]): void {
  const seen = new Map<string, ReadNotice>();
  for (const notice of notices) {
    const other = seen.get(notice.id);
    if (other === undefined) seen.set(notice.id, notice);
    else
      problems.push(
        problem('id/duplicate', factsPlace(notice), { found: notice.id, other: other.folder.path }, 'folder'),
      );
  }
}

/** On the pages that gather all notices, `#a-b-c` is `b-c` of the notice `a`, or `c` of the notice `a-b`. */
export function reportGathered(notices: readonly ReadNotice[], problems: Problem[]): void {
  for (const section of ['credits', 'commitments'] as const) {
    const seen = new Map<string, string>();
    for (const notice of notices) {
      const facts = notice.kind === 'incident' ? notice.data[section] : undefined;
      for (const id of Object.keys(facts ?? {})) {
        const anchor = `${notice.id}-${id}`;
        const other = seen.get(anchor);
        const found = `${notice.id} › ${id}`;
        if (other === undefined) seen.set(anchor, found);
        else {
          const place = notice.facts.atKey([section, id]);
          problems.push(problem('id/duplicate', place, { found, other }, 'gathered'));
        }
      }
    }
  }
}
