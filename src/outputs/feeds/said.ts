import type { NoticeEvent } from '../../model/events.ts';
import { concerned } from '../../model/site-index.ts';
import { namedAfter } from '../../model/urls.ts';
import type { LocaleContext } from '../../pages/context/locale-context.ts';
import { serviceNames } from '../../pages/context/names.ts';
import { lastingName } from '../former.ts';
import { type Happening, newsOf } from '../news.ts';
import type { Feed } from './feeds.ts';

/** A feed in the words of one language, before it is written in a format. */
export interface SaidFeed {
  /** `tag:` (RFC 4151), of the host and of what never changes. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly organization: string;
  /** The page that it stands beside, as a whole address. */
  readonly page: string;
  /** When anything in it last changed (epoch milliseconds), from the facts alone. */
  readonly updated: number;
  readonly entries: readonly SaidEntry[];
}

interface SaidEntry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly time: number;
  /** Markup whose links are whole addresses. */
  readonly html: string;
  /** The names of the services. */
  readonly about: readonly string[];
}

/** Says feeds in one language; what several of them hold is said once. */
export function speaker(context: LocaleContext): (feed: Feed) => SaidFeed {
  const known = new Map<NoticeEvent, SaidEntry>();
  const entryOf = (happening: Happening): SaidEntry => {
    const entry = known.get(happening.event) ?? sayEntry(context, happening);
    known.set(happening.event, entry);
    return entry;
  };
  const { site, text, locale } = context;
  return ({ id, title, page, items }) => ({
    id: tag(context, `feed/${locale}${id === '' ? '' : `/${id}`}`),
    title: title(context),
    ...(site.description ? { description: text(site.description) } : {}),
    organization: text(site.organization),
    page: context.absolute(page(locale)),
    updated: items[0]?.event.time ?? 0,
    entries: items.map(entryOf),
  });
}

/** The same for ever, whatever is corrected. */
export const entryId = (context: LocaleContext, { notice, event }: Happening): string =>
  tag(context, `${context.locale}/${lastingName(notice)}/${event.anchor}`);

function sayEntry(context: LocaleContext, happening: Happening): SaidEntry {
  const { notice, event } = happening;
  const { title, path, html } = newsOf(context, happening);
  return {
    id: entryId(context, happening),
    title,
    url: context.absolute(path),
    time: event.time,
    html,
    about: serviceNames(context, concerned(notice)),
  };
}

const tag = ({ site }: LocaleContext, specific: string): string => namedAfter(site.url).entry + specific;
