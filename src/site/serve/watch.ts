import { watch } from '@11ty/chokidar-with-glob-support';

/** How long it stays quiet before a change is told: an editor or Git writes several files in one go (milliseconds). */
const quiet = 100;

/** Follows everything below these folders, and calls once after each burst of changes. Resolves to what ends it. */
export async function onChange(folders: readonly string[], then: () => void): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folders, { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(then, quiet);
  });
  await new Promise<void>((ready) => watcher.on('ready', ready));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
