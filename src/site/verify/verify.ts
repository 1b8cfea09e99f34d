import { searchScript, timesScript } from '../../model/urls.ts';
import type { Page } from '../../pages/page.ts';
import type { PageInspection } from './inspect-html.ts';

/** Something that no build may publish: a fault of the program, not of the content. */
interface Violation {
  readonly check: string;
  readonly path: string;
  readonly found: string;
}

type PageInfo = Omit<Page, 'view'>;

const isDocument = ({ kind }: PageInfo): boolean => kind !== 'redirect';
const isOneLanguage = (leaf: PageInfo): boolean => isDocument(leaf) && leaf.locale !== 'both';

/** What must hold of each page alone. A check says what it found, or nothing. */
const pageChecks: Readonly<
  Record<string, (leaf: PageInfo, seen: PageInspection, site: Place) => string | undefined>
> = {
  'one h1': (leaf, { headings }) => (isDocument(leaf) && headings !== 1 ? `${headings}` : undefined),
  'a title': (_leaf, { title }) => (title === '' ? 'none' : undefined),
  'the language': ({ locale }, { lang }) =>
    locale !== 'both' && lang !== `${locale}-CA` ? `lang="${lang}"` : undefined,
  'one toggle': (leaf, { toggles }, { base }) => {
    if (!isOneLanguage(leaf)) return undefined;
    const right = toggles.length === 1 && toggles[0] === base + (leaf.counterpart ?? '');
    return right ? undefined : toggles.join(' ') || 'none';
  },
  'no canonical of another': (leaf, { canonical }, { url }) =>
    isDocument(leaf) && canonical !== undefined && canonical !== url + leaf.path ? canonical : undefined,
  'each id once': (_leaf, { ids }) => {
    const once = new Set<string>();
    return ids.find((id) => once.size === once.add(id).size);
  },
  'nothing active': (_leaf, { active }) => active.join(' ') || undefined,
  'no script but ours': ({ kind }, { scripts }, { base }) =>
    scripts.find(
      (script) => script !== base + timesScript && (kind !== 'search' || script !== base + searchScript),
    ),
};

interface Place {
  /** `https://example.ca/avis`, and its path: `/avis`. */
  readonly url: string;
  readonly base: string;
}

/** Collects what the pages say while they are written, and then tells what does not hold between them. */
interface Verifier {
  readonly add: (page: PageInfo, seen: PageInspection) => void;
  /** The styles of the page at a path, as the content policy names them. */
  readonly styles: (path: string) => readonly string[];
  /** `files` are those of the site: `en/index.html`, `images/x/map.png`. */
  readonly violations: (files: ReadonlySet<string>) => readonly Violation[];
}

export function verifierOf({ url, base }: Place): Verifier {
  const violations: Violation[] = [];
  const titles = new Map<string, string>();
  const anchors = new Map<string, string>();
  /** Address, with its fragment, and one page that leads there. */
  const targets = new Map<string, string>();
  /** Of each page, as one text: there are many. */
  const alternates = new Map<string, string>();
  const styles = new Map<string, readonly string[]>();

  const below = (address: string): string | undefined => {
    const path = address.startsWith(`${url}/`) ? address.slice(url.length - base.length) : address;
    if (!path.startsWith('/') || path.startsWith('//')) return undefined;
    return path.startsWith(`${base}/`) ? path.slice(base.length) : `outside ${path}`;
  };

  return {
    add(page, seen) {
      const { path } = page;
      for (const [check, holds] of Object.entries(pageChecks)) {
        const found = holds(page, seen, { url, base });
        if (found !== undefined) violations.push({ check, path, found });
      }
      if (anchors.has(path)) violations.push({ check: 'one page to an address', path, found: page.kind });
      anchors.set(path, ` ${seen.ids.join(' ')} `);
      if (isDocument(page)) {
        const other = titles.get(seen.title);
        if (other !== undefined) violations.push({ check: 'a title of its own', path, found: other });
        titles.set(seen.title, path);
      }
      if (seen.alternates.size > 0)
        alternates.set(path, [...seen.alternates].map((one) => one.join(' ')).join('\n'));
      styles.set(path, seen.styles);
      for (const link of seen.links) {
        // What leads to the page itself is known at once: it need not be held.
        if (link.startsWith('#') && seen.ids.includes(decodeURI(link.slice(1)))) continue;
        // Whole addresses are looked at while the content is checked; here, what the program wrote.
        const target = link.startsWith('#') ? path + link : link.startsWith('/') ? below(link) : undefined;
        if (target !== undefined && !targets.has(target)) targets.set(target, path);
      }
    },
    styles: (path) => styles.get(path) ?? [],
    violations(files) {
      return [
        ...violations,
        ...brokenLinks(targets, anchors, files),
        ...oneSided(alternates, (address) => below(address) ?? address),
      ];
    },
  };
}

function* brokenLinks(
  targets: ReadonlyMap<string, string>,
  anchors: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
): Iterable<Violation> {
  for (const [target, path] of targets) {
    const [address = '', fragment] = target.split('#');
    const ids = anchors.get(address);
    if (ids === undefined && !files.has(decodeURI(address).slice(1))) {
      yield { check: 'links lead somewhere', path, found: target };
    } else if (fragment !== undefined && fragment !== '' && !ids?.includes(` ${decodeURI(fragment)} `)) {
      yield { check: 'fragments lead somewhere', path, found: target };
    }
  }
}

/** hreflang: each page names itself, the door as `x-default`; and a language's page that it names, names it back. */
function* oneSided(
  alternates: ReadonlyMap<string, string>,
  below: (address: string) => string,
): Iterable<Violation> {
  const namedBy = (path: string) =>
    (alternates.get(path)?.split('\n') ?? []).map((one) => {
      const [hreflang = '', href = ''] = one.split(' ');
      return { hreflang, page: below(href) };
    });
  const names = (path: string, other: string) => namedBy(path).some(({ page }) => page === other);
  for (const path of alternates.keys()) {
    const versions = namedBy(path).filter(({ hreflang }) => hreflang !== 'x-default');
    const lone = versions.find(({ page }) => !names(page, path))?.page;
    const found = names(path, path) ? lone : 'not itself';
    if (found !== undefined) yield { check: 'hreflang both ways', path, found };
  }
}

/** What was written breaks a promise that every page makes: a fault of the program. */
export class FaultySite extends Error {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const told = violations.slice(0, 20).map(({ check, path, found }) => `${check}: ${path}: ${found}`);
    super([`${violations.length} broken promises`, ...told].join('\n'));
    this.violations = violations;
  }
}
