/**
 * Measures what is told of pairs of texts whose contradictions are known: `npm run parity`. The pairs and their notation
 * are in `test/fixtures/notices/`; those of `held-out.txt` and `other-trades.txt` were written before anything was mended by them.
 */
import { readFileSync } from 'node:fs';
import { numberProblems } from '../src/checks/texts/parity.ts';
import { weekdayProblems } from '../src/checks/texts/weekday.ts';
import { readDocument } from '../src/content/document/document.ts';
import { placeIn } from '../src/content/files.ts';
import { linksOf } from '../src/content/links/resolve.ts';
import { type Target, targetsOf } from '../src/content/links/targets.ts';
import { bodyBlock } from '../src/content/notice/blocks.ts';
import { noticeFrontMatter } from '../src/content/schema/front-matter.ts';
import type { Problem } from '../src/model/problem.ts';
import type { Locale } from '../src/model/values.ts';
import { type Mutation, mutations } from './mutations.ts';

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
  const source = { file: `${locale}.md`, text: `---\ntitle: X\nsummary: X\n---\n\n${text}\n` };
  const { value: document } = readDocument(source, locale, noticeFrontMatter);
  if (document === undefined) throw new Error(`not read: ${text}`);
  return bodyBlock(document, 'intro', document.body, placeIn(document.file, document.firstLine));
}

/** What `check` tells of two texts that stand for one another. */
export function told({ en, fr, day }: Pick<Pair, 'en' | 'fr' | 'day'>): readonly Problem[] {
  const blocks = { en: [blockOf(en, 'en')], fr: [blockOf(fr, 'fr')] };
  return [
    ...numberProblems(blocks, target, linksOf(targetsOf([target]), ''), []),
    ...weekdayProblems(blocks, day),
  ];
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

/** By kind, the mutations of which something is told. */
export function heard(all: readonly Mutation[]) {
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
  if (process.argv.includes('--held-out')) {
    const withFaults = process.argv.includes('--held-out-faults');
    print('Held out', pairsIn('held-out.txt'), withFaults);
    print('Of other trades', pairsIn('other-trades.txt'), withFaults);
  }
}
