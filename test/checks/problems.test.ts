import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../../src/content/files.ts';
import { catalogues } from '../../src/language/translate.ts';
import type { Problem } from '../../src/model/problem.ts';
import { locales } from '../../src/model/values.ts';
import { parseCases, ruleFiles, sourceOf } from '../problems/cases.ts';
import { base } from '../problems/changes.ts';
import { outcomeOf } from '../problems/outcome.ts';

const nameOf = ({ rule, variant }: Pick<Problem, 'rule' | 'variant'>): string =>
  variant === undefined ? rule : `${rule}.${variant}`;

const seen = new Set<string>();

test('the sound folder is silent, and a site comes out', () => {
  const { problems, site } = outcomeOf([]);
  expect(problems).toEqual([]);
  expect(site?.incidents).toHaveLength(1);
});

for (const rule of ruleFiles) {
  for (const { title, line, changes, reports } of parseCases(sourceOf(rule))) {
    test(`${rule}.md:${line} ${title}`, () => {
      const outcome = outcomeOf(changes);
      for (const one of outcome.problems) seen.add(nameOf(one));
      expect(outcome.problems.map((one) => one.rule)).toContain(rule);
      for (const locale of locales) expect(outcome.reports[locale]).toBe(reports[locale].text);
    });
  }
}

test('what cannot be read is told, whoever runs it', () => {
  const { value, problems } = readSource(base);
  expect(value).toBeUndefined();
  expect(problems.map(nameOf)).toEqual(['file/unreadable']);
  seen.add('file/unreadable');
});

/** Rules of prose, each with fixtures or tables of its own beside `test/language`, or that other commands report. */
const elsewhere =
  /^problem\.(?:apology|wording|typography|page|address|parity\/stale|glossary|host|notify|image\/(?:position|weight)|yaml\/value\.(?:environment|port))(?:[/.]|$)|^problem\.silenced/;

/** Sentences that no file can call up today: the last resort of a parser or a schema that changes. */
const lastResort = ['yaml/value.other'];

test('every sentence for content has a fixture, in both languages', () => {
  for (const locale of locales) {
    const sentences = Object.keys(catalogues[locale])
      .filter((key) => key.startsWith('problem.') && !key.endsWith('.hint') && !elsewhere.test(key))
      .map((key) => key.slice('problem.'.length));
    expect(sentences.filter((one) => !seen.has(one) && !lastResort.includes(one))).toEqual([]);
  }
});

/**
 * `problem('rule', …, 'variant')` and `refused('rule', 'variant', …)` as the sources write them. A variant that is worked
 * out (`${name}.empty`) is not read here: the test above has its sentence, and so its fixture.
 */
function combinations(): string[] {
  const folder = join(import.meta.dirname, '../../src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8').replace(/\s+/g, ' ');
      const made = source.matchAll(/\bproblem\( ?'([a-z-]+\/[a-z-]+)',([^;]{1,400});/g);
      const refused = source.matchAll(/\b(?:refused|suggesting)\( ?'([a-z-]+\/[a-z-]+)', '([a-z.-]+)'/g);
      return [
        ...[...made].map(([, rule = '', rest = '']) => {
          const variant = /, '([a-z][a-z.-]*)',? ?\)/.exec(rest)?.[1];
          return variant === undefined ? rule : `${rule}.${variant}`;
        }),
        ...[...refused].map(([, rule = '', variant = '']) => `${rule}.${variant}`),
      ];
    });
}

test('every rule that the sources name with its variant has words in both languages', () => {
  const found = [...new Set(combinations())];
  expect(found.length).toBeGreaterThan(50);
  for (const locale of locales) {
    const keys = Object.keys(catalogues[locale]);
    // A rule whose variant is worked out has a sentence for each variant and may have none of its own.
    const missing = found.filter(
      (one) => !keys.some((key) => key === `problem.${one}` || key.startsWith(`problem.${one}.`)),
    );
    expect(missing).toEqual([]);
  }
});

test('the French sentences are spaced and spelt as the OQLF has them', () => {
  for (const [key, words] of Object.entries(catalogues.fr)) {
    if (!key.startsWith('problem.')) continue;
    // U+00A0 before a colon and inside « », none before ; ! ?; the apostrophe is U+2019.
    expect(words, key).not.toMatch(/[a-zé»}] [:;?»]|« |[^\u00a0]»/);
    expect(words, key).not.toMatch(/\u00a0[;!?]/);
    expect(words, key).not.toMatch(/\p{L}'\p{L}/u);
  }
});
