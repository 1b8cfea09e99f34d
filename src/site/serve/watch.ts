import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** How long it stays quiet before a change is told: an editor or Git writes several files in one go (milliseconds). */
const quiet = 100;

/**
 * Tells once after each burst of changes below these folders. Gives what ends it. Each folder is watched by itself: a
 * recursive watch loses a file that an editor replaced by another of its name.
 */
export function onChange(folders: readonly string[], then: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      then();
    }, quiet);
  };
  const forget = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const follow = () => {
    const present = new Set(folders.flatMap(foldersBelow));
    for (const folder of watchers.keys()) if (!present.has(folder)) forget(folder);
    for (const folder of present) {
      if (watchers.has(folder)) continue;
      // A folder that goes away is told by the build that misses it.
      const lost = () => {
        forget(folder);
        later();
      };
      watchers.set(folder, watch(folder, later).on('error', lost));
    }
  };
  follow();
  return () => {
    clearTimeout(timer);
    for (const folder of [...watchers.keys()]) forget(folder);
  };
}

/** A folder and every folder below it; none where it went away. */
function foldersBelow(folder: string): readonly string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [folder, ...below.flatMap(({ name }) => foldersBelow(join(folder, name)))];
  } catch {
    return [];
  }
}
