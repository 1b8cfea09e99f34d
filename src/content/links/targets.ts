import type { Settings } from '../../model/site.ts';
import {
  homePath,
  listPath,
  lists,
  notFound,
  notFoundPath,
  regionPath,
  root,
  servicePath,
} from '../../model/urls.ts';
import { type Locale, locales } from '../../model/values.ts';

/** Something that a text can link to: a notice, a page, or the standing questions. */
export interface Target {
  readonly kind: 'notice' | 'page' | 'faq';
  readonly id: string;
  /** Its folder, as a path from the current folder. */
  readonly folder: string;
  readonly path: (locale: Locale) => string;
  /** The address below the site of each anchor; `undefined` where this language has no words yet. */
  readonly anchors: (locale: Locale) => ReadonlyMap<string, string> | undefined;
}

/** Everything that a link can lead to. */
export interface Targets {
  readonly byFolder: ReadonlyMap<string, Target>;
  readonly byId: ReadonlyMap<string, Target>;
  /** Whether a whole address is one of this site that leads to nothing. */
  readonly isOwnAstray?: (href: string) => boolean;
  /** The whole address of a list of the site, by its name in either language: `credits`, `historique`. */
  readonly listNamed?: (name: string, locale: Locale) => string | undefined;
}

export function targetsOf(all: readonly Target[], settings?: OwnPlaces): Targets {
  return {
    ...(settings === undefined
      ? {}
      : { isOwnAstray: ownAstray(all, settings), listNamed: listNamed(settings) }),
    byFolder: new Map(all.map((target) => [target.folder, target])),
    byId: new Map(all.map((target) => [`${target.kind}/${target.id}`, target])),
  };
}

const listNamed =
  ({ url }: OwnPlaces) =>
  (name: string, locale: Locale): string | undefined => {
    const list = lists.find((one) => locales.some((other) => listPath(one, other).split('/')[2] === name));
    return list && url + listPath(list, locale);
  };

/** Thrown where it must be known what stands in the rest of the site. */
export class AsksTheRest extends Error {}

/** Targets before anything is read: of what stands outside the site, and in a text itself, nothing is asked. */
export function targetsUnread({ url }: Pick<Settings, 'url'>): Targets {
  const ask = (): never => {
    throw new AsksTheRest();
  };
  return {
    get byFolder() {
      return ask();
    },
    get byId() {
      return ask();
    },
    isOwnAstray: (href) => (href.startsWith(url) ? ask() : false),
  };
}

type OwnPlaces = Pick<Settings, 'url' | 'services' | 'regions'>;

/** Files that are there beside the pages. */
const files = [root, notFound, '/sitemap.xml', '/robots.txt', '/meaculpa.json', ...locales.map(notFoundPath)];

function ownAstray(all: readonly Target[], { url, services, regions }: OwnPlaces): (href: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  const addresses = () =>
    new Set([
      ...files,
      ...locales.flatMap((locale) => [
        homePath(locale),
        ...lists.map((list) => listPath(list, locale)),
        ...services.map((one) => servicePath(one, locale)),
        ...regions.map((one) => regionPath(one, locale)),
        ...all.flatMap((target) => [target.path(locale), ...(target.anchors(locale)?.values() ?? [])]),
      ]),
    ]);
  return (href) => {
    if (href !== url && !href.startsWith(`${url}/`)) return false;
    known ??= addresses();
    const path = href.slice(url.length).replace(/[?#].*$/s, '') || root;
    return !known.has(path) && !/^\/[a-z]{2}\/(?:history|historique)\/\d{4}\/$/.test(path);
  };
}
