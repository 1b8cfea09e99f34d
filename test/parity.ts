/**
 * Measures what is told of pairs of texts whose contradictions are known: `npm run parity`. The pairs and their notation
 * are in `test/fixtures/notices/`; those of `held-out.txt` were never looked at while the program was tuned.
 */
import { readFileSync } from 'node:fs';
import { numberProblems } from '../src/checks/texts/parity.ts';
import { weekdayProblems } from '../src/checks/texts/weekdays.ts';
import { readNote } from '../src/content/document/document.ts';
import { placeIn } from '../src/content/files.ts';
import { type Target, targetsOf } from '../src/content/links/targets.ts';
import { bodyBlock } from '../src/content/notice/blocks.ts';
import { noticeFrontMatter } from '../src/content/schema/front-matter.ts';
import type { Problem } from '../src/model/problem.ts';
import { type Locale, locales } from '../src/model/values.ts';

/** A contradiction that is really in a pair: what each text has, nothing where it lacks it. */
export interface Wrong {
  readonly kind: string;
  readonly en: string;
  readonly fr: string;
}

export interface Pair {
  readonly title: string;
  readonly en: string;
  readonly fr: string;
  readonly day: string | undefined;
  readonly wrong: readonly Wrong[];
}

/** Reads a table of pairs. */
export function pairsIn(file: string): readonly Pair[] {
  const source = readFileSync(new URL(`fixtures/notices/${file}`, import.meta.url), 'utf8');
  return source
    .replace(/\n {4}/g, '\u0000')
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const lines = block.split('\n').map((line) => line.replaceAll('\u0000', '\n'));
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const wrong = lines.flatMap((line) => {
        const [, kind = '', en = '', fr = ''] = /^wrong (\w+): (.+) \| (.+)$/.exec(line) ?? [];
        return kind === '' ? [] : [{ kind, en: en === '-' ? '' : en, fr: fr === '-' ? '' : fr }];
      });
      const [title = ''] = lines;
      return { title, en: field('en') ?? '', fr: field('fr') ?? '', day: field('day'), wrong };
    });
}

const target: Target = {
  kind: 'notice',
  id: 'notice',
  folder: 'incidents/notice',
  path: () => '/',
  anchors: () => new Map(),
};

function blockOf(text: string, locale: Locale) {
  const problems: Problem[] = [];
  const source = { file: `${locale}.md`, text: `---\ntitle: X\nsummary: X\n---\n\n${text}\n` };
  const note = readNote(source, locale, noticeFrontMatter, problems);
  if (note === undefined) throw new Error(`not read: ${text}`);
  return bodyBlock(note, 'intro', note.body, placeIn(note.file, note.firstLine));
}

