import { feedPath, historyPath, outputOf } from '../../model/urls.ts';
import { locales, otherLocale } from '../../model/values.ts';
import { asBefore } from '../former.ts';
import { happeningsOf } from '../happenings.ts';
import type { Output, OutputContext } from '../output.ts';
import { atom } from './atom.ts';
import { type Feed, feedsOf, most } from './feeds.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';
import { entryId, speaker } from './said.ts';

/** Every feed in both languages and both formats; that of everything also where hosted pages have theirs. */
export function feeds({ contexts }: OutputContext): readonly Output[] {
  const all = feedsOf(contexts);
  const everything = happeningsOf(contexts);
  const { zone, primary, url } = contexts.site;
  return locales.flatMap((locale) => {
    const say = speaker(contexts[locale]);
    return all.flatMap((feed) => {
      const said = say(feed);
      const address = (format: 'xml' | 'json', of = locale) => url + feedPath(feed.page(of), format);
      const written = (self: string, other: string) => atom(said, { locale, zone, self, other });
      return [
        {
          ...file(feedPath(feed.page(locale)), written(address('xml'), address('xml', otherLocale(locale)))),
          // Also of what is too old to stand in a feed.
          ...(isWhole(feed) ? { feeds: everything.map((one) => entryId(contexts[locale], one)) } : {}),
        },
        file(feedPath(feed.page(locale), 'json'), jsonFeed(said, locale, zone, address('json'))),
        ...(isWhole(feed) && locale === primary
          ? [
              file(
                historyPath('atom'),
                written(url + historyPath('atom'), address('xml', otherLocale(locale))),
              ),
              file(
                historyPath('rss'),
                rss(
                  say({ ...feed, items: asBefore(everything).slice(0, most) }),
                  locale,
                  url + historyPath('rss'),
                ),
              ),
            ]
          : []),
      ];
    });
  });
}

const file = (path: string, content: string): Output => ({ path: outputOf(path), content });
const isWhole = ({ id }: Feed): boolean => id === '';
