import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSource } from '../../src/content/files.ts';
import { problemWords } from '../../src/language/problem-text.ts';
import { catalogues } from '../../src/language/translate.ts';
import type { Problem } from '../../src/model/problem.ts';
import { type Locale, locales } from '../../src/model/values.ts';
import { load } from '../../src/site/load.ts';
import { now } from './folder.ts';

/**
 * Each case is a folder `problems/<rule>/<case>/`: the files that differ from the sound folder `problems/base/`, in
 * `changes.txt` what files alone cannot say, and in `report.en.txt` and `report.fr.txt` what the writer is told.
 */
const root = join(import.meta.dirname, '../fixtures/problems');
const base = join(root, 'base');

const cases = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('report.en.txt'))
  .map((path) => path.slice(0, -'/report.en.txt'.length))
  .sort();

/** `changes.txt`, line by line: `remove PATH`, `fill PATH MEGABYTES`, `forbid PATH`. */
const changes: Readonly<Record<string, (path: string, size: number) => void>> = {
  remove: (path) => rmSync(path, { recursive: true }),
  fill: (path, size) => truncateSync(path, size * 1024 * 1024),
  forbid: (path) => chmodSync(path, 0),
};

function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(base, folder, { recursive: true });
  if (name === '') return folder;
  cpSync(join(root, name), folder, { recursive: true });
  const own = readdirSync(folder);
  const lines = own.includes('changes.txt')
    ? readFileSync(join(folder, 'changes.txt'), 'utf8').trim().split('\n')
    : [];
  for (const file of ['changes.txt', 'report.en.txt', 'report.fr.txt'])
    rmSync(join(folder, file), { force: true });
  for (const line of lines) {
    const [what = '', path = '', size = '0'] = line.split(' ');
    changes[what]?.(join(folder, path), Number(size));
  }
  return folder;
}

/** What a writer is told, in the form of contract 2, with paths below the content folder. */
function reportOf(problems: readonly Problem[], folder: string, locale: Locale): string {
  const lines = problems.flatMap((one) => {
    const { file, line, column } = one.place;
    const { message, hint } = problemWords(one, locale);
    const first = `${file}:${line}:${column}  ${one.severity}  ${one.rule}  ${message}`;
    return hint === undefined ? [first] : [first, `  ${hint}`];
  });
  return lines.map((line) => `${line.replaceAll(`${folder}/`, '').replaceAll(folder, '.')}\n`).join('');
}

const nameOf = ({ rule, variant }: Pick<Problem, 'rule' | 'variant'>): string =>
  variant === undefined ? rule : `${rule}.${variant}`;

const seen = new Set<string>();

test('the sound folder is silent, and a site comes out', () => {
  const { problems, site } = load(folderOf(''), () => now);
  expect(problems).toEqual([]);
  expect(site?.incidents).toHaveLength(1);
});

/** For the superuser no file is unreadable: what is forbidden is read as nobody then. */
function asReader<T>(folder: string, read: () => T): T {
  if (process.getuid?.() !== 0) return read();
  chmodSync(folder, 0o755);
  process.seteuid?.(65_534);
  try {
    return read();
  } finally {
    process.seteuid?.(0);
  }
}

for (const name of cases) {
  test(name, () => {
    const folder = folderOf(name);
    const { problems } = asReader(folder, () => load(folder, () => now));
    for (const one of problems) seen.add(nameOf(one));
    expect(problems.map(({ rule }) => rule)).toContain(name.split('/').slice(0, 2).join('/'));
    for (const locale of locales) {
      const expected = readFileSync(join(root, name, `report.${locale}.txt`), 'utf8');
      expect(reportOf(problems, folder, locale)).toBe(expected);
    }
  });
}

test('what cannot be read is told, whoever runs it', () => {
  const { value, problems } = readSource(base);
  expect(value).toBeUndefined();
  expect(problems.map(nameOf)).toEqual(['file/unreadable']);
  seen.add('file/unreadable');
});

/** Rules of prose, each with fixtures or tables of its own beside `test/language`, or that other commands report. */
const elsewhere =
  /^problem\.(?:apology|wording|typography|page|address|parity\/stale|glossary|host)(?:[/.]|$)|^problem\.silenced/;

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
