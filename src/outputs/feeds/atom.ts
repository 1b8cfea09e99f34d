import { type Locale, otherLocale } from '../../model/values.ts';
import { languageTags } from '../../pages/context/link.ts';
import { rfc3339 } from '../times.ts';
import { xmlDocument } from '../xml.ts';
import type { SaidFeed } from './said.ts';

interface AtomPlace {
  readonly locale: Locale;
  readonly zone: string;
  /** Its own address, and that of the same feed in the other language. */
  readonly self: string;
  readonly other: string;
}

const type = 'application/atom+xml';

/** An Atom feed (RFC 4287). */
export function atom(feed: SaidFeed, { locale, zone, self, other }: AtomPlace): string {
  const time = (epoch: number) => rfc3339(epoch, zone);
  return xmlDocument({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': languageTags[locale],
      id: feed.id,
      title: feed.title,
      subtitle: feed.description,
      updated: time(feed.updated),
      author: { name: feed.organization },
      link: [
        { '@rel': 'self', '@type': type, '@href': self },
        { '@rel': 'alternate', '@type': 'text/html', '@hreflang': languageTags[locale], '@href': feed.page },
        {
          '@rel': 'alternate',
          '@type': type,
          '@hreflang': languageTags[otherLocale(locale)],
          '@href': other,
        },
      ],
      entry: feed.entries.map(({ id, title, url, time: at, html, about }) => ({
        id,
        title,
        published: time(at),
        updated: time(at),
        link: { '@rel': 'alternate', '@type': 'text/html', '@href': url },
        category: about.map((term) => ({ '@term': term })),
        content: { '@type': 'html', '#': html },
      })),
    },
  });
}
