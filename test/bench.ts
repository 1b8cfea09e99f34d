import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Incident, incidents, writeContent } from './bench/content.ts';
import { type Cost, cost, median, sizeOf } from './bench/measure.ts';
import { cstate, hugo, type Rival } from './bench/rivals.ts';
import { savedToShown } from './bench/serve.ts';
import { sharesOf } from './bench/stages.ts';

/**
 * `npm run bench -- 100 1000 [--runs 5] [--against hugo,cstate FOLDER]`: builds as many incidents (test/bench/content.ts)
 * cold, with nothing changed and with one update published (the second), and tells seconds on the wall and of the processors, the
 * memory of all processes, and, up to 1,000, how long `serve` takes to show an edit and where the time of a cold build goes.
 * `--against` builds the same incidents with Hugo and a bare bilingual theme (test/bench/hugo), and with cState's theme
 * from a folder. Medians of the runs.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' }, runs: { type: 'string', default: '1' } },
});
const program = join(import.meta.dirname, '..', 'src', 'cli', 'meaculpa.js');
const sizes = positionals.map(Number).filter((size) => size > 0);
const theme = positionals.find((one) => !(Number(one) > 0));
const names = values.against?.split(',') ?? [];
const rivals: readonly (readonly [string, Rival])[] = [
  ...(names.includes('hugo') ? [['Hugo', hugo] as const] : []),
  ...(names.includes('cstate') && theme !== undefined ? [['cState', cstate(theme)] as const] : []),
];
/** What an edit adds to the newest notice. */
const sentences = [
  ['en', 'We have called everyone back.'],
  ['fr', 'Nous avons rappelé tout le monde.'],
] as const;
/** A cold build of more is not run once more to see where its time goes, and not previewed. */
const mostProfiled = 1_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

for (const size of sizes.length > 0 ? sizes : [30, 100, 1_000, 5_000, 10_000]) await bench(size);

async function bench(size: number): Promise<void> {
  const all = incidents(size);
  const rounds: Awaited<ReturnType<typeof round>>[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) rounds.push(await round(all));
  const first = rounds[0];
  if (first === undefined) return;
  const of = (stage: keyof typeof first.costs, what: keyof Cost) =>
    median(rounds.map(({ costs }) => costs[stage][what]));
  const { pages, bytes } = first.size;
  say(`\n${size} incidents: ${pages} pages, ${megabytes(bytes)}, cache ${megabytes(first.cache)}`);
  const stages = ['cold', 'unchanged', 'update', 'check', 'check again'] as const;
  const rows = stages.map((stage) => [
    stage,
    {
      'wall s': round2(of(stage, 'wall')),
      'processor s': round2(of(stage, 'processor')),
      'ms a page': round2((of(stage, 'processor') / pages) * 1000),
      memory: megabytes(of(stage, 'memory')),
      'of cold': round2(of(stage, 'processor') / of('cold', 'processor')),
    },
  ]);
  console.table(Object.fromEntries(rows));
  const shares = [...first.shares].map(([stage, share]) => `${stage} ${Math.round(share * 100)} %`);
  if (shares.length > 0) say(`cold, in the main process: ${shares.join(', ')}`);
  const shown = rounds.flatMap((one) => one.shown ?? []);
  if (shown.length > 0) say(`serve: ${round2(median(shown))} s from saving a note to its page`);
  for (const [name] of rivals) {
    const theirs = rounds.flatMap(({ others }) => others.get(name) ?? []);
    const processor = median(theirs.map((one) => one.processor));
    const count = theirs[0]?.pages ?? 0;
    say(
      `${name}: ${round2(processor)} s of processor, ${round2(median(theirs.map(({ wall }) => wall)))} s, ` +
        `${megabytes(median(theirs.map(({ memory }) => memory)))}, ${count} pages. We take ` +
        `${round2(of('cold', 'processor') / processor)} of it cold (${round2(of('cold', 'processor') / pages / (processor / count))} ` +
        `a page), ${round2(of('update', 'processor') / processor)} for one update`,
    );
  }
}

async function round(all: readonly Incident[]) {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-bench-'));
  try {
    writeContent(join(folder, 'content'), all);
    const run = (...args: readonly string[]) =>
      cost([process.execPath, program, ...args, '--now', '2026-11-15 12:00'], folder);
    // What V8 compiled is kept from the first run on any machine.
    await cost([process.execPath, program, '--version'], folder);
    const check = await run('check');
    const cold = await run('build');
    const size = sizeOf(join(folder, '_site'));
    const unchanged = await run('build');
    // From the second update on, a former site stands by.
    change(join(folder, 'content'), all);
    await run('build');
    change(join(folder, 'content'), all);
    const update = await run('build');
    const cache = sizeOf(join(folder, '.cache')).bytes;
    change(join(folder, 'content'), all);
    const again = await run('check');
    const shown =
      all.length > mostProfiled
        ? undefined
        : await savedToShown(
            [process.execPath, program, 'serve', '--lang', 'en', '--port', '0', '--now', '2026-11-15 12:00'],
            folder,
            {
              path: `/en/incidents/${all.at(-1)?.id}/`,
              words: sentences[0][1],
              edit: () => change(join(folder, 'content'), all),
            },
          );
    const others = new Map<string, Awaited<ReturnType<Rival>>>();
    for (const [name, rival] of rivals)
      others.set(name, await rival(mkdtempSync(join(folder, 'rival-')), all));
    return {
      size,
      cache,
      shown,
      costs: { cold, unchanged, update, check, 'check again': again },
      shares: all.length > mostProfiled ? new Map<string, number>() : await profiled(folder),
      others,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One more sentence, in both languages, as when an update is published. */
function change(content: string, all: readonly Incident[]): void {
  const last = all.at(-1);
  if (last === undefined) return;
  const folder = join(content, 'incidents', last.times[0].slice(0, 4), last.id);
  for (const [locale, sentence] of sentences) {
    const file = join(folder, `${locale}.md`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/(### .*:\d\d\n\n)/, `$1${sentence} `));
  }
}

async function profiled(folder: string): Promise<ReadonlyMap<string, number>> {
  const profiles = join(folder, 'profiles');
  const options = ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const args = ['build', '--no-cache', '--output', '_profiled', '--now', '2026-11-15 12:00'];
  await cost([process.execPath, ...options, program, ...args], folder);
  const [name = ''] = readdirSync(profiles);
  return sharesOf(join(profiles, name));
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
