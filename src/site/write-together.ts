import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { release, take } from './publish/lock.ts';
import { stageIn } from './writing.ts';

/** The loader passes over names that begin with a dot. */
const besides = (folder: string) => ({
  stage: stageIn(folder),
  journal: join(stageIn(folder), 'journal.json'),
  lock: join(folder, '.meaculpa-lock'),
});

/** What is to be put where, from when everything is written aside until everything is in its place. */
type Journal = readonly {
  /** Its path below the folder. */
  readonly name: string;
  /** Its name aside. */
  readonly aside: string;
  /** The SHA-256 of what stood there before. */
  readonly before?: string;
}[];

/** The journal as this program wrote it; nothing of what is otherwise. */
function readJournal(file: string): Journal {
  const found: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return Array.isArray(found) ? found.filter(isEntry) : [];
}

const isEntry = (found: unknown): found is Journal[number] =>
  typeof found === 'object' &&
  found !== null &&
  'name' in found &&
  typeof found.name === 'string' &&
  'aside' in found &&
  typeof found.aside === 'string';

/**
 * Writes texts below a folder, by their paths: all or none, also where the process is killed. Each is written aside
 * first, so that a full disk or a name that the system refuses leaves everything as it was; then a journal says what goes
 * where, and all are put in their places, and taken out again where one cannot be. `finishWriting` does the rest.
 */
export function writeTogether(folder: string, files: ReadonlyMap<string, string>): void {
  const { stage, journal } = besides(folder);
  mkdirSync(folder, { recursive: true });
  finishWriting(folder);
  const undo: (() => void)[] = [];
  try {
    mkdirSync(stage);
    const entries = [...files].map(([name, text], index) => ({ ...asideOf(folder, name, index), text }));
    for (const { aside, name, text } of entries)
      writeFileSync(join(stage, aside), text, { ...modeOf(join(folder, name)), flush: true });
    const written: Journal = entries.map(({ text, ...entry }) => entry);
    writeFileSync(`${journal}.new`, JSON.stringify(written), { flush: true });
    renameSync(`${journal}.new`, journal);
    for (const { name, aside } of written) undo.push(put(join(stage, aside), join(folder, name)));
    rmSync(journal);
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function asideOf(folder: string, name: string, index: number): Journal[number] {
  const before = hashOf(join(folder, name));
  return { name, aside: `${index}`, ...(before === undefined ? {} : { before }) };
}

/** Puts a file into its place, and gives how to take it out again. */
function put(aside: string, file: string): () => void {
  const before = existsSync(file) ? readFileSync(file) : undefined;
  const made = mkdirSync(dirname(file), { recursive: true });
  renameSync(aside, file);
  return () => {
    if (before !== undefined) writeFileSync(file, before);
    else rmSync(made ?? file, { recursive: true });
  };
}

/** What an interrupted write left, and what became of it. */
interface Interrupted {
  /** `finished`: everything is in its place now; `undone`: nothing was, and nothing is. */
  readonly became: 'finished' | 'undone';
  /** Paths below the folder of what is there now. */
  readonly files: readonly string[];
  /** Those that somebody has changed since: the new text stands beside, `fr.md.new`. */
  readonly beside: readonly string[];
}

/** Finishes what an interrupted write began, once all of it was written aside, or else clears it away. */
export function finishWriting(folder: string): Interrupted | undefined {
  const { stage, journal } = besides(folder);
  if (!existsSync(stage)) return undefined;
  const written = readJournal(journal);
  const left = readdirSync(stage);
  const beside: string[] = [];
  for (const { name, aside, before } of written) {
    if (!left.includes(aside)) continue;
    const file = join(folder, name);
    const isChanged = hashOf(file) !== before;
    if (isChanged) beside.push(`${name}.new`);
    put(join(stage, aside), isChanged ? `${file}.new` : file);
  }
  rmSync(stage, { recursive: true });
  if (written.length > 0) return { became: 'finished', files: written.map(({ name }) => name), beside };
  return left.length > 0 ? { became: 'undone', files: [], beside } : undefined;
}

/** Does what reads and writes below a folder while no other process may. `waiting` is told once. */
export async function holding<T>(
  folder: string,
  waiting: () => void,
  work: () => T | Promise<T>,
): Promise<T> {
  const { lock } = besides(folder);
  mkdirSync(folder, { recursive: true });
  await take(lock, waiting);
  try {
    return await work();
  } finally {
    release(lock);
  }
}

function hashOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
}

const modeOf = (file: string) => {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  return mode === undefined ? {} : { mode };
};
