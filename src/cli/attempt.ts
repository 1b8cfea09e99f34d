import * as weight from '../checks/site/weight.ts';
import { type Translate, translator } from '../language/translate.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import type { Locale } from '../model/values.ts';
import { generate } from '../site/build/generate.ts';
import type { Follower } from '../site/build/site-build.ts';
import type { Notice } from '../site/serve/panel.ts';
import type { CommandContext } from './command.ts';
import { cacheOf, contentOption, loadContent } from './context.ts';
import { hasErrors, isError, problemsText, summary } from './report.ts';
import { userErrorOf, userErrorText } from './user-error-text.ts';

/** What became of a build for a preview. */
export interface Attempt {
  /** What there is to say, in both languages: a page shows that of its own. */
  readonly notices?: Readonly<Record<Locale, Notice>>;
  /** Where pages were made. */
  readonly built?: { readonly pages: number; readonly base: string };
}

/**
 * Builds into a fresh folder. A fault of the program is told like a mistake in the content: an edit may mend it too.
 * @throws the reason of the signal, where that ended it
 */
export async function attempt(context: CommandContext, folder: string, follower: Follower): Promise<Attempt> {
  try {
    const loaded = loadContent(context);
    const { site, now, problems } = loaded;
    loaded.keep();
    if (site === undefined || hasErrors(problems)) return { notices: problemNotices(context, problems) };
    const { pages, heavy } = await generate({ site, now, ...cacheOf(context) }, folder, follower);
    const found = [...problems, ...weight.check(heavy, loaded.fileOf)].sort(compareProblems);
    const built = { pages, base: site.base };
    return found.length === 0 ? { built } : { built, notices: problemNotices(context, found) };
  } catch (error) {
    follower.signal?.throwIfAborted();
    const userError = userErrorOf(error);
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      notices: inBoth((locale, t) =>
        userError === undefined
          ? { stops: true, count: t('command.serve.crashed'), text: trace }
          : { stops: true, count: t('command.serve.stopped'), text: userErrorText(userError, locale) },
      ),
    };
  }
}

/** Errors alone where there are some: they are what is to be done first. */
function problemNotices(context: CommandContext, problems: readonly Problem[]): Attempt['notices'] {
  const stops = hasErrors(problems);
  const shown = stops ? problems.filter(isError) : problems;
  return inBoth((locale, t) => ({
    stops,
    count: summary(problems, t),
    text: problemsText(shown, locale, contentOption(context)),
  }));
}

function inBoth<T>(say: (locale: Locale, t: Translate) => T): Readonly<Record<Locale, T>> {
  const [en, fr] = [say('en', translator('en')), say('fr', translator('fr'))];
  return { en, fr };
}
