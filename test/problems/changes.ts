import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Change, root } from './cases.ts';

/** The sound content folder that each case changes. */
export const base = join(root, 'base');

/** Text with one part exchanged, which must stand in it exactly once. */
function exchanged(text: string, from: string, to: string, file: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
  return parts.join(to);
}

/** The lines of a `diff` block that stand before (`-`) or after (`+`) the change, with those that stay. */
function side(block: string, sign: '-' | '+'): string {
  const lines = block.split('\n').slice(0, -1);
  const kept = lines.filter((line) => line === '' || line.startsWith(' ') || line.startsWith(sign));
  return kept.map((line) => `${line.slice(1)}\n`).join('');
}

const encodings: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  // Latin-1 has no typographic apostrophe.
  'latin-1': (text) => Buffer.from(text.replaceAll('’', "'"), 'latin1'),
  'utf-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-8 with a mark': (text) => `\ufeff${text}`,
  'lines end in cr': (text) => text.replaceAll('\n', '\r'),
  'lines end in crlf': (text) => text.replaceAll('\n', '\r\n'),
};

/** What each change does to the file at `path`; `target` is the path of `rename` and `copy`. */
const doing: Readonly<Record<string, (path: string, change: Change, target: string) => void>> = {
  remove: (path) => rmSync(path, { recursive: true }),
  rename: (path, _, target) => renameSync(path, target),
  copy: (path, _, target) => cpSync(path, target, { recursive: true }),
  fill: (path, { to }) => truncateSync(path, Number.parseInt(to, 10) * 1024 * 1024),
  forbid: (path) => chmodSync(path, 0),
  append: (path, { text }) => appendFileSync(path, text),
  write: (path, { text }) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  },
  replace: (path, { text, to, file }) =>
    writeFileSync(path, exchanged(readFileSync(path, 'utf8'), text, to, file)),
  diff: (path, { text, file }) =>
    writeFileSync(
      path,
      exchanged(
        `\n${readFileSync(path, 'utf8')}`,
        `\n${side(text, '-')}`,
        `\n${side(text, '+')}`,
        file,
      ).slice(1),
    ),
  encode: (path, { to }) => {
    const encode = encodings[to];
    if (encode === undefined) throw new Error(`an encoding is one of: ${Object.keys(encodings).join(', ')}`);
    writeFileSync(path, encode(readFileSync(path, 'utf8')));
  },
};

/** Makes the sound folder with the changes of a case, in the system's temporary folder; the caller removes it. */
export function folderWith(changes: readonly Change[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  cpSync(base, folder, { recursive: true });
  for (const change of changes)
    doing[change.does]?.(join(folder, change.file), change, join(folder, change.to));
  return folder;
}
