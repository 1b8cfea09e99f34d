import type { Locale } from '../../model/values.ts';
import { languageTags } from '../../pages/context/link.ts';
import { jsonFile } from '../json.ts';
import { rfc3339 } from '../times.ts';
import type { SaidFeed } from './said.ts';

/** A JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeed = (feed: SaidFeed, locale: Locale, zone: string, self: string): string =>
  jsonFile({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: self,
    ...(feed.description === undefined ? {} : { description: feed.description }),
    authors: [{ name: feed.organization }],
    language: languageTags[locale],
    items: feed.entries.map(({ id, title, url, time, html, about }) => ({
      id,
      url,
      title,
      content_html: html,
      date_published: rfc3339(time, zone),
      date_modified: rfc3339(time, zone),
      tags: about,
    })),
  });
