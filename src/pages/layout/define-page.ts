import { type Locale, otherLocale } from '../../model/values.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import type { Page, PageKind } from '../page.ts';
import type { Subject } from '../parts/subject.ts';
import { type Layout, type Live, layoutOf } from './layout.ts';

interface PageSpec {
  readonly kind: PageKind;
  /** The page's path in each language. */
  readonly path: (locale: Locale) => string;
  /** Whether the page has its words in that language; without them it is a stub. */
  readonly complete?: (locale: Locale) => boolean;
  /** Never listed by search engines, in any language. */
  readonly hidden?: boolean;
  readonly xDefault?: string;
  readonly view: () => PageContent;
}

/** What a page says of itself, and the rest of its view. */
export interface PageContent {
  readonly head: {
    readonly title: string;
    readonly description?: string;
    readonly crumbs?: readonly Anchor[];
    readonly subject?: Subject;
    readonly live?: Live | false;
  };
  readonly body: object;
}

/** A page in one language, with its frame. */
export function definePage(context: LocaleContext, spec: PageSpec): Page {
  const { locale } = context;
  const other = otherLocale(locale);
  const complete = spec.complete ?? (() => true);
  const path = spec.path(locale);
  const counterpart = spec.path(other);
  const indexed = !spec.hidden && complete(locale);
  return {
    kind: spec.kind,
    path,
    locale,
    counterpart,
    indexed,
    view: () => {
      const { head, body } = spec.view();
      const meta = { path, counterpart, indexed, paired: complete(other), ...head };
      const layout: Layout = layoutOf(
        context,
        spec.xDefault === undefined ? meta : { ...meta, xDefault: spec.xDefault },
      );
      return { layout, ...body };
    },
  };
}
