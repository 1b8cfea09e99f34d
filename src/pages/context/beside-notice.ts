import type { AnyNotice } from '../../model/site-index.ts';
import { noticePath } from '../../model/urls.ts';
import type { LocaleContext } from './locale-context.ts';
import { titleOf } from './names.ts';

/** All that the pages of a notice show of other notices. */
export interface BesideNotice {
  /** Its title, told apart from others. */
  readonly title: string;
  readonly hasCard: boolean;
  /** The titles and paths of the incidents before and after it. */
  readonly neighbours: readonly (readonly [title: string, path: string] | undefined)[];
}

export function besideNotice(context: LocaleContext, notice: AnyNotice): BesideNotice {
  const { locale, siteIndex, titles } = context;
  const { previous, next } = siteIndex.neighbours.get(notice.id) ?? {};
  return {
    title: titles.ofNotice(notice),
    hasCard: siteIndex.withCard.has(notice.id),
    neighbours: [previous, next].map(
      (one) => one && ([titleOf(context, one), noticePath(one, locale)] as const),
    ),
  };
}
