import { readsNotFoundRule } from '../model/hosts.ts';
import { homePath, notFoundPath } from '../model/urls.ts';
import { locales } from '../model/values.ts';
import type { Output, OutputContext } from './output.ts';

/** `_redirects`, as several hosts read it: former addresses, then for some the page for what is not found. */
export function redirects({ contexts: { site }, pages }: OutputContext): readonly Output[] {
  const moved = pages.flatMap((page) =>
    page.kind === 'redirect' ? [`${site.base}${page.path} ${page.view().href} 301\n`] : [],
  );
  const lost = locales.map(
    (locale) => `${site.base}${homePath(locale)}* ${site.base}${notFoundPath(locale)} 404\n`,
  );
  const rules = [...moved.sort(), ...(readsNotFoundRule(site.host) ? lost : [])];
  return [{ path: '_redirects', content: rules.join('') }];
}
