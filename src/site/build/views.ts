import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the templates and their styles are, whatever the current folder. */
export const views = join(import.meta.dirname, '..', '..', 'views');

/** Reads a file of `src/views`: `pages/home.njk`. */
export const readView = (name: string): string => readFileSync(join(views, name), 'utf8');
export const existsView = (name: string): boolean => existsSync(join(views, name));
