import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { heavy } from './heavy.ts';
import { base, outcomeOf, spoilt } from './hostile.ts';

const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
cpSync(base, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the sound folder is rendered without a fault', () => {
  const { faults, rules, pages } = outcomeOf(folder, new Map());
  expect(faults).toEqual([]);
  expect(rules).toEqual([]);
  expect(pages).toBeGreaterThan(40);
});

/** The same with more runs: `node test/fuzz.ts 20000`. */
test('whatever is typed, there is a problem at its place with words, or a site without scripts', () => {
  fc.assert(
    fc.property(spoilt, (files) => {
      expect(outcomeOf(folder, files).faults).toEqual([]);
    }),
    { seed: 20240302, numRuns: 150, endOnFailure: true },
  );
}, 120_000);

/** Some of the heaviest; all of them are timed by `node test/fuzz.ts 0`. */
const some = [
  'brackets within brackets',
  'quotations within quotations',
  'a list on one line',
  'a bomb of aliases',
  'YAML brackets',
  'YAML dashes',
  'YAML indents',
  'a long time',
  'a heading of spaces and an id',
];

test.each(some)('%s', (name) => {
  const files = heavy[name];
  expect(files).toBeDefined();
  expect(outcomeOf(folder, files ?? new Map()).faults).toEqual([]);
});

test('a file that ends with its front matter has a place for what is missing below', () => {
  const text = '---\ntitle: Courriel Web fermé\nsummary: Nous remplaçons un serveur.\n---';
  const { faults, rules } = outcomeOf(folder, new Map([['maintenance/server-upgrade/fr.md', text]]));
  expect(faults).toEqual([]);
  expect(rules).toContain('parity/section.intro');
});
