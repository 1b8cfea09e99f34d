import { apologyPath, listPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { listPages } from '../layout/list-page.ts';
import { excerptOf } from '../parts/apology-box.ts';

/** Every apology, newest first. */
export const apologiesPages = (context: LocaleContext) =>
  listPages(context, {
    path: (locale, page) => listPath('apologies', locale, page),
    items: context.siteIndex.apologies,
    title: context.t('nav.apologies'),
    body: ({ items }) => ({
      rows: items.map((incident) => ({
        href: context.href(apologyPath(incident, context.locale)),
        title: titleOf(context, incident),
        ...excerptOf(context, incident, ['regret', 'responsibility']),
      })),
      empty: context.t('apologies.none'),
    }),
  });
