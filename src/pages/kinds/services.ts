import { listPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listPages } from '../layout/list-page.ts';
import { groupsView } from '../parts/status.ts';

/** The services with their states. */
export const servicesPages = (context: LocaleContext) =>
  listPages(context, {
    path: (locale) => listPath('services', locale),
    items: [],
    title: context.t('nav.services'),
    body: () => ({ groups: groupsView(context) }),
  });
