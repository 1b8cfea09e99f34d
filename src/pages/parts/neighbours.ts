import type { Incident } from '../../model/incident.ts';
import { noticePath } from '../../model/urls.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';

/** The incidents before and after, as links at the foot of a page. */
export interface NeighboursView {
  readonly label: string;
  readonly previousWord: string;
  readonly nextWord: string;
  readonly previous?: Anchor;
  readonly next?: Anchor;
}

export function neighboursView(context: LocaleContext, incident: Incident): NeighboursView {
  const { previous, next } = context.siteIndex.neighbours.get(incident.id) ?? {};
  const link = (one: Incident): Anchor => ({
    href: context.href(noticePath(one, context.locale)),
    text: titleOf(context, one),
  });
  return {
    label: context.t('neighbours.label'),
    previousWord: context.t('neighbours.previous'),
    nextWord: context.t('neighbours.next'),
    ...(previous && { previous: link(previous) }),
    ...(next && { next: link(next) }),
  };
}
