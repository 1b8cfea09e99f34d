import { type AnyNotice, beginning } from '../model/register.ts';
import type { Edition } from './edition.ts';
import { textOf } from './line.ts';
import { titleOf } from './notice.ts';

const tallies = new WeakMap<Edition, ReadonlyMap<string, number>>();

/** How often each title, plain and with its start, occurs in an edition: counted once. */
function tallyOf(edition: Edition): ReadonlyMap<string, number> {
  const known = tallies.get(edition);
  if (known) return known;
  const tally = new Map<string, number>();
  const count = (title: string) => tally.set(title, (tally.get(title) ?? 0) + 1);
  for (const notice of edition.register.notices) {
    count(titleOf(edition, notice));
    count(datedTitle(edition, notice));
  }
  tallies.set(edition, tally);
  return tally;
}

/** A notice's title as the title of its page: with its start, and then its id, where others bear the same. */
export function distinctTitle(edition: Edition, notice: AnyNotice): string {
  const tally = tallyOf(edition);
  const title = titleOf(edition, notice);
  if (tally.get(title) === 1) return title;
  const dated = datedTitle(edition, notice);
  return tally.get(dated) === 1 ? dated : `${dated} (${notice.id})`;
}

const datedTitle = (edition: Edition, notice: AnyNotice): string =>
  edition.t('title.dated', {
    title: titleOf(edition, notice),
    date: textOf(edition.at(beginning(notice), 'label')),
  });
