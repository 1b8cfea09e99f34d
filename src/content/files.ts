import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Block } from '../language/markdown/tokens.ts';
import { compareText, type Place, type Problem, problem } from '../model/problem.ts';

/** What was read, and the problems of what could not be. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A text file of the content folder. */
export interface Source {
  /** Path from the current folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** A folder with what stands in it, in an order that no machine changes. */
export interface Folder {
  readonly path: string;
  readonly files: ReadonlySet<string>;
  readonly folders: readonly Folder[];
}

export const placeIn = (file: string, line = 1, column = 1): Place => ({ file, line, column });

export const placeAt = (
  document: { readonly file: string; readonly firstLine: number },
  spot: { readonly line: number; readonly column: number },
): Place => placeIn(document.file, document.firstLine + spot.line, spot.column + 1);

/** The body of a text file as Markdown reads it. */
export interface Parsed {
  readonly file: string;
  readonly body: Block;
  readonly lines: readonly string[];
  readonly firstLine: number;
}

/** Reads the tree below a folder. Names that begin with a dot are left alone, and links are not followed. */
export function readFolder(path: string): Folder {
  const files = new Set<string>();
  const folders: Folder[] = [];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) folders.push(readFolder(`${path}/${entry.name}`));
    else if (entry.isFile()) files.add(entry.name);
  }
  return { path, files, folders };
}

/** A file whose name is almost that: `FR.md`, `fr.markdown`, `incident.yaml`; `undefined` where there is none. */
export function nearlyNamed({ files }: Folder, name: string): string | undefined {
  const [stem = ''] = name.split('.');
  const others = new RegExp(`^${stem}(?:\\.(?:md|markdown|txt|ya?ml|yml\\.txt|md\\.txt))?$`, 'i');
  return [...files].find((file) => file !== name && others.test(file));
}

const largest = 16 * 1024 * 1024;

/** Gives the text of a file: `readSource`, or one that knows what is about to be written. */
export type ReadText = (file: string) => Read<Source | undefined>;

/** Reads a UTF-8 text, with or without BOM; `undefined` for what cannot be read or is in another encoding. */
export function readSource(file: string): Read<Source | undefined> {
  const refused = (one: Problem) => ({ value: undefined, problems: [one] });
  let bytes: Buffer;
  try {
    const { size } = statSync(file);
    if (size > largest)
      return refused(problem('file/size', placeIn(file), { found: Math.ceil(size / 1024 / 1024) }));
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refused(problem('file/unreadable', placeIn(file), { code }));
  }
  const text = decodedText(bytes);
  if (text === undefined) return refused(problem('file/encoding', placeIn(file, lineOfBadByte(bytes))));
  const conflict = conflictIn(text);
  if (conflict !== undefined) return refused(problem('file/conflict', placeIn(file, conflict)));
  const odd = text.search(/\0|\r(?!\n)/);
  if (odd < 0) return { value: { file, text }, problems: [] };
  const before = text.slice(0, odd).split('\n');
  const place = placeIn(file, before.length, (before.at(-1)?.length ?? 0) + 1);
  return refused(problem('file/encoding', place, {}, text[odd] === '\0' ? 'nul' : 'line-ends'));
}

function decodedText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The line on which two people's changes to a text meet, unless someone has chosen between them. */
function conflictIn(text: string): number | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith('<<<<<<< '));
  return first >= 0 && lines.some((line, index) => index > first && /^={7}\r?$/.test(line))
    ? first + 1
    : undefined;
}

/** The line of the first byte that is not UTF-8. */
function lineOfBadByte(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
    line += 1;
  }
}

/** The lines of a text, however they end. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);
