import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes texts below a folder, by their paths: all or none. Each is written beside the folder first, so that a full disk
 * or a name that the system refuses leaves everything as it was; then all are put in their places, and taken out again
 * where one cannot be.
 */
export function writeTogether(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(dirname(folder), { recursive: true });
  const stage = mkdtempSync(`${folder}.new-`);
  const undo: (() => void)[] = [];
  try {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(stage, name)), { recursive: true });
      writeFileSync(join(stage, name), text);
    }
    for (const name of files.keys()) {
      const file = join(folder, name);
      const before = existsSync(file) ? readFileSync(file) : undefined;
      const made = mkdirSync(dirname(file), { recursive: true });
      renameSync(join(stage, name), file);
      undo.push(() => {
        if (before !== undefined) writeFileSync(file, before);
        else rmSync(made ?? file, { recursive: true });
      });
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
