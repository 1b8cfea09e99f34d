import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Where the templates and their styles are, whatever the current folder. */
export const views = join(import.meta.dirname, '..', '..', 'views');

/** Reads a file of `src/views`: `pages/home.njk`. */
export const readView = (name: string): string => readFileSync(join(views, name), 'utf8');
export const existsView = (name: string): boolean => existsSync(join(views, name));

/** The templates of a folder: `components/badge.njk`. */
export const viewsIn = (folder: string): readonly string[] =>
  readdirSync(join(views, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'))
    .map((name) => `${folder}/${name.replaceAll(sep, '/')}`);
