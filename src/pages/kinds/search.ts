import type { Key } from '../../language/translate.ts';
import { listPath, searchParts, searchScript } from '../../model/urls.ts';
import type { LocalText } from '../../model/values.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import type { RichText } from '../context/rich-text.ts';
import { definePage } from '../layout/define-page.ts';

interface Select {
  readonly name: 'service' | 'region' | 'year';
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The search of one language: a form, and every sentence that its script may say. */
export interface SearchBody {
  readonly title: string;
  /** Where the script is and what it is made of, with the site's base. */
  readonly script: string;
  readonly parts: readonly string[];
  readonly action: string;
  readonly label: string;
  readonly submit: string;
  readonly narrow: string;
  readonly selects: readonly Select[];
  readonly results: string;
  /** With the numbers 1 and 2, which the script replaces by the plural rules of the page's language. */
  readonly one: string;
  readonly other: string;
  readonly nothing: string;
  readonly more: string;
  readonly without: string;
  readonly failed: string;
  readonly history: RichText;
}

/** One page; what it finds is indexed once the pages are written. */
export const searchPages = (context: LocaleContext) => [
  definePage(context, {
    path: (locale) => listPath('search', locale),
    view: () => {
      const { t } = context;
      return {
        head: {
          title: t('search.title'),
          description: t('search.description', { site: context.text(context.site.name) }),
        },
        body: bodyOf(context),
      };
    },
  }),
];

function bodyOf(context: LocaleContext): SearchBody {
  const { t, href, locale } = context;
  const history = { text: t('search.the_history'), href: href(listPath('history', locale)) };
  return {
    title: t('search.title'),
    script: href(searchScript),
    parts: searchParts.map(href),
    action: href(listPath('search', locale)),
    label: t('search.label'),
    submit: t('search.submit'),
    narrow: t('search.narrow'),
    selects: selectsOf(context).filter(({ options }) => options.length > 1),
    results: t('search.results'),
    one: t('search.count', { count: 1 }),
    other: t('search.count', { count: 2 }),
    nothing: t('search.none'),
    more: t('search.more'),
    without: t('search.without'),
    failed: t('search.failed'),
    history: context.sentence('search.history', { history: [history] }),
  };
}

function selectsOf({ t, text, site, siteIndex }: LocaleContext): readonly Select[] {
  const select = (name: Select['name'], label: Key, any: Key, options: Select['options']): Select => ({
    name,
    label: t(label),
    any: t(any),
    options,
  });
  const named = ({ id, name }: { readonly id: string; readonly name: LocalText }) => ({
    value: id,
    text: text(name),
  });
  const years = [...siteIndex.byYear.keys()].map((year) => ({ value: year, text: year }));
  return [
    select('service', 'search.service', 'search.any_service', site.services.map(named)),
    select('region', 'search.region', 'search.any_region', site.regions.map(named)),
    select('year', 'search.year', 'search.any_year', years),
  ];
}
