import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Block } from '../language/markdown/tokens.ts';
import { compareText, type Place, type Problem, problem } from '../model/problem.ts';
import { slugOf } from '../model/urls.ts';

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

/** A file whose name is almost that: `FR.md`, `fr.markdown`, `incident.yaml`; nothing where there is none. */
export function nearlyNamed({ files }: Folder, name: string): string | undefined {
  const [stem = ''] = name.split('.');
  const others = new RegExp(`^${stem}(?:\\.(?:md|markdown|txt|ya?ml|yml\\.txt|md\\.txt))?$`, 'i');
  return [...files].find((file) => file !== name && others.test(file));
}

/** A folder's name that cannot be an id, told at a file in it. */
export function folderProblem(found: string, file: string): Problem {
  const suggestion = slugOf(found);
  return problem(
    'id/format',
    placeIn(file),
    { found, suggestion },
    suggestion === '' ? 'folder.other' : 'folder',
  );
}

const largest = 16 * 1024 * 1024;

/** Reads a UTF-8 text, with or without BOM. What cannot be read or is in another encoding is a problem, not an exception. */
export function readSource(file: string, problems: Problem[]): Source | undefined {
  let bytes: Buffer;
  try {
    const { size } = statSync(file);
    if (size > largest) {
      problems.push(problem('file/size', placeIn(file), { found: Math.ceil(size / 1024 / 1024) }));
      return undefined;
    }
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    problems.push(problem('file/unreadable', placeIn(file), { code }));
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const odd = text.search(/\0|\r(?!\n)/);
    const conflict = conflictIn(text);
    if (conflict !== undefined) {
      problems.push(problem('file/conflict', placeIn(file, conflict)));
      return undefined;
    }
    if (odd < 0) return { file, text };
    const before = text.slice(0, odd).split('\n');
    const place = placeIn(file, before.length, (before.at(-1)?.length ?? 0) + 1);
    problems.push(problem('file/encoding', place, {}, text[odd] === '\0' ? 'nul' : 'line-ends'));
  } catch {
    problems.push(problem('file/encoding', placeIn(file, lineOfBadByte(bytes))));
  }
  return undefined;
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
