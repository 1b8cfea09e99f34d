import { isOpen } from '../../model/incident.ts';
import type { AnyNotice, NoticeGroup } from '../../model/site-index.ts';
import type { Locale, LocalText } from '../../model/values.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { rowOf } from '../parts/notice.ts';
import { expectedWork, openViews } from '../parts/status.ts';
import { listPages } from './list-page.ts';
import { listLink } from './navigation.ts';

interface GroupSpec<Body extends object> {
  readonly path: (locale: Locale, page: number) => string;
  readonly name: LocalText;
  readonly list: 'services' | 'regions';
  readonly group: NoticeGroup | undefined;
  /** What it shows besides its notices, on its first page and on those after it. */
  readonly body: (first: boolean) => Body;
}

/** The pages of a service or a region: what is open there, what is ahead, what is past. */
export function groupPages<Body extends object>(
  context: LocaleContext,
  { path, name, list, group, body }: GroupSpec<Body>,
) {
  const { t, text } = context;
  const { open, ahead, past } = sorted(context, group);
  return listPages(context, {
    path,
    items: past,
    title: text(name),
    crumbs: [listLink(context, list)],
    followed: true,
    live: open.length > 0 && 'promise',
    body: ({ items, number }) => ({
      ...body(number === 1),
      open: openViews(context, open),
      ahead: {
        heading: t('home.ahead'),
        rows: ahead.map((one) => rowOf(context, one)),
      },
      past: {
        heading: t('place.past'),
        rows: items.map((one) => rowOf(context, one)),
        empty: t('place.none'),
      },
    }),
  });
}

/** In the order of the whole site: the worst first, then the next window, then the newest. */
function sorted(context: LocaleContext, group: NoticeGroup | undefined) {
  const own = new Set<AnyNotice>(group?.notices);
  const current: readonly AnyNotice[] = expectedWork(context);
  return {
    open: context.siteIndex.open.filter((one) => own.has(one)),
    ahead: current.filter((one) => own.has(one)),
    past: (group?.notices ?? []).filter((one) =>
      one.kind === 'incident' ? !isOpen(one) : !current.includes(one),
    ),
  };
}