/** What `check` tells of two texts that stand for one another. */
export function told({ en, fr, day }: Pick<Pair, 'en' | 'fr' | 'day'>): readonly Problem[] {
  const blocks = { en: [blockOf(en, 'en')], fr: [blockOf(fr, 'fr')] };
  return [...numberProblems(blocks, target, targetsOf([target]), []), ...weekdayProblems(blocks, day)];
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2019', "'");

/** Whether a problem names what a label names. */
function isOf({ values, place }: Problem, { en, fr }: Wrong): boolean {
  const names = (said: unknown, label: string) => {
    const text = plain(String(said ?? ''));
    return text !== '' && label !== '' && (text.includes(plain(label)) || plain(label).includes(text));
  };
  return place.file === 'fr.md'
    ? names(values.found, fr) || names(values.theirs, en)
    : names(values.found, en) || names(values.theirs, fr);
}

/** How a table fares. */
export interface Measure {
  readonly real: number;
  readonly found: number;
  readonly told: number;
  readonly right: number;
  readonly byKind: ReadonlyMap<string, readonly [found: number, real: number]>;
  /** What was missed and what was wrongly told, a line each. */
  readonly faults: readonly string[];
}

export function measured(pairs: readonly Pair[]): Measure {
  const byKind = new Map<string, readonly [number, number]>();
  const faults: string[] = [];
  let [found, all, right] = [0, 0, 0];
  for (const pair of pairs) {
    const problems = told(pair);
    all += problems.length;
    for (const one of problems) {
      if (pair.wrong.some((label) => isOf(one, label))) right += 1;
      else faults.push(`wrongly told: ${pair.title}: ${one.rule} ${JSON.stringify(one.values)}`);
    }
    for (const label of pair.wrong) {
      const isFound = problems.some((one) => isOf(one, label));
      const [hits, real] = byKind.get(label.kind) ?? [0, 0];
      byKind.set(label.kind, [hits + Number(isFound), real + 1]);
      found += Number(isFound);
      if (!isFound) faults.push(`missed: ${pair.title}: ${label.kind} ${label.en} | ${label.fr}`);
    }
  }
  const real = pairs.reduce((sum, { wrong }) => sum + wrong.length, 0);
  return { real, found, told: all, right, byKind, faults };
}

/** One fact of a text changed: a pattern, and what stands in its place. */
type Change = readonly [kind: string, find: RegExp, set: (...found: string[]) => string];

const names = (words: string): readonly string[] => words.split(' ');
const following = (list: readonly string[], one: string): string =>
  list[(list.indexOf(one) + 1) % list.length] ?? '';
const more = (figure: string, by = 1): string => String(Number(figure) + by);
const turned = (pairs: string) => {
  const map = new Map(pairs.split(' ').map((pair) => pair.split('>') as [string, string]));
  return (found: string): string => map.get(found) ?? found;
};

function changesOf(locale: Locale): readonly Change[] {
  const fr = locale === 'fr';
  const months = names(
    fr
      ? 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'
      : 'January February March April May June July August September October November December',
  );
  const weekdays = names(
    fr
      ? 'lundi mardi mercredi jeudi vendredi samedi dimanche'
      : 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  );
  const words = names(
    fr ? 'deux trois quatre cinq six sept huit neuf dix' : 'two three four five six seven eight nine ten',
  );
  const month = `(?:${months.join('|')})`;
  const units = fr ? 'heures|minutes|jours|secondes' : 'hours|minutes|days|seconds';
  const noCount = fr
    ? `h|ou|et|à|au|HAE|HE|UTC|${units}|${months.map((name) => name.slice(0, 4)).join('|')}`
    : `a\\.m|p\\.m|or|and|to|ET|UTC|per|${units}|business|${month}`;
  const time = fr ? String.raw`\d{1,2} h(?: \d\d)?` : String.raw`\d{1,2}(?::\d\d)? [ap]\.m\.`;
  const half = '[ap]\\.m\\.';
  const grouped = fr ? String.raw`\d{2,3}(?: \d{3})?|\d{4,5}` : String.raw`\d{1,3}(?:,\d{3})|\d{2,3}`;
  return [
    [
      'hour',
      fr
        ? /(?<![\d:])(\d{1,2})(?= h(?![a-z]))/g
        : new RegExp(`(?<![\\d:])(\\d{1,2})(?=(?::\\d\\d)? ${half})`, 'g'),
      (hour) => (fr ? String((Number(hour) + 1) % 24) : String((Number(hour) % 12) + 1)),
    ],
    [
      'minute',
      fr ? /(?<=\d h )(\d\d)/g : new RegExp(`(?<=\\d:)(\\d\\d)(?= ${half})`, 'g'),
      (minute) => String((Number(minute) + 7) % 60).padStart(2, '0'),
    ],
    [
      'day',
      new RegExp(fr ? `(?<!\\d)(\\d{1,2})(?= ${month})` : `(?<=${month} )(\\d{1,2})(?!\\d)`, 'g'),
      (day) => String((Number(day) % 28) + 1),
    ],
    [
      'month',
      new RegExp(fr ? `(?<=\\d(?:er)? )${month}` : `${month}(?= \\d)`, 'g'),
      (name) => following(months, name),
    ],
    [
      'year',
      new RegExp(fr ? `(?<=${month} )(20\\d\\d)` : `(?<=${month} \\d{1,2},? )(20\\d\\d)`, 'g'),
      (year) => more(year),
    ],
    ['weekday', new RegExp(`\\b(?:${weekdays.join('|')})\\b`, 'g'), (day) => following(weekdays, day)],
    ['duration', new RegExp(`(?<![\\d,])(\\d{1,3})(?= (?:${units})\\b)`, 'g'), (count) => more(count, 2)],
    [
      'unit',
      new RegExp(`(?<=(?:\\d|deux|trois|cinq|six|two|three|five|six) )(?:${units})\\b`, 'g'),
      turned(
        fr
          ? 'heures>minutes minutes>heures jours>semaines secondes>minutes'
          : 'hours>minutes minutes>hours days>weeks seconds>minutes',
      ),
    ],
    [
      'zone',
      fr
        ? /(?<=\d \(?)(?:HAE|HAR|HE|HP|HA|HT|UTC)(?![A-Z])/g
        : /(?<=[\dm]\.? )(?:EDT|ET|PT|AT|NT|UTC)(?![A-Z])/g,
      turned('HAE>HNE HAR>HNR HE>HC HP>HR HA>HE HT>HA UTC>HNE EDT>EST ET>CT PT>MT AT>ET NT>AT'),
    ],
    [
      'count',
      new RegExp(
        `(?<![\\d,.:/-]|[\\d$] |\\$)(${grouped})(?= (?!(?:${noCount})(?![a-zé])|\\d|%|\\$)[a-zéà])`,
        'g',
      ),
      (count) => more(count.replace(/[ ,]/, '')),
    ],
    ['percentage', /(?<![\d.,])(\d+)(?= ?%)/g, (percent) => more(percent)],
    ['money', fr ? /(?<![\d,])(\d+)(?= \$)/g : /(?<=\$)(\d+)/g, (amount) => more(amount)],
    ['link', /https:\/\/([a-z.]+)\//g, () => 'https://ailleurs.example.net/'],
    [
      'range',
      new RegExp(`(de|entre|from|between) (${time}) (à|et|to|and) (${time})`, 'g'),
      (_, word = '', from = '', to = '', end = '') => `${word} ${end} ${to} ${from}`,
    ],
    [
      'word',
      new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?= [a-z])`, 'gu'),
      (word) => following(words, word),
    ],
  ];
}

/** Copies of the sound pairs with one fact of one text changed in each. */
export function mutations(pairs: readonly Pair[]): readonly (Pair & { readonly kind: string })[] {
  return pairs
    .filter(({ wrong }) => wrong.length === 0)
    .flatMap((pair) =>
      locales.flatMap((locale) =>
        changesOf(locale).flatMap(([kind, find, set]) =>
          [...pair[locale].matchAll(find)].flatMap((match) => {
            const text = pair[locale];
            const changed =
              text.slice(0, match.index) +
              set(...match.map(String)) +
              text.slice(match.index + match[0].length);
            return changed === text ? [] : [{ ...pair, [locale]: changed, kind }];
          }),
        ),
      ),
    );
}

/** By kind, the mutations of which something is told. */
export function heard(all: readonly (Pair & { readonly kind: string })[]) {
  const byKind = new Map<string, readonly [number, number]>();
  const silent: string[] = [];
  for (const one of all) {
    const [hits, count] = byKind.get(one.kind) ?? [0, 0];
    const isHeard = told(one).length > 0;
    byKind.set(one.kind, [hits + Number(isHeard), count + 1]);
    if (!isHeard) silent.push(`not heard: ${one.kind}: ${one.title}: ${one.en} | ${one.fr}`);
  }
  return { byKind, silent };
}

/** Milliseconds of processor time for each pair, the least of three readings. */
const costs = (pairs: readonly Pair[]): readonly number[] =>
  pairs.map((pair) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = process.cpuUsage();
        told(pair);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      }),
    ),
  );

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const share = (part: number, all: number): string =>
  `${part} of ${all} = ${all === 0 ? 100 : Math.round((1000 * part) / all) / 10} %`;

function print(title: string, pairs: readonly Pair[], withFaults: boolean): void {
  const { real, found, told: all, right, byKind, faults } = measured(pairs);
  const { byKind: kinds, silent } = heard(mutations(pairs));
  const [hits, count] = [...kinds.values()].reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  const cost = costs(pairs).toSorted((a, b) => a - b);
  const line = (map: ReadonlyMap<string, readonly [number, number]>) =>
    [...map].map(([kind, [a, b]]) => `${kind} ${a}/${b}`).join(', ');
  write(`${title}: ${pairs.length} pairs`);
  write(`  contradictions found: ${share(found, real)} (${line(byKind)})`);
  write(`  findings that are right: ${share(right, all)}`);
  write(`  mutations heard: ${share(hits, count)} (${line(kinds)})`);
  write(`  processor time a pair: median ${cost[cost.length >> 1]} ms, most ${cost.at(-1)} ms`);
  if (withFaults) for (const fault of [...faults, ...silent]) write(`  ${fault}`);
}

if (import.meta.main) {
  print('Tuned on', pairsIn('pairs.txt'), process.argv.includes('--faults'));
  if (process.argv.includes('--held-out'))
    print('Held out', pairsIn('held-out.txt'), process.argv.includes('--held-out-faults'));
}
