import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { type Folder, readFolder } from '../content/files.ts';
import {
  compareVersions,
  contentVersionFile,
  migrated,
  type Release,
  releases,
  releasesBetween,
} from '../edit/versions.ts';
import { UserError } from '../language/user-error.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { contentOf } from './context.ts';
import { alone, saveAll } from './workspace.ts';

/** `upgrade`: what changed since the version that the content was last mended for, and the content mended by `--write`. */
export const upgrade = (context: CommandContext): Promise<number> =>
  upgradeTo(packageJson.version, releases, context);

/** The same with other releases. Without a record, the content is of a time before every version. */
export async function upgradeTo(
  version: string,
  all: readonly Release[],
  context: CommandContext,
): Promise<number> {
  const content = contentOf(context);
  const run = () => mend(version, all, context, content);
  return context.given.write ? alone(context, content, run) : run();
}

function mend(version: string, all: readonly Release[], context: CommandContext, content: string): number {
  const { given, locale, system, t } = context;
  const record = `${content}/${contentVersionFile}`;
  const from = recorded(record);
  if (from !== undefined && compareVersions(from, version) > 0) {
    throw new UserError(2, 'command.upgrade.newer', { from, version });
  }
  if (from !== undefined && compareVersions(from, version) === 0) {
    system.out(`${t('command.upgrade.none', { version })}\n`);
    return 0;
  }
  const steps = releasesBetween(from ?? '0.0.0', version, all);
  system.out(
    `${from === undefined ? t('command.upgrade.to', { version }) : t('command.upgrade.from_to', { from, version })}\n`,
  );
  for (const { version: name, notes } of steps) {
    system.out(`\n${name}\n${notes.map((note) => `  - ${note[locale]}\n`).join('')}`);
  }
  const mended = pathsIn(readFolder(content), content).flatMap((path) => {
    const file = `${content}/${path}`;
    const before = readFileSync(file, 'utf8');
    const text = migrated(path, before, steps);
    return text === before ? [] : [{ file, before, text }];
  });
  for (const { file, before, text } of mended) system.out(`\n${file}\n${difference(before, text)}`);
  const count = mended.length;
  if (given.write) {
    saveAll(content, [...mended, { file: record, text: `${version}\n` }]);
    const done = count === 0 ? 'command.upgrade.recorded' : 'command.upgrade.written';
    system.out(`\n${t(done, { count, file: record, content: contentOption(context) })}\n`);
  } else {
    const todo = count === 0 ? 'command.upgrade.nothing' : 'command.upgrade.dry';
    system.out(`\n${t(todo, { count, content: contentOption(context) })}\n`);
  }
  return 0;
}

function recorded(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The texts and facts of a content folder, as paths from it. */
const pathsIn = ({ path, files, folders }: Folder, root: string): readonly string[] => [
  ...[...files]
    .filter((name) => /\.(?:ya?ml|md)$/.test(name))
    .map((name) => join(path, name).slice(root.length + 1)),
  ...folders.flatMap((folder) => pathsIn(folder, root)),
];

/** The lines that differ, without those that are the same at the head and at the end. */
function difference(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - head && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const lines = (mark: string, of: readonly string[]) =>
    of
      .slice(head, of.length - end)
      .map((line) => `  ${mark} ${line}\n`)
      .join('');
  return lines('-', old) + lines('+', now);
}
