import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '..', 'src');

/** What each folder may import beside itself: data flows one way, from what is written to what is published. */
const floors: Readonly<Record<string, readonly string[]>> = {
  'index.ts': ['cli', 'site', 'language', 'model'],
  cli: ['site', 'notify', 'outputs', 'import', 'edit', 'checks', 'pages', 'content', 'language', 'model'],
  // What the search of a page and its index both call a word is a script of the page.
  site: ['outputs', 'edit', 'checks', 'pages', 'content', 'language', 'model', 'views'],
  notify: ['outputs', 'edit', 'checks', 'pages', 'content', 'language', 'model'],
  outputs: ['pages', 'language', 'model'],
  checks: ['content', 'language', 'model'],
  edit: ['content', 'language', 'model'],
  import: ['edit', 'content', 'language', 'model'],
  pages: ['language', 'model'],
  content: ['language', 'model'],
  language: ['model'],
  model: [],
};

/** Each third-party library lives in one folder; so does what reaches out of the program. */
const homes: Readonly<Record<string, readonly string[]>> = {
  // The plugin names what it configures.
  '@11ty/eleventy': ['site', 'cli'],
  '@11ty/eleventy-dev-server': ['site'],
  '@11ty/chokidar-with-glob-support': ['site'],
  nunjucks: ['site'],
  lightningcss: ['site'],
  i18next: ['language'],
  luxon: ['language'],
  'markdown-it': ['language'],
  'linkify-it': ['language'],
  '@resvg/resvg-wasm': ['outputs'],
  'opentype.js': ['outputs'],
  'fast-xml-builder': ['outputs'],
  'ical-generator': ['outputs'],
  yaml: ['content', 'edit', 'import'],
  zod: ['content', 'import', 'notify'],
  nodemailer: ['notify'],
  'n2words/en-CA': ['language'],
  'n2words/fr-FR': ['language'],
  hast: ['import'],
  'hast-util-from-html': ['import'],
  'hast-util-to-mdast': ['import'],
  'mdast-util-gfm-strikethrough': ['import'],
  'mdast-util-gfm-table': ['import'],
  'mdast-util-to-markdown': ['import'],
  'smol-toml': ['import'],
  'image-size': ['content'],
  saxes: ['content'],
  // The nearest name: of a key, and of a command.
  'fastest-levenshtein': ['language'],
  'node:child_process': ['cli'],
  'node:crypto': ['site', 'checks', 'outputs', 'notify'],
  'node:dns': ['cli'],
  'node:events': ['cli'],
  // The letters and the engine of the cards are read by those who draw with them.
  'node:fs': ['site', 'content', 'cli', 'outputs'],
  'node:http': ['site', 'cli'],
  'node:https': ['cli'],
  'node:module': ['cli'],
  'node:net': ['notify', 'cli'],
  'node:os': ['site', 'cli'],
  'node:path': ['site', 'cli'],
  'node:readline': ['cli'],
  'node:timers/promises': ['site', 'cli'],
  'node:url': ['outputs'],
  'node:util': ['cli'],
  // What is kept between runs; how the heap grows.
  'node:v8': ['site', 'cli'],
  // Cards are packed; pages are weighed.
  'node:worker_threads': ['site'],
  'node:zlib': ['outputs', 'site'],
};

/** Files outside `src/` that the program reads as data. */
const data = [
  ...['en', 'fr'].flatMap((locale) =>
    ['site', 'messages', 'problems', 'command', 'schema'].map((name) => `../locales/${locale}/${name}.json`),
  ),
  '../package.json',
];

interface File {
  readonly name: string;
  readonly folder: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const files: readonly File[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
  // The scripts of pages run in a reader's browser, not in the program.
  .filter((name) => !name.startsWith('views/') && !name.startsWith('starter/'))
  .map((name) => {
    const code = readFileSync(join(source, name), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    const imports = [...code.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()'([^']+)'/g)].map(
      ([, from = '']) => from,
    );
    return { name, folder: name.split('/')[0] ?? '', code, imports };
  });

/** Where a file may be found that has something: `cli/system.ts`, or a whole folder. */
const having = (what: RegExp): readonly string[] =>
  files.filter(({ code }) => what.test(code)).map(({ name }) => name);

test('every folder of code has its floor, and there is code to look at', () => {
  const folders = new Set(files.filter(({ name }) => name.endsWith('.ts')).map(({ folder }) => folder));
  expect([...folders].sort()).toEqual(Object.keys(floors).sort());
  expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(files.length);
});

test('the README draws each folder above all that it imports', () => {
  const readme = readFileSync(join(source, '../README.md'), 'utf8');
  const drawn = new Map(
    [...readme.matchAll(/^\| (\d) \| `src\/([a-z]+)\/` \|/gm)].map(([, floor, name = '']) => [
      name,
      Number(floor),
    ]),
  );
  const { 'index.ts': _public, ...folders } = floors;
  expect([...drawn.keys()].sort()).toEqual(Object.keys(folders).sort());
  const wrong = Object.entries(folders).flatMap(([name, below]) =>
    below.filter((one) => (drawn.get(one) ?? 0) >= (drawn.get(name) ?? 0)).map((one) => `${name} on ${one}`),
  );
  expect(wrong).toEqual([]);
});

describe('a file imports from its own folder and from those below', () => {
  test.each(Object.keys(floors))('%s', (floor) => {
    const wrong = files
      .filter(({ folder }) => folder === floor)
      .flatMap(({ name, imports }) =>
        imports
          .filter((from) => from.startsWith('.'))
          .map((from) => relative(source, join(source, dirname(name), from)))
          .filter((target) => ![floor, ...(floors[floor] ?? [])].includes(target.split('/')[0] ?? ''))
          .filter((target) => !data.includes(target))
          .map((target) => `${name} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});

test('no file leads back to itself through what it imports, also inside a folder', () => {
  const names = new Set(files.map(({ name }) => name));
  const targets = new Map(
    files.map(({ name, imports }) => [
      name,
      imports
        .filter((from) => from.startsWith('.'))
        .map((from) => relative(source, join(source, dirname(name), from)))
        .filter((target) => names.has(target)),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' → '));
    if (done.has(name) || path.includes(name)) return;
    for (const target of targets.get(name) ?? []) walk(target, [...path, name]);
    done.add(name);
  };
  for (const name of names) walk(name, []);
  expect(circles).toEqual([]);
});

test('each library has one home', () => {
  const wrong = files.flatMap(({ name, folder, imports }) =>
    imports
      .filter((from) => !from.startsWith('.'))
      .filter((from) => !homes[from]?.includes(folder))
      .map((from) => `${name} imports ${from}`),
  );
  expect(wrong).toEqual([]);
});

test('only what publishes, and what writes for a writer, writes to the disk', () => {
  const writing = having(
    /\b(?:writeFile|appendFile|mkdir|mkdtemp|rename|rm|cp|copyFile|unlink|symlink|open)Sync\b/,
  );
  expect(writing.filter((name) => !name.startsWith('site/'))).toEqual(['cli/ledger-file.ts']);
});

test('only the command reads the clock and the environment', () => {
  const reading = having(
    /\bprocess\.(?:env|argv|std(?:in|out|err))\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\./,
  );
  expect(reading.filter((name) => !name.startsWith('cli/'))).toEqual([]);
});

test('no order and no case of the machine’s language', () => {
  expect(having(/\.toLocale(?:Lower|Upper)Case\(\)|\.localeCompare\(|Intl\.\w+\(\)/)).toEqual([]);
});
