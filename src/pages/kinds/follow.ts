import {
  apiPath,
  badgePath,
  bannerPath,
  bannerScript,
  calendarPath,
  feedPath,
  historyPath,
  homePath,
  listPath,
  regionPath,
  servicePath,
} from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { plain, type RichText } from '../context/rich-text.ts';
import { definePage } from '../layout/define-page.ts';

/** A way to be told of news: what it is for, which addresses to give, what to paste. */
export interface Way {
  /** `feeds`, `calendar`, `api`, `badge`, `banner`: the same in both languages, and for those who link here. */
  readonly id: string;
  readonly heading: string;
  readonly steps: readonly Step[];
}

/** A sentence, with the addresses or the line to copy that it speaks of. */
interface Step {
  readonly text: RichText;
  readonly addresses?: readonly Address[];
  readonly code?: string;
}

interface Address {
  readonly term?: string;
  readonly href: string;
  /** The whole address, in parts between which a line may end. */
  readonly parts: readonly string[];
}

/** How to be told of news, and how to point a program that knows status pages at this one. */
export const followPages = (context: LocaleContext) => [
  definePage(context, {
    path: (locale) => listPath('follow', locale),
    view: () => ({
      head: { title: context.t('follow.title'), description: context.t('follow.lead') },
      body: {
        title: context.t('follow.title'),
        lead: context.t('follow.lead'),
        ways: [feeds(context), calendar(context), api(context), badge(context), banner(context)],
      },
    }),
  }),
];

const address = ({ href, absolute }: LocaleContext, path: string, term?: string): Address => ({
  ...(term === undefined ? {} : { term }),
  href: href(path),
  parts: partsOf(absolute(path)),
});

const indicators = {
  none: 'none',
  minor: 'minor',
  major: 'major',
  critical: 'critical',
  under_maintenance: 'under_maintenance',
  completed: 'completed',
};

/** Values and names that are typed as they are, which are English ones on a French page too. */
const typed = (
  { locale }: LocaleContext,
  words: Readonly<Record<string, string>>,
): Readonly<Record<string, RichText>> =>
  Object.fromEntries(
    Object.entries(words).map(([name, text]) => [
      name,
      [{ text, code: true, ...(locale === 'en' ? {} : { lang: 'en' }) }],
    ]),
  );

/** After each slash but those of the scheme. */
const partsOf = (url: string): readonly string[] => url.split(/(?<=[^:/]\/)/);

function feeds(context: LocaleContext): Way {
  const { t, text, locale, site } = context;
  const feed = (page: string, term: string) => address(context, feedPath(page), term);
  const inUse = site.services.filter(({ retired }) => retired === undefined);
  return {
    id: 'feeds',
    heading: t('follow.feeds'),
    steps: [
      {
        text: plain(t('follow.feeds_text')),
        addresses: [
          feed(homePath(locale), t('follow.everything')),
          feed(listPath('maintenance', locale), t('maintenance.title')),
          ...inUse.map((service) => feed(servicePath(service, locale), text(service.name))),
          ...site.regions.map((region) => feed(regionPath(region, locale), text(region.name))),
        ],
      },
      { text: context.sentence('follow.feeds_json', typed(context, { json: 'feed.json', xml: 'feed.xml' })) },
      { text: plain(t('follow.feeds_day')) },
    ],
  };
}

const calendar = (context: LocaleContext): Way => ({
  id: 'calendar',
  heading: context.t('follow.calendar'),
  steps: [
    {
      text: plain(context.t('follow.calendar_text')),
      addresses: [address(context, calendarPath(context.locale))],
    },
    { text: plain(context.t('follow.calendar_file')) },
  ],
});

function api(context: LocaleContext): Way {
  const { t, locale, other, href, site } = context;
  return {
    id: 'api',
    heading: t('follow.api'),
    steps: [
      {
        text: plain(t('follow.api_text')),
        addresses: [{ href: href(apiPath(undefined, 'summary')), parts: partsOf(site.url) }],
      },
      {
        text: plain(t('follow.api_language')),
        addresses: [locale, other].map((one) => address(context, apiPath(one, 'summary'))),
      },
      {
        text: plain(t('follow.api_history')),
        addresses: [address(context, historyPath('atom')), address(context, historyPath('rss'))],
      },
      {
        text: context.sentence('follow.api_indicator', typed(context, indicators)),
      },
      { text: plain(t('follow.api_times')) },
    ],
  };
}

function badge(context: LocaleContext): Way {
  const { t, absolute, locale } = context;
  const home = homePath(locale);
  const image = `<img src="${absolute(badgePath(home))}" alt="${t('follow.widget_name')}">`;
  return {
    id: 'badge',
    heading: t('follow.badge'),
    steps: [{ text: plain(t('follow.badge_text')), code: `<a href="${absolute(home)}">${image}</a>` }],
  };
}

function banner(context: LocaleContext): Way {
  const { t, absolute, locale, site } = context;
  const frame = `src="${absolute(bannerPath(locale))}" title="${t('follow.widget_name')}"`;
  return {
    id: 'banner',
    heading: t('follow.banner'),
    steps: [
      {
        text: plain(t('follow.banner_text')),
        code: `<script src="${absolute(bannerScript)}" data-lang="${locale}" async></script>`,
      },
      {
        text: plain(t('follow.banner_frame')),
        code: `<iframe ${frame} width="100%" height="96"></iframe>`,
      },
      {
        text: context.sentence('follow.banner_policy', {
          origin: [{ text: new URL(site.url).origin, code: true }],
          ...typed(context, { script: 'script-src', connect: 'connect-src', frame: 'frame-src' }),
        }),
      },
    ],
  };
}
