import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Site } from '../model/site.ts';
import type { Memory } from '../site/cache/notices.ts';
import { takeSpare } from '../site/publish/spare.ts';
import { livePages } from '../site/serve/live-pages.ts';
import type { Preview, Scene } from '../site/serve/preview.ts';
import type { Scratch } from '../site/serve/scratch.ts';
import { attemptToRead, attemptToWrite, type Sound, type Told } from './attempt.ts';
import type { CommandContext } from './command.ts';
import { listProblems } from './report.ts';
import { pageProgress, type StatusLine } from './status-line.ts';

/** What is done for a preview after each change. */
export interface Showing {
  /** Reads the content, tells what is amiss, and shows its pages; nothing where they cannot be made. */
  readonly read: () => Promise<Sound | undefined>;
  /** Writes all that is no page, and finds what only whole pages tell; until the signal ends it. */
  readonly write: (sound: Sound, signal: AbortSignal) => Promise<void>;
}

/** How long the rest of a site waits until whoever looks has the page that was edited (milliseconds). */
const pause = 500;

/** Shows on a server what comes of the content; the files of the sites stand below a scratch folder. */
export function showingOn(
  server: Preview,
  scratch: Scratch,
  status: StatusLine,
  context: CommandContext,
): Showing {
  const { system, t } = context;
  const memory: Memory = new Map();
  let shown: Scene['site'];
  let former: Scene['site'];
  let begun = 0;
  /** What was said when the content was read. */
  let first: Told = {};
  /** The folder of the last site that was written in whole, its images, and the folder of one before. */
  let whole: string | undefined;
  let images = '';
  let spare: string | undefined;
  let folders = 0;
  const show = ({ notices }: Told, reloads = true) =>
    server.show({ ...(shown && { site: shown }), ...(notices && { notices }) }, reloads);
  const tell = ({ notices, problems }: Told) => {
    status.clear();
    const said = notices?.[context.locale];
    if (problems !== undefined) listProblems(problems, context);
    if (said !== undefined) system.err(`${problems === undefined ? said.text : said.count}\n`);
  };
  const fail = (told: Told) => {
    tell(told);
    system.err(`${t(shown === undefined ? 'command.serve.failed_first' : 'command.serve.failed')}\n`);
    show(told);
  };
  const time = () => new Date(system.clock()).toTimeString().slice(0, 8);
  const seconds = () => Math.round((system.elapsed() - begun) / 100) / 10;
  return {
    async read() {
      begun = system.elapsed();
      const { sound, ...told } = await attemptToRead(context, memory);
      if (sound === undefined) {
        fail(told);
        return undefined;
      }
      first = told;
      former = shown;
      const { site, now } = sound;
      shown = { base: site.base, page: livePages(site, now), ...(whole && { folder: whole }) };
      tell(told);
      system.err(`${time()}  ${t('command.serve.shown', { seconds: seconds() })}\n`);
      show(told);
      return sound;
    },
    async write(sound, signal) {
      try {
        await setTimeout(pause, undefined, { signal });
      } catch {
        return;
      }
      // Of a first site that an edit ended there is nothing to go on from.
      if (whole === undefined && spare !== undefined) scratch.remove(spare);
      folders += 1;
      const folder = scratch.folder(String(folders));
      const standing = whole === undefined ? new Map() : takeSpare(spare, folder, whole);
      spare = folder;
      const follower = { signal, progress: pageProgress(status, t) };
      const result = await attemptToWrite(context, sound, { folder, standing }, follower).catch((error) => {
        if (signal.aborted) return undefined;
        throw error;
      });
      if (result === undefined) return;
      const { pages, ...told } = result;
      if (pages === undefined || shown === undefined) {
        shown = former;
        fail(told);
        return;
      }
      if (told.problems?.length !== first.problems?.length) tell(told);
      status.clear();
      const key = whole === undefined ? 'command.serve.built' : 'command.serve.rebuilt';
      system.err(
        `${time()}  ${t(key, { pages: t('command.count.pages', { count: pages }), seconds: seconds() })}\n`,
      );
      const imagesNow = timesOf(sound.site);
      // The page that is looked at is as it was, unless something that it shows has come with the files.
      const reloads = imagesNow !== images || told.problems?.length !== first.problems?.length;
      images = imagesNow;
      [spare, whole] = [whole, folder];
      shown = { ...shown, folder };
      show(told, reloads);
    },
  };
}

/** The images of a site and when each was last written. */
const timesOf = ({ assets }: Site): string =>
  JSON.stringify(assets.map(({ path, file }) => [path, statSync(file).mtimeMs]));
