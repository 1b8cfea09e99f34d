import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { heavy } from './content/heavy.ts';
import { base, outcomeOf, spoilt } from './content/hostile.ts';
import { filledWith, naughty, strangers } from './content/naughty.ts';

/**
 * `node test/fuzz.ts 20000 [SEED]`: spoils the sound folder that many times, and says what must never be, what was
 * reported, and how long the slowest took; with `0`, the heavy ones and the naughty strings alone. The exit status is 1 where anything went wrong.
 */
const [runs = 20_000, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'meaculpa-fuzz-'));
cpSync(base, folder, { recursive: true });

const say = (line: string) => process.stdout.write(`${line}\n`);
const faults = new Map<string, number>();
const rules = new Map<string, number>();
const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
let slowest = { ms: 0, run: 0 };
let slow = 0;
let sites = 0;
let rendered = 0;
let run = 0;

for (const [name, files] of Object.entries(heavy)) {
  let outcome = outcomeOf(folder, files);
  if (outcome.ms > 1000) outcome = outcomeOf(folder, files);
  if (outcome.ms > 1000) slow += 1;
  say(`${String(Math.round(outcome.ms)).padStart(6)} ms  ${outcome.pages > 0 ? 'site' : '    '}  ${name}`);
  for (const fault of outcome.faults.slice(0, 3)) {
    say(`  ${fault.replaceAll(folder, '')}`);
    count(faults, fault);
  }
}

const words = filledWith('Plain words');
const twins = { plain: outcomeOf(folder, words.plain), marked: outcomeOf(folder, words.marked) };
for (const string of naughty) {
  for (const kind of ['plain', 'marked'] as const) {
    const outcome = outcomeOf(folder, filledWith(string)[kind]);
    for (const fault of [...outcome.faults, ...strangers(outcome, twins[kind], kind === 'marked')].slice(
      0,
      2,
    )) {
      say(`${kind} ${JSON.stringify(string).slice(0, 120)}: ${fault.replaceAll(folder, '')}`);
      count(faults, fault);
    }
  }
}
say(`${naughty.length} naughty strings`);

const started = performance.now();
for (let batch = 0; run < runs; batch += 1) {
  for (const files of fc.sample(spoilt, {
    numRuns: Math.min(500, runs - run),
    seed: seed * 100_000 + batch,
  })) {
    run += 1;
    let outcome = outcomeOf(folder, files);
    // A busy machine is not a slow program: what is slow is slow again.
    if (outcome.ms > 1000) outcome = outcomeOf(folder, files);
    if (outcome.ms > 1000) slow += 1;
    if (outcome.ms > slowest.ms) slowest = { ms: outcome.ms, run };
    if (outcome.pages > 0) sites += 1;
    rendered += outcome.pages;
    for (const rule of outcome.rules) count(rules, rule);
    for (const fault of outcome.faults) {
      const kind = fault.split('\n').slice(0, 3).join(' ').replaceAll(folder, '').replace(/\d+/g, 'N');
      if (!faults.has(kind) && faults.size < 50) {
        say(`run ${run}: ${fault.replaceAll(folder, '')}`);
        for (const [name, text] of files) say(`  ${name}: ${JSON.stringify(text).slice(0, 1500)}`);
      }
      count(faults, kind);
    }
  }
}
rmSync(folder, { recursive: true, force: true });

say(`${run} runs in ${Math.round((performance.now() - started) / 1000)} s, seed ${seed}`);
say(`${sites} sites, ${rendered} pages rendered`);
say(`slowest load ${Math.round(slowest.ms)} ms (run ${slowest.run}); over a second: ${slow}`);
say(`${[...rules.values()].reduce((sum, one) => sum + one, 0)} problems of ${rules.size} kinds`);
for (const [rule, times] of [...rules].sort(([, a], [, b]) => b - a)) say(`  ${times}  ${rule}`);
say(`faults: ${[...faults.values()].reduce((sum, one) => sum + one, 0)}`);
process.exitCode = faults.size > 0 || slow > 0 ? 1 : 0;
