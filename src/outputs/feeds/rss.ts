import type { Locale } from '../../model/values.ts';
import { languageTags } from '../../pages/context/link.ts';
import { rfc822 } from '../times.ts';
import { xmlDocument } from '../xml.ts';
import type { SaidFeed } from './said.ts';

/** An RSS 2.0 feed, for readers that know its address from another status page, and its notices by theirs. */
export const rss = (feed: SaidFeed, locale: Locale, self: string): string =>
  xmlDocument({
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      channel: {
        title: feed.title,
        link: feed.page,
        description: feed.description ?? feed.title,
        language: languageTags[locale].toLowerCase(),
        pubDate: rfc822(feed.updated),
        'atom:link': { '@rel': 'self', '@type': 'application/rss+xml', '@href': self },
        item: feed.entries.map(({ id, title, url, time, html, about }) => ({
          title,
          description: html,
          pubDate: rfc822(time),
          link: url,
          guid: { '@isPermaLink': 'false', '#': id },
          category: about,
        })),
      },
    },
  });
