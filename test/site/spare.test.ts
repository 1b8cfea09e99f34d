import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { writerIn } from '../../src/site/build/write.ts';
import { publish } from '../../src/site/publish/publish.ts';

type Files = Readonly<Record<string, string>>;

function room() {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-spare-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const output = join(folder, '_site');
  const spare = join(folder, '.cache', 'former');
  const waiting = () => {};
  /** Publishes just these files and the list of them, as a build does. */
  const build = (files: Files, fails = false) =>
    publish(
      output,
      async (stage, standing) => {
        const writer = writerIn(stage, standing());
        for (const [path, content] of Object.entries(files)) writer.write(path, content);
        if (fails) return undefined;
        const list = { meaculpa: 1, url: 'https://example.ca', now: '2026-12-01T10:00-04:00' };
        writer.write('meaculpa.json', JSON.stringify({ ...list, files: writer.recorded() }));
        writer.prune();
        return 'built';
      },
      { releases: false, spare, waiting },
    );
  return { folder, output, spare, build };
}

/** What stands in a folder: files with their text, folders as `a/`, and nothing else. */
function standing(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    if (entry.isDirectory()) return [`${path}/`, ''];
    return [path, entry.isFile() ? readFileSync(join(folder, path), 'utf8') : 'no file'];
  });
  return Object.fromEntries(entries.filter(([path]) => path !== 'meaculpa.json').sort());
}

/** The same of files that are to be written. */
function expected(files: Files): Record<string, string> {
  const folders = Object.keys(files).flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => [`${parts.slice(0, index + 1).join('/')}/`, '']);
  });
  return Object.fromEntries([...folders, ...Object.entries(files)].sort());
}

const old = new Date('2020-01-01T00:00Z');
const isOld = (file: string): boolean => lstatSync(file).mtimeMs === old.getTime();
const age = (folder: string): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), old, old);
};

test('a build writes only what has changed since the build before the last', async () => {
  const { output, spare, build } = room();
  await build({ 'a/index.html': 'one', 'b.html': 'same' });
  await build({ 'a/index.html': 'one', 'b.html': 'same' });
  age(spare);
  await build({ 'a/index.html': 'two', 'b.html': 'same' });
  expect(isOld(join(output, 'b.html'))).toBe(true);
  expect(isOld(join(output, 'a/index.html'))).toBe(false);
  expect(standing(output)).toEqual({ 'a/': '', 'a/index.html': 'two', 'b.html': 'same' });
});

// Uploads that compare the times of files (`aws s3 sync`) would leave the state in between where it is.
test('a file that goes back to what it was is written anew', async () => {
  const { output, spare, build } = room();
  await build({ 'a.html': 'open' });
  await build({ 'a.html': 'shut' });
  age(spare);
  await build({ 'a.html': 'open' });
  expect(isOld(join(output, 'a.html'))).toBe(false);
});

test('a copy of a site that shares its files keeps what it holds', async () => {
  const { folder, output, spare, build } = room();
  await build({ 'a.html': 'one' });
  await build({ 'a.html': 'one' });
  linkSync(join(spare, 'a.html'), join(folder, 'copy.html'));
  await build({ 'a.html': 'two' });
  expect(readFileSync(join(folder, 'copy.html'), 'utf8')).toBe('one');
  expect(standing(output)).toEqual({ 'a.html': 'two' });
});

test('nothing outside is touched where a link stands in a former site', async () => {
  const { folder, output, spare, build } = room();
  const outside = join(folder, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'index.html'), 'theirs');
  await build({ 'en/index.html': 'one', 'b.html': 'same' });
  await build({ 'en/index.html': 'one', 'b.html': 'same' });
  rmSync(join(spare, 'en'), { recursive: true });
  symlinkSync(outside, join(spare, 'en'));
  await build({ 'en/index.html': 'one', 'b.html': 'same' });
  expect(readFileSync(join(outside, 'index.html'), 'utf8')).toBe('theirs');
  expect(standing(output)).toEqual({ 'b.html': 'same', 'en/': '', 'en/index.html': 'one' });
});

