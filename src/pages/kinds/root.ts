import { homePath, iconPath, listPath, notFound, notFoundPath, root } from '../../model/urls.ts';
import { languageNames, languageTags } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { definePage } from '../layout/define-page.ts';
import { accentOf, contactOf, timesOf } from '../layout/layout.ts';
import { metadataOf } from '../layout/metadata.ts';
import type { Page } from '../page.ts';
import { aheadRows, headline, openView, quietLine, siteBadge } from '../parts/status.ts';

/** What stands once on a page of both languages; `first` is the edition in the primary language. */
function frameOfBoth(first: LocaleContext, second: LocaleContext, path: string | undefined, title: string) {
  return {
    lang: languageTags[first.locale],
    title,
    ...(path === undefined ? {} : { canonical: first.absolute(path) }),
    description: [first, second]
      .map((one) => one.text(first.site.description ?? first.site.name))
      .join(' – '),
    alternates: [
      ...[first, second].map((one) => ({
        hreflang: languageTags[one.locale],
        href: first.absolute(homePath(one.locale)),
      })),
      { hreflang: 'x-default', href: first.absolute(root) },
    ],
    indexed: path !== undefined,
    ...accentOf(first),
    icon: first.href(iconPath),
    ...(path !== undefined && first.siteIndex.open.length > 0 ? { times: timesOf(first, 'promise') } : {}),
    ...(path === undefined
      ? {}
      : { metadata: metadataOf(first, undefined, { lang: languageTags[first.locale], title, crumbs: [] }) }),
  };
}

const bothNames = (first: LocaleContext, second: LocaleContext): string => {
  const names = new Set([first, second].map((one) => one.text(one.site.name)));
  return [...names].join(' – ');
};

/** What a half of a page of both languages has around its matter. */
const halfOf = (context: LocaleContext) => ({
  lang: languageTags[context.locale],
  site: context.text(context.site.name),
  organization: context.text(context.site.organization),
  ...(context.site.notice === undefined ? {} : { notice: context.text(context.site.notice) }),
  contact: contactOf(context),
});

/** The state of things in both languages, side by side and of equal weight. */
export const rootPages = (first: LocaleContext, second: LocaleContext): readonly Page[] => [
  {
    kind: 'root',
    path: root,
    locale: 'both',
    indexed: true,
    view: () => ({
      layout: frameOfBoth(first, second, root, bothNames(first, second)),
      halves: [first, second].map((context) => {
        const quiet = quietLine(context);
        return {
          ...halfOf(context),
          badge: siteBadge(context),
          headline: headline(context),
          asOf: context.line('home.as_of', { at: context.when(context.now, context.now.date.slice(0, 4)) }),
          ...(quiet && { quiet }),
          open: context.siteIndex.open.map((incident) => openView(context, incident)),
          ahead: { heading: context.t('home.ahead'), rows: aheadRows(context).slice(0, 3) },
          enter: {
            href: context.href(homePath(context.locale)),
            text: context.t('root.enter'),
            language: languageNames[context.locale],
          },
        };
      }),
    }),
  },
];

/** Not found, where the host cannot tell the language. */
export const notFoundPages = (first: LocaleContext, second: LocaleContext): readonly Page[] => [
  {
    kind: 'not-found-both',
    path: notFound,
    locale: 'both',
    indexed: false,
    view: () => ({
      layout: {
        ...frameOfBoth(
          first,
          second,
          undefined,
          `${first.t('missing.title')} – ${second.t('missing.title')}`,
        ),
        alternates: [],
      },
      halves: [first, second].map((context) => ({ ...halfOf(context), ...missing(context) })),
    }),
  },
];

/** Not found in one language. */
export const notFoundInLanguage = (context: LocaleContext): readonly Page[] => [
  definePage(context, {
    kind: 'not-found',
    path: notFoundPath,
    hidden: true,
    view: () => ({ head: { title: context.t('missing.title') }, body: missing(context) }),
  }),
];

function missing(context: LocaleContext) {
  const { t, locale, siteIndex } = context;
  const link = (path: string, text: string) => ({ href: context.href(path), text });
  return {
    title: t('missing.title'),
    text: t('missing.text'),
    open: siteIndex.open.map((incident) => openView(context, incident)),
    links: [
      link(homePath(locale), t('missing.home')),
      link(listPath('incidents', locale), t('nav.incidents')),
      link(listPath('history', locale), t('nav.history')),
      link(listPath('services', locale), t('nav.services')),
    ],
  };
}
