import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../model/problem.ts';
import { views } from '../build/views.ts';

/** The program as it runs: `src/`, or what it was compiled to. */
const root = join(import.meta.dirname, '..', '..');

/** What runs is what was there when it began. */
let running: string | undefined;

/**
 * SHA-256 of all that the program is made of: its own files, its libraries as they were installed, and the runtime with
 * its zones and its letters. `undefined` where it cannot be told which libraries there are: then nothing is kept.
 * Templates and styles are read anew by each build, so by each call here.
 */
export function programHash(templates = views): string | undefined {
  const lock = installedBy(root);
  if (lock === undefined) return undefined;
  running ??= createHash('sha256')
    .update(JSON.stringify(process.versions))
    .update(readFileSync(lock))
    .update(hashOf(root))
    .update(hashOf(join(root, '..', 'locales')))
    .digest('base64');
  return createHash('sha256').update(running).update(hashOf(templates)).digest('base64');
}

function hashOf(folder: string): Buffer {
  const hash = createHash('sha256');
  for (const file of filesBelow(folder)) {
    const bytes = readFileSync(file);
    hash.update(`${file.slice(folder.length)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest();
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
