import type { Key } from '../../language/translate.ts';
import { feedPath } from '../../model/urls.ts';
import type { Locale } from '../../model/values.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { definePage } from './define-page.ts';
import type { Live } from './layout.ts';
import { type Paging, type Slice, slices } from './paging.ts';

interface ListSpec<T, Body extends object> {
  readonly path: (locale: Locale, page: number) => string;
  readonly items: readonly T[];
  readonly title: string;
  readonly description?: string;
  readonly crumbs?: readonly Anchor[];
  /** What the page shows beside its title and its links to the next pages. */
  readonly body: (slice: Slice<T>) => Body;
  readonly size?: number;
  /** What is new there has a feed of its own, beside its first page. */
  readonly followed?: boolean;
  readonly live?: Live | false;
}

/** The pages of a list that may be long, `…/` then `…/2/`. */
export const listPages = <T, Body extends object>(context: LocaleContext, spec: ListSpec<T, Body>) =>
  slices(spec.items, spec.size).map((slice) =>
    definePage(context, {
      path: (locale) => spec.path(locale, slice.number),
      view: () => {
        const { number } = slice;
        const own = context.titles.at(spec.path(context.locale, 1)) ?? spec.title;
        const first = spec.path(context.locale, 1);
        const title = number === 1 ? own : context.t('title.numbered', { title: own, page: String(number) });
        return {
          head: {
            title,
            description:
              spec.description ??
              context.t('title.description', { title, site: context.text(context.site.name) }),
            ...(spec.crumbs === undefined ? {} : { crumbs: spec.crumbs }),
            ...(spec.followed ? { feed: { page: first, title: own } } : {}),
            ...(spec.live ? { live: spec.live } : {}),
          },
          body: {
            title: spec.title,
            first: number === 1,
            ...spec.body(slice),
            ...(spec.followed
              ? { feed: { href: context.href(feedPath(first)), text: context.t('nav.feed') } }
              : {}),
            ...(slice.count === 1 ? {} : { paging: pagingOf(context, slice, spec.path) }),
          },
        };
      },
    }),
  );

function pagingOf<T>(
  context: LocaleContext,
  { number, count }: Slice<T>,
  path: (locale: Locale, page: number) => string,
): Paging {
  const link = (page: number, key: Key): Anchor => ({
    href: context.href(path(context.locale, page)),
    text: context.t(key),
  });
  return {
    label: context.t('paging.label'),
    position: context.t('paging.position', { page: number, count }),
    ...(number > 1 ? { previous: link(number - 1, 'paging.previous') } : {}),
    ...(number < count ? { next: link(number + 1, 'paging.next') } : {}),
  };
}
