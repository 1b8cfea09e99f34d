import { once } from 'node:events';
import { UserError } from '../language/user-error.ts';
import { views } from '../site/build/views.ts';
import { preview } from '../site/serve/preview.ts';
import { scratchFolder } from '../site/serve/scratch.ts';
import { onChange } from '../site/serve/watch.ts';
import type { CommandContext } from './command.ts';
import { clockOf, contentOf } from './context.ts';
import { showingOn } from './showing.ts';
import { statusLine } from './status-line.ts';

/** Shows the site on this machine and follows every change, until it is interrupted. */
export async function serve(context: CommandContext): Promise<number> {
  const { system, given, t } = context;
  const content = contentOf(context);
  clockOf(context);
  const port = portOf(given.port ?? '8080');
  const status = statusLine(system);
  const interruption = new AbortController();
  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const scratch = scratchFolder();
  let building: Promise<void> | undefined;
  let unwatch: (() => Promise<void>) | undefined;
  try {
    const server = await preview(port, scratch.folder('0'));
    try {
      system.out(`${t('command.serve.ready', { url: server.url })}\n`);
      const { read, write } = showingOn(server, scratch, status, context);

      /** Ends the writing of what has been edited meanwhile. */
      let edit = new AbortController();
      let dirty = false;
      const follow = () => {
        dirty = true;
        edit.abort();
        building ??= (async () => {
          while (dirty) {
            dirty = false;
            edit = new AbortController();
            const signal = AbortSignal.any([edit.signal, interruption.signal]);
            status.say(t('command.serve.building'));
            const sound = await read();
            if (sound !== undefined) await write(sound, signal);
            interruption.signal.throwIfAborted();
          }
        })().finally(() => {
          building = undefined;
        });
        return building;
      };

      unwatch = await onChange([content, views], () => void follow().catch(() => {}));
      if (!system.terminal) system.err(`${t('command.serve.building')}\n`);
      await Promise.race([follow(), interrupted]);
      await interrupted;
      return 0;
    } finally {
      interruption.abort();
      await unwatch?.();
      await server.close();
      await building?.catch(() => {});
    }
  } finally {
    status.clear();
    scratch.close();
  }
}

function portOf(written: string): number {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : 65_536;
  if (port > 65_535) throw new UserError(2, 'command.port.format', { found: written });
  return port;
}
