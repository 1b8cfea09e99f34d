import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folder = join(import.meta.dirname, '..', 'starter');

/** Every file that `init` writes, by its path in `src/starter/`, with `/`. */
export const starterFiles = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();

export const readStarter = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** The lines of the example's texts that are long enough for nobody to write them by chance. */
export const exampleLines = (): ReadonlySet<string> =>
  new Set(
    starterFiles()
      .filter((name) => /^content\/.*\.md$/.test(name))
      .flatMap((name) => readStarter(name).split('\n'))
      .filter((line) => line.length >= 40),
  );
