import type { AnyNotice } from '../../model/site-index.ts';
import { feedPath, historyPath, homePath, outputOf } from '../../model/urls.ts';
import { otherLocale } from '../../model/values.ts';
import type { LocaleContext } from '../../pages/context/locale-context.ts';
import { asBefore, formerIds } from '../former.ts';
import type { Happening } from '../news.ts';
import type { Output } from '../output.ts';
import { atom } from './atom.ts';
import { most } from './feeds.ts';
import { rss } from './rss.ts';
import type { SaidFeed } from './said.ts';

/**
 * The feeds of everything where hosted pages have theirs. What came from such a page stands there as it did: once, and
 * under the id that it had.
 */
export function hostedFeeds(
  { site, locale }: LocaleContext,
  everything: readonly Happening[],
  say: (items: readonly Happening[]) => SaidFeed,
): readonly Output[] {
  const said = (format: 'entry' | 'guid'): SaidFeed => {
    const idOf = (notice: AnyNotice) => formerIds(notice, site)[format];
    const items = asBefore(everything, (notice) => idOf(notice) !== undefined).slice(0, most);
    const { entries, ...rest } = say(items);
    const ids = items.map(({ notice }) => idOf(notice));
    return { ...rest, entries: entries.map((entry, index) => ({ ...entry, id: ids[index] ?? entry.id })) };
  };
  const other = site.url + feedPath(homePath(otherLocale(locale)));
  const self = (format: 'atom' | 'rss') => site.url + historyPath(format);
  const file = (format: 'atom' | 'rss', content: string) => ({
    path: outputOf(historyPath(format)),
    content,
  });
  return [
    file('atom', atom(said('entry'), { locale, zone: site.zone, self: self('atom'), other })),
    file('rss', rss(said('guid'), locale, self('rss'))),
  ];
}
