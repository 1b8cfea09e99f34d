// Makes `dist/`, what `npm pack` takes beside the catalogues: compiled, with styles and schemas made ready.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../src/content/schema/json-schema.ts';
import { locales } from '../src/model/values.ts';
import { pageKinds } from '../src/pages/page.ts';
import { readyStyles, stylesOf } from '../src/site/build/styles.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const from = (...path: readonly string[]) => join(root, 'src', ...path);
const to = (...path: readonly string[]) => join(dist, ...path);

rmSync(dist, { recursive: true, force: true });
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', join(root, '.ci', 'tsconfig.build.json')], { stdio: 'inherit' });
// What the program imports as data is compiled along; in the package it stands where it stands here.
for (const name of readdirSync(to('compiled', 'src'))) renameSync(to('compiled', 'src', name), to(name));
rmSync(to('compiled'), { recursive: true });

// Only this repository minifies.
for (const name of ['minify.js', 'minify.d.ts']) rmSync(to('site', 'build', name));
const isNeeded = (name: string) => !/\.(?:css|examples\.yml)$/.test(name) && !name.endsWith('/views/styles');
cpSync(from('views'), to('views'), { recursive: true, filter: isNeeded });
mkdirSync(to('views', 'ready'));
for (const kind of pageKinds) writeFileSync(to('views', readyStyles(kind)), stylesOf(kind));

for (const locale of locales) {
  const schemas = jsonSchemas({ services: [], regions: [], locale });
  mkdirSync(to('schemas', locale), { recursive: true });
  for (const [name, text] of schemas) writeFileSync(to('schemas', locale, name), text);
}

cpSync(from('starter'), to('starter'), { recursive: true });
