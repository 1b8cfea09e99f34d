import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../model/problem.ts';

/** The program as it runs: `src/`, or what it was compiled to. */
const root = join(import.meta.dirname, '..', '..');

let known: string | undefined;

/**
 * SHA-256 of all that the program is made of: its own files, its libraries as they were installed, and the runtime with
 * its zones and its letters. `undefined` where it cannot be told which libraries there are: then nothing is kept.
 */
export function programHash(): string | undefined {
  const lock = installedBy(root);
  if (lock === undefined) return undefined;
  known ??= hashOf(lock);
  return known;
}

function hashOf(lock: string): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions)).update(readFileSync(lock));
  for (const folder of [root, join(root, '..', 'locales')]) {
    for (const file of filesBelow(folder)) hash.update(file.slice(folder.length)).update(readFileSync(file));
  }
  return hash.digest('base64');
}

/** What npm writes of the libraries that it installed, nearest to a folder. */
function installedBy(folder: string): string | undefined {
  const lock = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(lock)) return lock;
  return dirname(folder) === folder ? undefined : installedBy(dirname(folder));
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
