import { createHash } from 'node:crypto';
import { compareText } from '../../model/problem.ts';
import { outputOf, searchFolder, searchParts, searchScript } from '../../model/urls.ts';
import { type Locale, locales, perLocale } from '../../model/values.ts';
import type { Output } from '../../outputs/output.ts';
import { apart } from '../apart.ts';
import type { Sought } from './sought.ts';
import { readView } from './views.ts';

/** How many pages a file names, and how much a file of words holds, in signs: what a reader loads for one result or word. */
const step = 100;
const mostInFile = 24_000;

/** Collects what is to be found, page by page, and then gives the files of the search. */
export interface Search {
  /** `path` is its address, without the site's base. */
  readonly add: (path: string, sought: Sought) => void;
  /**
   * Of each language `<locale>.json` names all other files: those of pages hold `[path, title, state, date]` of each, the
   * oldest first; those of words, and of the lists that a search can be narrowed to, hold the numbers of the pages that
   * have them, as `search-index.js` reads them. The same pages give the same bytes, in whatever order they came.
   */
  readonly files: () => readonly Output[];
}

export function searchOf(): Search {
  const indexes = perLocale(() => indexOf());
  return {
    add: (path, sought) => indexes[sought.locale].add(path, sought),
    files: () => [
      ...[searchScript, ...searchParts].map((path) => ({
        path: outputOf(path),
        content: readView(`scripts/${path.slice(path.lastIndexOf('/') + 1)}`),
      })),
      ...locales.flatMap((locale) => indexes[locale].files(locale)),
    ],
  };
}

/** A page, and how many came before it. */
interface Row extends Pick<Sought, 'title' | 'state' | 'date' | 'day'> {
  readonly came: number;
  readonly path: string;
}

/** What a word counts for is below this. */
const base = 36;

/** How many places are held as they come: packed, they take half the memory. */
const mostLoose = 1_024;

function indexOf() {
  const pages: Row[] = [];
  /** Of each word the pages that have it, in the order in which they came, with what it counts for in the last digit. */
  const places = new Map<string, number[]>();
  /** The earlier places of a word that has many. */
  const packed = new Map<string, Uint32Array[]>();
  const put = (word: string, place: number) => {
    const own = places.get(word);
    if (own === undefined) places.set(apart(word), [place]);
    else own.push(place);
    if (own?.length !== mostLoose) return;
    packed.set(apart(word), [...(packed.get(word) ?? []), Uint32Array.from(own)]);
    own.length = 0;
  };
  return {
    add(path: string, { words, lists, title, state, date, day }: Sought): void {
      const came = pages.length;
      pages.push({ came, path, title, state, date, day });
      for (const list of lists) put(list, came * base + 1);
      for (const written of words === '' ? [] : words.split(' ')) {
        const dot = written.indexOf('.');
        if (dot < 0) put(written, came * base + 1);
        else put(written.slice(0, dot), came * base + Number.parseInt(written.slice(dot + 1), base));
      }
    },
    files(locale: Locale): readonly Output[] {
      const sorted = pages.toSorted((a, b) => compareText(a.day, b.day) || compareText(a.path, b.path));
      const numbers = new Uint32Array(pages.length);
      for (const [number, { came }] of sorted.entries()) numbers[came] = number;
      const inOrder = (word: string, loose: readonly number[]): Uint32Array =>
        Uint32Array.from([...(packed.get(word) ?? []).flatMap((some) => [...some]), ...loose], (place) => {
          const count = place % base;
          return (numbers[(place - count) / base] ?? 0) * base + count;
        }).sort();
      const files: Output[] = [];
      const keep = (content: string): string => {
        const name = createHash('sha256').update(content).digest('hex').slice(0, 12);
        files.push({ path: outputOf(`${searchFolder}${locale}/${name}.json`), content });
        return name;
      };
      const named: string[] = [];
      for (let at = 0; at < sorted.length; at += step) {
        const rows = sorted
          .slice(at, at + step)
          .map(({ path, title, state, date }) => JSON.stringify([path, title, state, date]));
        named.push(keep(`[\n${rows.join(',\n')}\n]\n`));
      }
      const words: (readonly [first: string, name: string])[] = [];
      let part: string[] = [];
      let first = '';
      let size = 0;
      const end = () => {
        if (part.length > 0) words.push([first, keep(`{\n${part.join(',\n')}\n}\n`)]);
        part = [];
        size = 0;
      };
      for (const [word, loose] of [...places].sort(([a], [b]) => compareText(a, b))) {
        const entry = `${JSON.stringify(word)}:"${placesText(inOrder(word, loose))}"`;
        if (size + entry.length > mostInFile) end();
        if (part.length === 0) first = word;
        part.push(entry);
        size += entry.length;
      }
      end();
      const list = JSON.stringify({ count: pages.length, step, pages: named, words });
      return [{ path: outputOf(`${searchFolder}${locale}.json`), content: `${list}\n` }, ...files];
    },
  };
}

/** Pages in their order, each by its distance to the one before, and what a word counts for where that is more than one. */
function placesText(places: Uint32Array): string {
  let before = 0;
  let text = '';
  for (const place of places) {
    const count = place % base;
    const number = (place - count) / base;
    text += `${text === '' ? '' : ' '}${(number - before).toString(base)}`;
    if (count > 1) text += `.${count.toString(base)}`;
    before = number;
  }
  return text;
}
