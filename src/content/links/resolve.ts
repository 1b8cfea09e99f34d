import { suggest } from '../../language/suggest.ts';
import { type Fault, fault } from '../../model/problem.ts';
import type { Locale } from '../../model/values.ts';
import { decoded, isOnDisk } from './files.ts';
import type { Target, Targets } from './targets.ts';

/** Where a link leads; `inside` is the same in both languages: the folder and the anchor. */
interface Link {
  readonly address: string;
  readonly inside?: string;
}

/** The links of a site, each resolved once for each language and folder that it stands in. */
export interface Links {
  readonly resolve: (href: string, from: Target, locale: Locale) => Link | Fault;
}

export function linksOf(targets: Targets, base: string, resolve = resolveLink): Links {
  const known = new Map<string, Link | Fault>();
  return {
    resolve: (href, from, locale) => {
      const key = `${locale} ${from.folder} ${href}`;
      const link = known.get(key) ?? resolve(href, from, locale, targets, base);
      known.set(key, link);
      return link;
    },
  };
}

const outside = /^(?:https?|mailto|tel):/i;

/** Where a link of a text leads: outside, or to an address below `base` in the same language. */
export function resolveLink(
  href: string,
  from: Target,
  locale: Locale,
  targets: Targets,
  base: string,
): Link | Fault {
  if (href === '' || /^(?:mailto|tel):\s*$/i.test(href)) return broken(href, 'empty');
  if (outside.test(href)) {
    if (targets.isOwnAstray?.(href) === true) return broken(href, 'absolute');
    if (/^https?:/i.test(href) && !/^https?:\/\/[^/]/i.test(href)) return broken(href, 'url');
    return URL.canParse(href) ? { address: href } : broken(href, 'url');
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//') || href.startsWith('\\'))
    return fault(
      'link/scheme',
      { found: decoded(href), meant: '' },
      isOnDisk(decoded(href)) ? 'disk' : undefined,
    );
  const hash = href.indexOf('#');
  const path = hash < 0 ? href : href.slice(0, hash);
  const fragment = hash < 0 ? undefined : href.slice(hash + 1);
  const target = path === '' ? from : targetAt(path, from, targets);
  if (target === undefined) return nowhere(href, path, locale, targets);
  const inside = `${target.folder}#${fragment ?? ''}`;
  if (fragment === undefined) return { address: base + target.path(locale), inside };
  const anchors = target.anchors(locale);
  if (anchors === undefined) return { address: base + target.path(locale), inside };
  const address = anchors.get(fragment);
  if (address !== undefined) return { address: `${base}${address}#${fragment}`, inside };
  const meant = suggest(fragment, [...anchors.keys()]);
  return meant === undefined
    ? broken(`#${fragment}`, 'anchor')
    : broken(`#${fragment}`, 'anchor.nearest', `${path}#${meant}`);
}

const broken = (href: string, variant?: string, meant = ''): Fault => {
  const written = decoded(href);
  const found = variant?.startsWith('anchor') ? written.slice(1) : written;
  return fault('link/broken', { found, meant }, variant);
};

/** What cannot be linked beside a text: only images are published with it. */
const documents: ReadonlySet<string> = new Set(
  'pdf doc docx odt rtf txt md xls xlsx ods csv ppt pptx zip html htm png jpg jpeg webp avif gif svg heic mp4 mov'.split(
    ' ',
  ),
);

/** Why a path leads to nothing: an address of the site, one without `https://` or `mailto:`, or a misspelt folder. */
function nowhere(href: string, path: string, locale: Locale, { byId, listNamed }: Targets): Fault {
  if (isOnDisk(decoded(href))) return fault('link/scheme', { found: decoded(href), meant: '' }, 'disk');
  const list = listNamed?.(
    /^(?:(?:\.{1,2}\/)*|\/(?:(?:en|fr)\/)?)([a-z]+)\/?$/i.exec(path)?.[1] ?? '',
    locale,
  );
  if (list !== undefined) return broken(href, 'list', list);
  if (path.startsWith('/')) return broken(href, 'absolute');
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]+$/i.test(path)) return broken(href, 'meant', `mailto:${path}`);
  const text = /^((?:\.{1,2}\/)+(?:[\w-]+\/)*)(?:en|fr|index)(?:\.md|\.html?)?$/.exec(path)?.[1];
  if (text !== undefined) return broken(href, 'meant', text);
  const document = /[^/]\.([a-z0-9]{2,5})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (documents.has(document)) return broken(href, 'file');
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:[/?:]|$)/i.test(path))
    return broken(href, 'meant', `https://${href}`);
  const [, before = '', id = ''] = /^((?:\.\.\/)+(?:pages\/)?)([^/]+)\/?$/.exec(path) ?? [];
  const kind = before.endsWith('pages/') ? 'page/' : 'notice/';
  const ids = [...byId.keys()].filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length));
  const meant = id === '' ? undefined : suggest(id, ids);
  return meant === undefined ? broken(href) : broken(href, 'meant', `${before}${meant}/`);
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
