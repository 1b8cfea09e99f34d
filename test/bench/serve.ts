import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { median } from './measure.ts';

/** How often a preview is edited for one figure. */
const edits = 5;

/**
 * Seconds on the wall from saving a note to its page as a preview serves it, once the whole site is written: the median.
 * `edit` saves the note, and adds `words` once more to the page at `path`.
 */
export async function savedToShown(
  command: readonly [string, ...string[]],
  folder: string,
  { path, words, edit }: { readonly path: string; readonly words: string; readonly edit: () => void },
): Promise<number> {
  const [program, ...args] = command;
  const server = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (bytes) => (said += bytes));
  const until = async <T>(what: () => Promise<T | undefined> | T | undefined): Promise<T> => {
    for (let tries = 0; tries < 60_000; tries += 1) {
      const found = await what();
      if (found !== undefined) return found;
      if (server.exitCode !== null) break;
      await setTimeout(20);
    }
    throw new Error(`the preview: ${said.slice(-2_000)}`);
  };
  const written = () => said.match(/ (?:Built|Rebuilt): /g)?.length ?? 0;
  try {
    const url = await until(() => /http:\/\/localhost:\d+/.exec(said)?.[0]);
    const times: number[] = [];
    for (let done = 0; done < edits; done += 1) {
      await until(() => (written() > done ? true : undefined));
      const count = async () => (await (await fetch(url + path)).text()).split(words).length;
      const before = await count();
      edit();
      const begun = performance.now();
      await until(async () => ((await count()) > before ? true : undefined));
      times.push((performance.now() - begun) / 1_000);
    }
    return median(times);
  } finally {
    server.kill('SIGTERM');
    await new Promise((ended) => server.on('close', ended));
  }
}
