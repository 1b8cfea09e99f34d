import { once } from 'node:events';
import { UserError } from '../language/user-error.ts';
import { views } from '../site/build/views.ts';
import { preview, type Scene } from '../site/serve/preview.ts';
import { scratchFolder } from '../site/serve/scratch.ts';
import { onChange } from '../site/serve/watch.ts';
import { attempt } from './attempt.ts';
import type { CommandContext } from './command.ts';
import { clockOf, contentOf } from './context.ts';
import { listProblems } from './report.ts';
import { pageProgress, statusLine } from './status-line.ts';

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
  let site: Scene['site'];
  let builds = 0;
  let dirty = false;
  let building: Promise<void> | undefined;
  let unwatch: (() => Promise<void>) | undefined;
  try {
    const server = await preview(port, scratch.folder('0'));
    try {
      system.out(`${t('command.serve.ready', { url: server.url })}\n`);

      const build = async () => {
        dirty = false;
        const begun = system.elapsed();
        const folder = scratch.folder(String(++builds));
        const { built, notices, problems } = await attempt(context, folder, {
          signal: interruption.signal,
          progress: pageProgress(status, t),
        });
        status.clear();
        const told = notices?.[context.locale];
        if (problems !== undefined) listProblems(problems, context);
        if (told !== undefined) system.err(`${problems === undefined ? told.text : told.count}\n`);
        if (built === undefined) {
          scratch.remove(folder);
          system.err(`${t(site === undefined ? 'command.serve.failed_first' : 'command.serve.failed')}\n`);
        } else {
          if (site !== undefined) scratch.remove(site.folder);
          const pages = t('command.count.pages', { count: built.pages });
          const seconds = Math.round((system.elapsed() - begun) / 100) / 10;
          const time = new Date(system.clock()).toTimeString().slice(0, 8);
          const key = site === undefined ? 'command.serve.built' : 'command.serve.rebuilt';
          system.err(`${time}  ${t(key, { pages, seconds })}\n`);
          site = { folder, base: built.base };
        }
        server.show({
          ...(site === undefined ? {} : { site }),
          ...(notices === undefined ? {} : { notices }),
        });
      };

      const follow = () => {
        dirty = true;
        building ??= (async () => {
          while (dirty) {
            status.say(t('command.serve.building'));
            await build();
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
