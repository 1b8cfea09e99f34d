import { once } from 'node:events';
import { extname, join } from 'node:path';
import { translator } from '../language/translate.ts';
import { UserError } from '../language/user-error.ts';
import type { Locale } from '../model/values.ts';
import { type Child, startChild } from '../site/serve/child.ts';
import { type Preview, preview, type Scene } from '../site/serve/preview.ts';
import { scratchFolder } from '../site/serve/scratch.ts';
import { onChange } from '../site/serve/watch.ts';
import type { CommandContext } from './command.ts';
import { clockOf, contentOf } from './context.ts';
import { inBoth, isRebuilt, type Rebuilt } from './rebuild.ts';

const program = join(import.meta.dirname, '..', '..');
const builder = join(import.meta.dirname, `rebuild-process${extname(import.meta.filename)}`);

/** Shows the site on this machine and follows every change, until it is interrupted. */
export async function serve(context: CommandContext): Promise<number> {
  const { system, given, t } = context;
  const content = contentOf(context);
  clockOf(context);
  const port = portOf(given.port ?? '8080');
  const scratch = scratchFolder();
  let site: Scene['site'];
  let child: Child<Rebuilt> | undefined;
  let server: Preview | undefined;
  let builds = 0;
  let dirty = true;

  const build = async () => {
    dirty = false;
    const begun = system.elapsed();
    const folder = scratch.folder(String(++builds));
    const args = [folder, '--content', content, ...(given.now === undefined ? [] : ['--now', given.now])];
    child = startChild(builder, args, isRebuilt);
    const done = await child.done;
    child = undefined;
    const rebuilt: Rebuilt = 'message' in done ? done.message : crashed(done.crash);
    if (rebuilt.formatted[context.locale] !== '') system.err(`${rebuilt.formatted[context.locale]}\n`);
    if (rebuilt.built === undefined) {
      scratch.remove(folder);
      system.err(`${t(site === undefined ? 'command.serve.failed_first' : 'command.serve.failed')}\n`);
      server?.show({
        ...(site === undefined ? {} : { site }),
        trouble: troubleOf(rebuilt, site !== undefined),
      });
      return;
    }
    if (site !== undefined) scratch.remove(site.folder);
    site = { folder, base: rebuilt.built.base };
    server?.show({ site });
    const pages = t('command.count.pages', { count: rebuilt.built.pages });
    const seconds = Math.round((system.elapsed() - begun) / 100) / 10;
    const time = new Date(system.clock()).toTimeString().slice(0, 8);
    system.err(
      `${time}  ${t(builds === 1 ? 'command.serve.built' : 'command.serve.rebuilt', { pages, seconds })}\n`,
    );
  };

  let building: Promise<void> | undefined;
  const follow = () => {
    dirty = true;
    building ??= (async () => {
      while (dirty) await build();
      building = undefined;
    })();
    return building;
  };

  const stop = onChange([content, join(program, 'src'), join(program, 'locales')], follow);
  try {
    server = await preview(port, {});
    await follow();
    system.out(`${t('command.serve.ready', { url: server.url })}\n`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    return 0;
  } finally {
    stop();
    server?.close();
    child?.stop();
    scratch.close();
  }
}

function portOf(written: string): number {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : 65_536;
  if (port > 65_535) throw new UserError(2, 'command.port.format', { found: written });
  return port;
}

/** A build that died before it could say anything: an edit of the program itself. */
function crashed(text: string): Rebuilt {
  const formatted = inBoth((locale) => `${translator(locale)('command.serve.crashed')}\n\n${text}`);
  return { formatted, stops: formatted };
}

const troubleOf = ({ stops }: Rebuilt, hasPages: boolean): Readonly<Record<Locale, string>> =>
  inBoth((locale) => {
    const key = hasPages ? 'command.serve.failed' : 'command.serve.failed_first';
    return `${translator(locale)(key)}\n\n${stops[locale]}`;
  });
