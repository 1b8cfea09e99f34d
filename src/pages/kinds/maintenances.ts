import { isUnderWay, type Maintenance } from '../../model/maintenance.ts';
import { listPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listPages } from '../layout/list-page.ts';
import { rowOf } from '../parts/notice.ts';
import { expectedWork } from '../parts/status.ts';

/** Every maintenance: under way, ahead, what readers may expect but was called off, then past. */
export function maintenancesPages(context: LocaleContext) {
  const { siteIndex, now, t } = context;
  const expected = expectedWork(context);
  return listPages(context, {
    path: (locale, page) => listPath('maintenance', locale, page),
    items: [...expected, ...siteIndex.past],
    title: t('maintenance.title'),
    followed: true,
    body: ({ items }) => {
      const section = (heading: string, which: (one: Maintenance) => boolean) => ({
        heading,
        rows: items.filter(which).map((one) => rowOf(context, one)),
      });
      const underWay = (one: Maintenance) => isUnderWay(one, now.epoch);
      return {
        sections: [
          section(t('maintenance.under_way'), underWay),
          section(t('maintenance.ahead'), (one) => siteIndex.ahead.includes(one)),
          section(t('maintenance.called_off'), (one) => siteIndex.calledOff.includes(one)),
          section(t('maintenance.past'), (one) => !expected.includes(one)),
        ].filter(({ rows }) => rows.length > 0),
        empty: t('maintenance.none'),
      };
    },
  });
}
