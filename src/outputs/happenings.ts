import { eventsOf } from '../model/events.ts';
import { compareText } from '../model/problem.ts';
import type { Contexts } from '../pages/context/locale-context.ts';
import type { Happening } from './news.ts';

/** Everything that was published on the site, newest first; on one second, the last entry of a notice first. */
export function happeningsOf({ siteIndex, now }: Contexts): readonly Happening[] {
  const all = siteIndex.notices.flatMap((notice) =>
    eventsOf(notice, now.epoch)
      .map((event) => ({ notice, event }))
      .toReversed(),
  );
  return all.sort((a, b) => b.event.time - a.event.time || compareText(a.notice.id, b.notice.id));
}
