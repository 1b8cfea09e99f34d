import { suggest } from '../../language/suggest.ts';
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
import type { Folder } from '../files.ts';

/** Something that a note can lead to: a notice, a page, or the standing questions. */
export interface Target {
  readonly kind: 'notice' | 'page' | 'faq';
  readonly id: string;
  /** Its folder, as a path from the current folder. */
  readonly folder: string;
  readonly path: (locale: Locale) => string;
  /** The address below the site of each anchor; nothing where this language has no words yet. */
  readonly anchors: (locale: Locale) => ReadonlyMap<string, string> | undefined;
}

export interface Targets {
  readonly byFolder: ReadonlyMap<string, Target>;
  readonly byId: ReadonlyMap<string, Target>;
  /** Whether a whole address is one of this site that leads to nothing. */
  readonly isOwnAstray?: (href: string) => boolean;
}

export function targetsOf(all: readonly Target[], settings?: OwnPlaces): Targets {
  return {
    ...(settings === undefined ? {} : { isOwnAstray: ownAstray(all, settings) }),
    byFolder: new Map(all.map((target) => [target.folder, target])),
    byId: new Map(all.map((target) => [`${target.kind}/${target.id}`, target])),
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

export type LinkResult =
  /** `inside` is the same in both languages: the folder and the anchor. */
  | { readonly address: string; readonly inside?: string }
  | {
      readonly rule: 'link/scheme' | 'link/broken';
      readonly variant?: string;
      /** What the writer may have meant. */
      readonly meant?: string;
    };

const outside = /^(?:https?|mailto|tel):/i;

/** Where a link of a note leads: outside, or to an address below `base` in the same language (contract 1). */
export function resolveLink(
  href: string,
  from: Target,
  locale: Locale,
  targets: Targets,
  base: string,
): LinkResult {
  if (href === '' || /^(?:mailto|tel):\s*$/i.test(href)) return { rule: 'link/broken', variant: 'empty' };
  if (outside.test(href)) {
    if (targets.isOwnAstray?.(href) === true) return { rule: 'link/broken', variant: 'absolute' };
    if (/^https?:/i.test(href) && !/^https?:\/\/[^/]/i.test(href))
      return { rule: 'link/broken', variant: 'url' };
    return URL.canParse(href) ? { address: href } : { rule: 'link/broken', variant: 'url' };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//') || href.startsWith('\\'))
    return { rule: 'link/scheme' };
  const hash = href.indexOf('#');
  const path = hash < 0 ? href : href.slice(0, hash);
  const fragment = hash < 0 ? undefined : href.slice(hash + 1);
  const target = path === '' ? from : targetAt(path, from, targets);
  if (target === undefined) return nowhere(path, targets);
  const inside = `${target.folder}#${fragment ?? ''}`;
  if (fragment === undefined) return { address: base + target.path(locale), inside };
  const anchors = target.anchors(locale);
  if (anchors === undefined) return { address: base + target.path(locale), inside };
  const address = anchors.get(fragment);
  if (address !== undefined) return { address: `${base}${address}#${fragment}`, inside };
  const meant = suggest(fragment, [...anchors.keys()]);
  return meant === undefined
    ? { rule: 'link/broken', variant: 'anchor' }
    : { rule: 'link/broken', variant: 'anchor.nearest', meant: `${path}#${meant}` };
}

/** Why a path leads to nothing: an address of the site, one without `https://` or `mailto:`, or a misspelt folder. */
function nowhere(path: string, { byId }: Targets): LinkResult {
  const broken = (variant: string, meant: string): LinkResult => ({ rule: 'link/broken', variant, meant });
  if (path.startsWith('/')) return { rule: 'link/broken', variant: 'absolute' };
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]+$/i.test(path)) return broken('meant', `mailto:${path}`);
  if (/^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:ca|com|org|net|quebec|info)(?:\/|$))/i.test(path))
    return broken('meant', `https://${path}`);
  const [, before = '', id = ''] = /^((?:\.\.\/)+(?:pages\/)?)([^/]+)\/?$/.exec(path) ?? [];
  const kind = before.endsWith('pages/') ? 'page/' : 'notice/';
  const ids = [...byId.keys()].filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length));
  const meant = id === '' ? undefined : suggest(id, ids);
  return meant === undefined ? { rule: 'link/broken' } : broken('meant', `${before}${meant}/`);
}

/** A path to a folder; or, from a notice in a folder of its own, the same words without counting the folders. */
function targetAt(path: string, from: Target, targets: Targets): Target | undefined {
  const steps = from.folder.split('/');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const exact = path.startsWith('/') ? undefined : targets.byFolder.get(steps.join('/'));
  if (exact !== undefined) return exact;
  const named = /^(?:\.\.\/)+(?:(pages)\/)?([a-z0-9-]+)\/?$/.exec(path);
  if (named === null) return undefined;
  if (named[1] === undefined && named[2] === 'faq') return targets.byId.get('faq/faq');
  return targets.byId.get(`${named[1] === undefined ? 'notice' : 'page'}/${named[2]}`);
}

/** Whether a file stands in a folder or below: `map.png`, `img/map.png`; never outside it. */
export function fileIn(folder: Folder, name: string): string | undefined {
  const steps = name.split('/').filter((step) => step !== '.');
  let at: Folder | undefined = folder;
  for (const step of steps.slice(0, -1)) {
    const path: string = `${at?.path}/${step}`;
    at = at?.folders.find((one) => one.path === path);
  }
  const last = steps.at(-1) ?? '';
  return at?.files.has(last) ? `${at.path}/${last}` : undefined;
}
