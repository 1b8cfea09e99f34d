import type { ForeignNotice, History } from './history.ts';
import type { ResolveLink } from './markup.ts';

/** Links of a text: to other notices by their folders; none to what is not here. */
export function linksIn(
  { url: home, notices }: History,
  ids: ReadonlyMap<string, string>,
  ownUrl: string | undefined,
): (notice: ForeignNotice) => ResolveLink {
  const own = ownUrl ?? home;
  const byPath = new Map(
    notices
      .filter(({ draft }) => draft !== true)
      .flatMap(({ id, paths }) => paths.map((path) => [bare(path), ids.get(id)] as const)),
  );
  return ({ paths: [path = '/'] }): ResolveLink =>
    (href) => {
      if (href.startsWith('#') || !URL.canParse(href, home === undefined ? undefined : home + path))
        return undefined;
      const to = new URL(href, home === undefined ? undefined : home + path);
      if (to.protocol === 'mailto:' || to.protocol === 'tel:')
        return to.pathname.trim() === '' ? undefined : href;
      if (to.protocol !== 'https:' && to.protocol !== 'http:') return undefined;
      if (home !== undefined && to.host === new URL(home).host) {
        const id = byPath.get(bare(to.pathname));
        if (id !== undefined) return `../${id}/`;
      }
      // An address of the site that is not there would be a broken one.
      if (own !== undefined && to.host === new URL(own).host && to.pathname !== '/') return undefined;
      return /^https?:\/\/[^/]/i.test(href) ? href : to.href;
    };
}

const bare = (path: string): string => path.toLowerCase().replace(/(?:index\.html)?\/*$/, '');
