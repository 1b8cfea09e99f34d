import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../language/user-error.ts';
import { isPublished } from '../build/manifest.ts';

/**
 * The real path of the folder to publish into. Refuses (2) a folder that may hold anything but a site of ours, for all
 * of it is replaced. `home` is the person's own folder.
 */
export function destinationOf(output: string, content: string, home: string): string {
  const path = real(resolve(output));
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
  return path;
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