test.each<[string, (spare: string) => void]>([
  [
    'someone’s folder',
    (spare) => {
      mkdirSync(spare, { recursive: true });
      writeFileSync(join(spare, 'mine.txt'), 'mine');
    },
  ],
  [
    'someone’s file',
    (spare) => {
      mkdirSync(dirname(spare), { recursive: true });
      writeFileSync(spare, 'mine');
    },
  ],
  [
    'a link to nothing',
    (spare) => {
      mkdirSync(dirname(spare), { recursive: true });
      symlinkSync('nowhere', spare);
    },
  ],
])('where %s has its place, it stays and the site is built', async (_what, make) => {
  const { output, spare, build } = room();
  make(spare);
  const before = lstatSync(spare).isDirectory() ? standing(spare) : undefined;
  await build({ 'a.html': 'one' });
  await build({ 'a.html': 'two' });
  expect(standing(output)).toEqual({ 'a.html': 'two' });
  if (before !== undefined) expect(standing(spare)).toEqual(before);
  expect(existsSync(`${output}.meaculpa-old`)).toBe(false);
});

test('a build that gives nothing leaves the site as it is', async () => {
  const { folder, output, build } = room();
  await build({ 'a.html': 'one' });
  await build({ 'a.html': 'two' });
  await build({ 'a.html': 'three' }, true);
  expect(standing(output)).toEqual({ 'a.html': 'two' });
  await build({ 'a.html': 'four', 'b/c.html': 'five' });
  expect(standing(output)).toEqual(expected({ 'a.html': 'four', 'b/c.html': 'five' }));
  expect(readdirSync(folder).sort()).toEqual(['.cache', '_site']);
});

test('a page takes the place of a folder, and a folder that of a page', async () => {
  const { output, build } = room();
  const [folder, page] = [
    { 'a/b': 'one', 'c/d/e': 'two' },
    { a: 'one', 'c/d': 'two' },
  ];
  for (const files of [folder, folder, page, page, folder]) {
    await build(files);
    expect(standing(output)).toEqual(expected(files));
  }
});

const path = fc.constantFrom('a', 'a/b', 'a/b/c', 'A', 'b.html', 'c/index.html', 'c/d/index.html', 'C/d');
const site = fc.dictionary(path, fc.constantFrom('one', 'two', ''), { maxKeys: 6, noNullPrototype: true });
const damage = fc.record({
  path,
  how: fc.constantFrom('nothing', 'remove', 'overwrite', 'folder', 'link', 'no right', 'more'),
});

/** A site has no file where it has a folder. */
const isSound = (files: Files): boolean =>
  Object.keys(files).every((one) => Object.keys(files).every((other) => !other.startsWith(`${one}/`)));

test('whatever stood there before, and whatever happened to it, the site is what was built', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(site.filter(isSound), damage), { minLength: 3, maxLength: 6 }),
      async (steps) => {
        const { folder, output, spare, build } = room();
        for (const [files, { path: at, how }] of steps) {
          const target = join(spare, at);
          if (existsSync(spare) && how !== 'nothing') {
            if (how === 'no right') {
              if (existsSync(target)) chmodSync(target, 0);
            } else {
              rmSync(target, { recursive: true, force: true });
              if (
                how !== 'remove' &&
                existsSync(dirname(target)) &&
                lstatSync(dirname(target)).isDirectory()
              ) {
                if (how === 'overwrite') writeFileSync(target, 'damaged');
                if (how === 'folder') mkdirSync(join(target, 'empty'), { recursive: true });
                if (how === 'link') symlinkSync(folder, target);
                if (how === 'more') writeFileSync(`${target}.more`, 'more');
              }
            }
          }
          await build(files);
          expect(standing(output)).toEqual(expected(files));
        }
      },
    ),
    { numRuns: 40 },
  );
});
