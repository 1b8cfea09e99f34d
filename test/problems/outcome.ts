import { chmodSync, rmSync } from 'node:fs';
import { problemWords } from '../../src/language/problem-text.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Locale } from '../../src/model/values.ts';
import { type Loaded, load } from '../../src/site/load.ts';
import type { Change } from './cases.ts';
import { folderWith } from './changes.ts';

/** The clock of the cases: noon in Halifax on March 5, 2024. */
const now = Date.parse('2024-03-05T12:00-04:00');

/** For the superuser no file is unreadable: what is forbidden is read as nobody then. */
function asReader<T>(folder: string, read: () => T): T {
  if (process.getuid?.() !== 0) return read();
  chmodSync(folder, 0o755);
  process.seteuid?.(65_534);
  try {
    return read();
  } finally {
    process.seteuid?.(0);
  }
}

/** What a writer is told, in the form in which the check prints it, with paths below the content folder. */
function reportOf(problems: readonly Problem[], folder: string, locale: Locale): string {
  const lines = problems.flatMap((one) => {
    const { file, line, column } = one.place;
    const { message, hint } = problemWords(one, locale);
    const first = `${file}:${line}:${column}  ${one.severity}  ${one.rule}  ${message}`;
    return hint === undefined ? [first] : [first, `  ${hint}`];
  });
  return lines.map((line) => `${line.replaceAll(`${folder}/`, '').replaceAll(folder, '.')}\n`).join('');
}

export type Outcome = Pick<Loaded, 'problems' | 'site'> & {
  readonly reports: Readonly<Record<Locale, string>>;
};

/** Loads the sound folder with these changes, and what a writer is told of it. */
export function outcomeOf(changes: readonly Change[]): Outcome {
  const folder = folderWith(changes);
  try {
    // As the commands do: with a cache, in which nothing is.
    const empty = { folder: `${folder}/.cache`, isKeptUp: false };
    const { problems, site } = asReader(folder, () => load(folder, () => now, empty));
    return {
      problems,
      site,
      reports: { en: reportOf(problems, folder, 'en'), fr: reportOf(problems, folder, 'fr') },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
