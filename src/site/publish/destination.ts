import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../language/user-error.ts';
import { isPublished, manifestName } from '../build/manifest.ts';
import { strangersIn } from '../verify/differences.ts';
import { readManifest } from '../verify/published.ts';
import { currentOf } from './releases.ts';

/**
 * The real path of the folder to publish into. Refuses (2) a folder that may hold anything but a site of ours, for all
 * of it is replaced. `home` is the person's own folder.
 */
export function destinationOf(output: string, content: string, home: string): string {
  const asked = resolve(output);
  const own = join(real(dirname(asked)), basename(asked));
  const path = currentOf(own) === undefined ? real(asked) : own;
  const source = real(resolve(content));
  if (isWithin(source, path)) throw new UserError(2, 'command.output.content', { output, content });
  if (isWithin(path, source)) throw new UserError(2, 'command.output.inside', { output, content });
  if (isWithin(real(process.cwd()), path) || (home !== '' && isWithin(real(resolve(home)), path))) {
    throw new UserError(2, 'command.output.folder', { output });
  }
  if (!existsSync(path)) return path;
  if (!statSync(path).isDirectory()) throw new UserError(2, 'command.output.file', { output });
  if (existsSync(join(path, '.git'))) throw new UserError(2, 'command.output.repository', { output });
  if (readdirSync(path).length > 0 && !isPublished(path)) {
    throw new UserError(2, 'command.output.foreign', { output });
  }
  refuseToLose(path, output, content);
  return path;
}

/** Refuses (2) a site with files that someone put there by hand: they would go with it. */
function refuseToLose(path: string, output: string, content: string): void {
  if (!isPublished(path)) return;
  const strangers = strangersIn(
    path,
    readManifest(readFileSync(join(path, manifestName), 'utf8'))?.files ?? [],
  );
  if (strangers.length === 0) return;
  const files = `${strangers.slice(0, 5).join(', ')}${strangers.length > 5 ? ', …' : ''}`;
  throw new UserError(2, 'command.output.stranger', { output, files, folder: `${content}/static/` });
}

/** Whether a path is that folder or stands somewhere below it. */
const isWithin = (path: string, folder: string): boolean => {
  const from = relative(folder, path);
  return from === '' || (from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from));
};

/** With every link on the way followed, also where the last parts do not exist yet. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  if (dirname(path) === path || isLink(path)) return path;
  return join(real(dirname(path)), basename(path));
}

const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
