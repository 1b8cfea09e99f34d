import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where what is to be written below a folder stands until all of it is there; in the folder, on its file system. */
export const stageIn = (folder: string): string => join(folder, '.meaculpa-writing');

/** Whether a write was interrupted, or is under way. */
export const isWriting = (folder: string): boolean => existsSync(stageIn(folder));
