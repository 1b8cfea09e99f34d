import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one's own among the machine's temporary ones. */
export interface Scratch {
  readonly folder: (name: string) => string;
  readonly remove: (folder: string) => void;
  readonly close: () => void;
}

export function scratchFolder(): Scratch {
  const root = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });
  return {
    folder(name) {
      const folder = join(root, name);
      mkdirSync(folder);
      return folder;
    },
    remove,
    close: () => remove(root),
  };
}
