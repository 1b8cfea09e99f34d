import type { AnyNotice } from '../../model/site-index.ts';
import { type Locale, otherLocale } from '../../model/values.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import type { Subject } from '../parts/subject.ts';
import { type Feed, type Layout, type Live, layoutOf } from './layout.ts';

/** One address and what stands there. */
export interface PageAt<View extends object> {
  /** Below `site.url`: `/en/incidents/x/`, `/404.html`. */
  readonly path: string;
  /** The page's language; the root and `/404.html` hold both. */
  readonly locale: Locale | 'both';
  /** The same page in the other language. */
  readonly counterpart?: string;
  /** Whether search engines may list it: not a stub, a redirect or a not-found page. */
  readonly indexed: boolean;
  /** The notice that it is about: its view shows of the rest of the site only what `besideNotice` and `frameOf` say. */
  readonly notice?: AnyNotice;
  /**
   * Everything that the template shows, already in words: plain data, the same for the same site and moment. Computed
   * when asked: views are not all held at once.
   */
  readonly view: () => View;
}

interface PageSpec<Body extends object> {
  /** The page's path in each language. */
  readonly path: (locale: Locale) => string;
  /** Whether the page has its words in that language; without them it is a stub. */
  readonly complete?: (locale: Locale) => boolean;
  /** Never listed by search engines, in any language. */
  readonly hidden?: boolean;
  readonly xDefault?: string;
  readonly notice?: AnyNotice;
  readonly view: () => PageContent<Body>;
}

/** What a page says of itself, and the rest of its view. */
export interface PageContent<Body extends object> {
  readonly head: {
    readonly title: string;
    readonly description?: string;
    readonly crumbs?: readonly Anchor[];
    readonly subject?: Subject;
    readonly live?: Live | false;
    readonly feed?: Feed | false;
  };
  readonly body: Body;
}

/** A page in one language, with its layout. */
export function definePage<Body extends object>(
  context: LocaleContext,
  spec: PageSpec<Body>,
): PageAt<Body & { readonly layout: Layout }> {
  const { locale } = context;
  const other = otherLocale(locale);
  const complete = spec.complete ?? (() => true);
  const path = spec.path(locale);
  const counterpart = spec.path(other);
  const indexed = !spec.hidden && complete(locale);
  return {
    path,
    locale,
    counterpart,
    indexed,
    ...(spec.notice && { notice: spec.notice }),
    view: () => {
      const { head, body } = spec.view();
      const { xDefault } = spec;
      const meta = { path, counterpart, indexed, paired: complete(other), ...head };
      return { ...body, layout: layoutOf(context, xDefault === undefined ? meta : { ...meta, xDefault }) };
    },
  };
}
