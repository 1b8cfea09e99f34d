import { type FSWatcher, watch } from 'node:fs';

/** How long it stays quiet before a change is told: an editor or Git writes several files in one go (milliseconds). */
const quiet = 100;

/** Tells once after each burst of changes below these folders. Gives what ends it. */
export function onChange(folders: readonly string[], then: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(then, quiet);
  };
  const watchers: readonly FSWatcher[] = folders.map((folder) => {
    const watcher = watch(folder, { recursive: true }, later);
    // A folder that goes away is told by the build that misses it.
    return watcher.on('error', later);
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
