import { door, homePath, iconPath, listPath, notFound, notFoundPath } from '../../model/urls.ts';
import { languageNames, languageTags } from '../context/link.ts';
import type { Edition } from '../context/locale-context.ts';
import { sheet } from '../layout/define-page.ts';
import { absolute, accentOf, contactOf, timesOf } from '../layout/layout.ts';
import { metadataOf } from '../layout/metadata.ts';
import type { Page } from '../page.ts';
import { aheadRows, headline, openView, quietLine, siteBadge } from '../parts/status.ts';

/** What stands once on a page of both languages; `first` is the edition in the primary language. */
function frameOfBoth(first: Edition, second: Edition, path: string | undefined, title: string) {
  return {
    lang: languageTags[first.locale],
    title,
    ...(path === undefined ? {} : { canonical: absolute(first, path) }),
    description: [first, second]
      .map((one) => one.text(first.site.description ?? first.site.name))
      .join(' – '),
    alternates: [
      ...[first, second].map((one) => ({
        hreflang: languageTags[one.locale],
        href: absolute(first, homePath(one.locale)),
      })),
      { hreflang: 'x-default', href: absolute(first, door) },
    ],
    indexed: path !== undefined,
    ...accentOf(first),
    icon: first.href(iconPath),
    ...(path !== undefined && first.register.open.length > 0 ? { times: timesOf(first, 'promise') } : {}),
    ...(path === undefined
      ? {}
      : { metadata: metadataOf(first, undefined, { lang: languageTags[first.locale], title, crumbs: [] }) }),
  };
}

const bothNames = (first: Edition, second: Edition): string => {
  const names = new Set([first, second].map((one) => one.text(one.site.name)));
  return [...names].join(' – ');
};

/** What a half of a page of both languages has around its matter. */
const halfOf = (edition: Edition) => ({
  lang: languageTags[edition.locale],
  site: edition.text(edition.site.name),
  organization: edition.text(edition.site.organization),
  ...(edition.site.notice === undefined ? {} : { notice: edition.text(edition.site.notice) }),
  contact: contactOf(edition),
});

/** The state of things in both languages, side by side and of equal weight. */
export const doorPages = (first: Edition, second: Edition): readonly Page[] => [
  {
    kind: 'door',
    path: door,
    locale: 'both',
    indexed: true,
    view: () => ({
      frame: frameOfBoth(first, second, door, bothNames(first, second)),
      halves: [first, second].map((edition) => {
        const quiet = quietLine(edition);
        return {
          ...halfOf(edition),
          badge: siteBadge(edition),
          headline: headline(edition),
          asOf: edition.line('home.as_of', { at: edition.when(edition.now, edition.now.date.slice(0, 4)) }),
          ...(quiet && { quiet }),
          open: edition.register.open.map((incident) => openView(edition, incident)),
          ahead: { heading: edition.t('home.ahead'), rows: aheadRows(edition).slice(0, 3) },
          enter: {
            href: edition.href(homePath(edition.locale)),
            text: edition.t('door.enter'),
            language: languageNames[edition.locale],
          },
        };
      }),
    }),
  },
];

/** Not found, where the host cannot tell the language. */
export const notFoundPages = (first: Edition, second: Edition): readonly Page[] => [
  {
    kind: 'not-found-both',
    path: notFound,
    locale: 'both',
    indexed: false,
    view: () => ({
      frame: {
        ...frameOfBoth(
          first,
          second,
          undefined,
          `${first.t('missing.title')} – ${second.t('missing.title')}`,
        ),
        alternates: [],
      },
      halves: [first, second].map((edition) => ({ ...halfOf(edition), ...missing(edition) })),
    }),
  },
];

/** Not found in one language. */
export const notFoundInLanguage = (edition: Edition): readonly Page[] => [
  sheet(edition, {
    kind: 'not-found',
    path: notFoundPath,
    hidden: true,
    view: () => ({ head: { title: edition.t('missing.title') }, body: missing(edition) }),
  }),
];

function missing(edition: Edition) {
  const { t, locale, register } = edition;
  const link = (path: string, text: string) => ({ href: edition.href(path), text });
  return {
    title: t('missing.title'),
    text: t('missing.text'),
    open: register.open.map((incident) => openView(edition, incident)),
    links: [
      link(homePath(locale), t('missing.home')),
      link(listPath('incidents', locale), t('nav.incidents')),
      link(listPath('history', locale), t('nav.history')),
      link(listPath('services', locale), t('nav.services')),
    ],
  };
}
