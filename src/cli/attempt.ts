import * as weight from '../checks/site/weight.ts';
import { type Translate, translator } from '../language/translate.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import type { Locale } from '../model/values.ts';
import { generate } from '../site/build/generate.ts';
import type { Follower } from '../site/build/site-build.ts';
import type { Standing } from '../site/build/write.ts';
import type { Memory } from '../site/cache/notices.ts';
import type { Loaded } from '../site/load.ts';
import type { Notice } from '../site/serve/panel.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { cacheOf, loadAndKeep } from './context.ts';
import { hasErrors, isError, problemsText, summary } from './report.ts';
import { userErrorOf, userErrorText } from './user-error-text.ts';

/** What there is to say of an attempt, where it is something. */
export interface Told {
  /** In both languages: a page shows that of its own. */
  readonly notices?: Readonly<Record<Locale, Notice>>;
  /** What of it are problems of the content; errors alone where there are some. */
  readonly problems?: readonly Problem[];
}

/** Content of which pages can be made. */
export type Sound = Loaded & { readonly site: Site };

/** Reads the content for a preview. */
export async function attemptToRead(
  context: CommandContext,
  memory: Memory,
): Promise<Told & { readonly sound?: Sound }> {
  return attempt(context, () => {
    const loaded = loadAndKeep(context, memory);
    const { site, problems } = loaded;
    if (site === undefined || hasErrors(problems)) return told(context, problems);
    return { sound: { ...loaded, site }, ...told(context, problems) };
  });
}

/**
 * Writes the whole site for a preview.
 * @throws the reason of the signal, where that ended it
 */
export async function attemptToWrite(
  context: CommandContext,
  { site, now, problems, fileOf }: Sound,
  { folder, standing }: { readonly folder: string; readonly standing: Standing },
  follower: Follower,
): Promise<Told & { readonly pages?: number }> {
  return attempt(
    context,
    async () => {
      const input = { site, now, standing, ...cacheOf(context) };
      const { pages, heavy } = await generate(input, folder, follower);
      return { pages, ...told(context, [...problems, ...weight.check(heavy, fileOf)].sort(compareProblems)) };
    },
    follower.signal,
  );
}

/** A fault of the program is told like a mistake in the content: an edit may mend it too. */
async function attempt<T extends object>(
  context: CommandContext,
  act: () => T | Promise<T>,
  signal?: AbortSignal,
): Promise<T | Told> {
  try {
    return await act();
  } catch (error) {
    signal?.throwIfAborted();
    const userError = userErrorOf(error);
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      notices: inBoth((locale, t) =>
        userError === undefined
          ? { stops: true, count: t('command.serve.crashed'), text: trace }
          : {
              stops: true,
              count: t('command.serve.stopped'),
              text: userErrorText(userError, locale, contentOption(context)),
            },
      ),
    };
  }
}

/** Errors alone where there are some: they are what is to be done first. */
function told(context: CommandContext, found: readonly Problem[]): Told {
  if (found.length === 0) return {};
  const stops = hasErrors(found);
  const problems = stops ? found.filter(isError) : found;
  const notices = inBoth((locale, t) => ({
    stops,
    count: summary(found, t),
    text: problemsText(problems, locale, contentOption(context)),
  }));
  return { problems, notices };
}

function inBoth<T>(say: (locale: Locale, t: Translate) => T): Readonly<Record<Locale, T>> {
  const [en, fr] = [say('en', translator('en')), say('fr', translator('fr'))];
  return { en, fr };
}
