import { isOpen } from '../../model/incident.ts';
import { listPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listPages } from '../layout/list-page.ts';
import { rowOf } from '../parts/notice.ts';

/** Every incident: open ones first, then the newest. */
export const incidentsPages = (context: LocaleContext) =>
  listPages(context, {
    path: (locale, page) => listPath('incidents', locale, page),
    items: [...context.siteIndex.open, ...context.siteIndex.over],
    title: context.t('nav.incidents'),
    body: ({ items }) => {
      const [open, over] = [items.filter(isOpen), items.filter((one) => !isOpen(one))];
      const rows = (some: typeof items) => some.map((one) => rowOf(context, one));
      return {
        sections: [
          { heading: context.t('incidents.open'), rows: rows(open) },
          { heading: context.t('incidents.over'), rows: rows(over) },
        ].filter((section) => section.rows.length > 0),
        empty: context.t('incidents.none'),
      };
    },
  });
