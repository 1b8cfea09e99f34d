import { homePath, listPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { openViews } from './status.ts';

/** What to read where an address leads to nothing. */
export function missingView(context: LocaleContext) {
  const { t, locale, siteIndex } = context;
  const link = (path: string, text: string) => ({ href: context.href(path), text });
  return {
    title: t('missing.title'),
    text: t('missing.text'),
    open: openViews(context, siteIndex.open),
    links: [
      link(homePath(locale), t('missing.home')),
      link(listPath('incidents', locale), t('nav.incidents')),
      link(listPath('history', locale), t('nav.history')),
      link(listPath('services', locale), t('nav.services')),
    ],
  };
}
