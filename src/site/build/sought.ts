import { type Locale, locales } from '../../model/values.ts';
import { between, gap, plain, textOf, wordsOf } from '../../views/scripts/search-words.js';
import { apart } from '../apart.ts';

/** What the search knows of a page. */
export interface Sought {
  readonly locale: Locale;
  readonly title: string;
  readonly state: string;
  /** As it is said, and as it is sorted: `28 novembre 2026`, `2026-11-28`. */
  readonly date: string;
  readonly day: string;
  /** The lists that it can be narrowed to: `year:2026`, `service:letters`. */
  readonly lists: readonly string[];
  /**
   * Its words, each with what it counts for where that is more than one, in base 36: `panne.3 hier`. A text is taken out
   * of a cache in a tenth of the time of a list.
   */
  readonly words: string;
}

/** What a word counts for in a title, and the most that one can count for on a page. */
const inTitle = 8;
const most = 35;

/** What the search knows of a document of our templates; nothing of a page that is not to be found. */
export function soughtIn(document: string): Sought | undefined {
  const content = document.slice(document.indexOf('<main '), document.lastIndexOf('</main>'));
  const [main = ''] = /<main [^>]*>/.exec(content) ?? [];
  const lang = /<html lang="?([a-z]{2})/.exec(document)?.[1];
  const locale = locales.find((one) => one === lang);
  if (locale === undefined || !main.includes(' data-sought')) return undefined;
  const said = (name: string): string => valueIn(main, `data-${name}`);
  // A heading may rest on what stands around it: « Nos excuses » says nothing in a list.
  const title = valueIn(/<meta [^>]*og:title[^>]*>/.exec(document)?.[0] ?? '', 'content');
  const counts = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const word of wordsIn(text, locale))
      counts.set(word, Math.min(most, (counts.get(word) ?? 0) + weight));
  };
  count(title, inTitle);
  count(textOf(content), 1);
  // The names in its facts lead to it, though the facts are not quoted.
  const facts = content.match(/<dl class="?facts"?>.*?<\/dl>/gs)?.join('') ?? '';
  const names = new Set([...facts.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, name = '']) => textOf(name)));
  count([...names].join(between), 1);
  const day = said('day');
  const listed = (name: string, values: readonly string[]) =>
    values.filter((value) => value !== '').map((value) => `${name}:${value}`);
  return {
    locale,
    title,
    state: said('state'),
    date: said('date'),
    day,
    lists: [
      ...listed('year', [day.slice(0, 4)]),
      ...listed('service', said('services').split(' ')),
      ...listed('region', said('regions').split(' ')),
    ],
    words: [...counts].map(([word, times]) => (times > 1 ? `${word}.${times.toString(36)}` : word)).join(' '),
  };
}

/** What an attribute of a tag says: a team's own transform may have taken its quotation marks away. */
function valueIn(tag: string, name: string): string {
  const [, quoted, bare = ''] = new RegExp(` ${name}=(?:"([^"]*)"|([^\\s">]+))`).exec(tag) ?? [];
  return apart(plain(quoted ?? bare));
}

const known: Readonly<Record<Locale, Map<string, readonly string[]>>> = { en: new Map(), fr: new Map() };

/** The words of a text, in their order. A history says the same words over and over. */
function* wordsIn(text: string, locale: Locale): Iterable<string> {
  const words = known[locale];
  for (const written of text.split(gap)) {
    let found = words.get(written);
    if (found === undefined) {
      const own = apart(written);
      found = wordsOf(own, locale);
      words.set(own, found);
    }
    yield* found;
  }
}
