import { homePath, notFoundPath } from '../model/urls.ts';
import { locales } from '../model/values.ts';
import type { Output, OutputContext } from './output.ts';

/** Where a redirect leads, with the base: what its page shows as its link. */
function targetOf(view: object): string {
  if ('href' in view && typeof view.href === 'string') return view.href;
  throw new Error('a redirect without a target');
}

/** `_redirects`, as Netlify and Cloudflare Pages read it: former addresses, then the page for what is not found. */
export function redirects({ contexts: { site }, pages }: OutputContext): readonly Output[] {
  const moved = pages
    .filter(({ kind }) => kind === 'redirect')
    .map(({ path, view }) => `${site.base}${path} ${targetOf(view())} 301\n`);
  const lost = locales.map(
    (locale) => `${site.base}${homePath(locale)}* ${site.base}${notFoundPath(locale)} 404\n`,
  );
  return [{ path: '_redirects', content: [...moved.sort(), ...lost].join('') }];
}
