import { type Place, type Problem, problem } from '../../model/problem.ts';
import { ownersByPath, type Promised } from '../../model/promised.ts';
import { listPath, namedAfter } from '../../model/urls.ts';
import { type Locale, locales } from '../../model/values.ts';

export const id = 'address/lost';

/** A text whose front matter may name former addresses, with those that it names. */
export interface Text {
  readonly place: Place;
  readonly aliases: readonly string[];
}

/** What may not be lost, and the `url` that feeds and calendars name it after. */
type Placed = Promised & { readonly url: string };

/** Where the content of this site stands. */
export interface Sources {
  /** `site.yml`. */
  readonly settings: Place;
  /** `url` and `host` in it. */
  readonly url: Place;
  readonly host: Place;
  /** The text of a notice, or of a page, by the id of its owner. */
  readonly text: (owner: string, locale: Locale) => Text | undefined;
}

/** What is published and would be lost if `next` took its place: addresses, entries of feeds, events of calendars. */
export function check(published: Placed, next: Placed, sources: Sources): readonly Problem[] {
  const [former, present] = [namedAfter(published.url), namedAfter(next.url)];
  const renamed = {
    feeds: (name: string) => present.entry + name.slice(former.entry.length),
    uids: (name: string) => name.slice(0, -former.event.length) + present.event,
  };
  const missing = (kind: 'feeds' | 'uids') => {
    const kept = new Set(next[kind]);
    return Object.groupBy(
      published[kind].filter((found) => !kept.has(found)),
      (found) => (kept.has(renamed[kind](found)) ? 'moved' : 'gone'),
    );
  };
  const [entries, events] = [missing('feeds'), missing('uids')];
  const hasMoved = entries.moved !== undefined || events.moved !== undefined;
  const gone = (found: string, variant: string) =>
    problem('address/lost', sources.settings, { found }, variant);
  return [
    ...lostAddresses(published, next, sources),
    ...(hasMoved
      ? [problem('address/lost', sources.url, { found: published.url, url: next.url }, 'url')]
      : []),
    ...(entries.gone ?? []).map((found) => gone(found, 'feed')),
    ...(events.gone ?? []).map((found) => gone(found, 'uid')),
  ];
}

function lostAddresses(published: Promised, next: Promised, sources: Sources): readonly Problem[] {
  const kept = new Set(next.addresses);
  const owners = ownersByPath(published.owners);
  const nowOf = new Map(next.owners.map((owner) => [owner.id, owner]));
  const lost = published.addresses.filter(
    (path) => !kept.has(path) && (owners.has(path) || !continues(path, kept)),
  );
  const gone = new Set(lost);

  /** Where the notice or page of an address stands now. */
  const textOf = (path: string) => {
    const [owner, locale] = owners.get(path) ?? [];
    if (owner === undefined || locale === undefined) return undefined;
    const text = sources.text(owner.id, locale);
    const present = nowOf.get(owner.id)?.[locale][0];
    const isSame = (one: string) => owners.get(one)?.[0] === owner && owners.get(one)?.[1] === locale;
    return text === undefined || present === undefined ? undefined : { ...text, present, isSame };
  };
  /** A former address brings along what stands below it. */
  const isBrought = (path: string) => {
    const parent = above(path);
    if (!gone.has(parent)) return false;
    const text = textOf(parent);
    return text === undefined || kept.has(text.present + path.slice(parent.length));
  };
  const wanted = lost.filter((path) => !isBrought(path));
  return wanted.map((path) => {
    const text = textOf(path);
    if (text === undefined) return problem('address/lost', sources.settings, { path }, variantOf(path));
    const parent = above(text.present);
    const asAlias = (one: string) => (above(one) === parent ? one.slice(parent.length, -1) : one);
    const together = wanted.filter((one) => one === path || text.isSame(one));
    const aliases = [...new Set([...text.aliases, ...together.map(asAlias)])].join(', ');
    return problem('address/lost', text.place, { path, aliases }, 'text');
  });
}

/** `/en/incidents/x/` of `/en/incidents/x/apology/`. */
const above = (path: string): string => path.replace(/[^/]+\/?$/, '');

/** The second page of a list and those after it come and go with what is on it; a year has four digits. */
const continues = (path: string, kept: ReadonlySet<string>): boolean =>
  /\/\d{1,3}\/$/.test(path) && kept.has(above(path));

const variantOf = (path: string): string =>
  locales.some((locale) =>
    (['services', 'regions'] as const).some((list) => path.startsWith(listPath(list, locale))),
  )
    ? 'settings'
    : 'gone';
