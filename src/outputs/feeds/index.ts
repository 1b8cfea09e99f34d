import { feedPath, outputOf } from '../../model/urls.ts';
import { locales, otherLocale } from '../../model/values.ts';
import { happeningsOf } from '../happenings.ts';
import type { Output, OutputContext } from '../output.ts';
import { atom } from './atom.ts';
import { type Feed, feedsOf } from './feeds.ts';
import { hostedFeeds } from './hosted.ts';
import { jsonFeed } from './json-feed.ts';
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
      const place = { locale, zone, self: address('xml'), other: address('xml', otherLocale(locale)) };
      return [
        {
          ...file(feedPath(feed.page(locale)), atom(said, place)),
          // Also of what is too old to stand in a feed.
          ...(isWhole(feed) ? { feeds: everything.map((one) => entryId(contexts[locale], one)) } : {}),
        },
        file(feedPath(feed.page(locale), 'json'), jsonFeed(said, locale, zone, address('json'))),
        ...(isWhole(feed) && locale === primary
          ? hostedFeeds(contexts[locale], everything, (items) => say({ ...feed, items }))
          : []),
      ];
    });
  });
}

const file = (path: string, content: string): Output => ({ path: outputOf(path), content });
const isWhole = ({ id }: Feed): boolean => id === '';
