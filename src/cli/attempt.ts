import * as weight from '../checks/site/weight.ts';
import { type Translate, translator } from '../language/translate.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import type { Locale } from '../model/values.ts';
import { generate } from '../site/build/generate.ts';
import type { Follower } from '../site/build/site-build.ts';
import type { Notice } from '../site/serve/panel.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { cacheOf, loadContent } from './context.ts';
import { hasErrors, isError, problemsText, summary } from './report.ts';
import { userErrorOf, userErrorText } from './user-error-text.ts';

/** What became of a build for a preview. */
interface Attempt {
  /** What there is to say, in both languages: a page shows that of its own. */
  readonly notices?: Readonly<Record<Locale, Notice>>;
  /** What of it are problems of the content; errors alone where there are some. */
  readonly problems?: readonly Problem[];
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
    if (site === undefined || hasErrors(problems)) return told(context, problems);
    const { pages, heavy } = await generate({ site, now, ...cacheOf(context) }, folder, follower);
    const found = [...problems, ...weight.check(heavy, loaded.fileOf)].sort(compareProblems);
    const built = { pages, base: site.base };
    return found.length === 0 ? { built } : { built, ...told(context, found) };
  } catch (error) {
    follower.signal?.throwIfAborted();
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
function told(context: CommandContext, found: readonly Problem[]): Pick<Attempt, 'notices' | 'problems'> {
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
