// Finds pages by words, in the files that the program has listed them in: `site/build/search.ts` says what these hold.
import { wordsOf } from './search-words.js';

/** Words of less letters than this are meant as they stand: much begins with « h ». So are numbers of one figure. */
const shortest = 3;
const isShort = (word) => word.length < (/\d/.test(word) ? shortest - 1 : shortest);

/** How well a word does that is not the one sought: another form of it, or one that begins with it. */
const asForm = 0.8;
const asBeginning = 0.6;

/**
 * Endings of words, without accents, in the order in which they give way, each with what takes its place and the fewest
 * letters that may remain: the plural, then what makes another form of a word, then a last vowel.
 */
const endings = {
  fr: [
    [/(?<=e)aux$/, 'au', 4],
    [/aux$/, 'al', 4],
    [/ale(?=s?$)/, 'al', 4],
    [/[sx]$/, '', 4],
    [/(?:issement|ement|ment|ation|aient|ait|ai|ee|er|ez|ent|ir|it)$/, '', 4],
    [/(?:ie|i|e)$/, '', 4],
  ],
  en: [
    [/(?<=x|z|ch|sh|ss)es$/, '', 3],
    [/(?<!s|u|i|^new)s$/, '', 3],
    [/ation$/, '', 4],
    [/(?:(?<!^even)ing|ied|ed)$/, '', 3],
    [/(?:ie|y|e)$/, '', 3],
  ],
};

/** What the forms of a word have in common: « remboursements », « remboursé » and « rembourser » are `rembours`. */
export function stemOf(word, language) {
  if (/\d/.test(word)) return word;
  let stem = word;
  for (const [ending, instead, fewest] of endings[language]) {
    const other = stem.replace(ending, instead);
    if (other.length >= fewest) stem = other;
  }
  return stem.replace(/(?<=.{3})([^aeiou])\1$/, '$1');
}

/** How well a word stands for the one that is sought, from 0 to 1. */
export function likeness(word, sought, language) {
  if (word === sought) return 1;
  if (isShort(sought)) return 0;
  if (stemOf(word, language) === stemOf(sought, language)) return asForm;
  return word.startsWith(sought) ? asBeginning : 0;
}

/** What is sought, word by word: each as its parts and as a whole, `wi`, `fi` and `wifi`. */
export const termsOf = (query, language) =>
  query
    .split(/\s+/)
    .map((one) => wordsOf(one, language))
    .filter((words) => words.length > 0);

/** Opens the search of a language; `read` gives what a file of it holds, by its name: `fr`, `fr/0a1b2c3d4e5f`. */
export async function openSearch(language, read) {
  const { count, step, words, pages } = await read(language);
  const files = new Map();
  const file = (name) => {
    if (!files.has(name)) {
      const content = read(`${language}/${name}`);
      content.catch(() => files.delete(name));
      files.set(name, content);
    }
    return files.get(name);
  };

  /** The entries of all words that begin so; the list is cut into files, each known by its first word. */
  async function entriesFrom(beginning) {
    const chosen = words.filter(
      ([first], at) =>
        first <= `${beginning}\uffff` && (words[at + 1] === undefined || words[at + 1][0] > beginning),
    );
    const parts = await Promise.all(chosen.map(([, name]) => file(name)));
    return parts.flatMap((part) => Object.entries(part));
  }

  /** The pages that have what begins so, by their numbers, with what it counts for on each: `weigh` tells how well it does. */
  async function pagesWith(beginning, weigh) {
    const found = new Map();
    for (const [entry, places] of await entriesFrom(beginning)) {
      const weight = weigh(entry);
      if (weight === 0) continue;
      for (const [page, times] of placesIn(places)) {
        found.set(page, Math.max(found.get(page) ?? 0, (weight * times) / (times + 2)));
      }
    }
    return found;
  }

  // A list has a colon in its name, and no word has.
  const pagesInList = (list) => pagesWith(list, (entry) => Number(entry === list));
  const pagesWithWord = (word) => {
    // Forms differ in their last letters.
    const most = Math.max(shortest, stemOf(word, language).length - 2);
    return pagesWith(word.slice(0, most), (entry) =>
      entry.includes(':') ? 0 : likeness(entry, word, language),
    );
  };

  /** The pages that have what was typed between two spaces: the whole of it, or all of its parts. */
  async function pagesWithTerm(term) {
    const all = await Promise.all(term.map(pagesWithWord));
    if (all.length === 1) return all[0];
    const joined = all.pop();
    const both = new Map(joined);
    for (const [page, weight] of common(all))
      both.set(page, Math.max(both.get(page) ?? 0, weight / all.length));
    return both;
  }

  return {
    /** The numbers of the pages that have all words and stand in all of the chosen lists, the best and newest first. */
    async find(query, chosen) {
      const terms = termsOf(query, language);
      const lists = Object.entries(chosen).map(async ([name, values]) => {
        const some = await Promise.all(values.map((value) => pagesInList(`${name}:${value}`)));
        return new Map(some.flatMap((pages) => [...pages.keys()]).map((page) => [page, 0]));
      });
      const weighed = terms.map(async (term) => {
        const found = await pagesWithTerm(term);
        // A word that few pages have says more than one that all have.
        const rarity = Math.log(1 + count / Math.max(1, found.size));
        return new Map([...found].map(([page, weight]) => [page, weight * rarity]));
      });
      const found = common(await Promise.all([...lists, ...weighed]));
      return [...found].sort(([a, one], [b, other]) => other - one || b - a).map(([page]) => page);
    },
    /** What is to be said of a page: where it is, its title, its state, its date. */
    async page(number) {
      const [path, title, state, date] = (await file(pages[Math.floor(number / step)]))[number % step];
      return { path, title, state, date };
    },
  };
}

/** The pages that stand in each list, with the sum of what they count for. */
function common([first, ...others]) {
  const found = new Map();
  for (const [page, weight] of first ?? []) {
    if (others.some((other) => !other.has(page))) continue;
    found.set(page, weight + others.reduce((sum, other) => sum + other.get(page), 0));
  }
  return found;
}

/** `3 1a.2`: page 3, once; page 3 + 46, counted for two. In base 36, each by its distance to the one before. */
function* placesIn(written) {
  let page = 0;
  for (const place of written.split(' ')) {
    const [distance, times = '1'] = place.split('.');
    page += Number.parseInt(distance, 36);
    yield [page, Number.parseInt(times, 36)];
  }
}
