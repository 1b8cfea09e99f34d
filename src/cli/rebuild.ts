import { formatProblem, problemText } from '../language/problem-text.ts';
import type { Problem } from '../model/problem.ts';
import { type Locale, locales } from '../model/values.ts';
import { run } from '../site/eleventy.ts';
import type { CommandContext } from './command.ts';
import { cacheOf, contentOption, loadContent } from './context.ts';
import { hasErrors, isError } from './report.ts';
import { userErrorOf, userErrorText } from './user-error-text.ts';

/** What a build tells the preview that asked for it. */
export interface Rebuilt {
  /** Problems, or what the machine refused; empty where there is nothing to say. */
  readonly formatted: Readonly<Record<Locale, string>>;
  /** What of it keeps pages from being made. */
  readonly stops: Readonly<Record<Locale, string>>;
  /** Where pages were made. */
  readonly built?: { readonly pages: number; readonly base: string };
}

export const isRebuilt = (message: unknown): message is Rebuilt =>
  typeof message === 'object' && message !== null && 'formatted' in message;

/** Builds into a fresh folder, for a preview. Throws only what is a fault of the program. */
export async function rebuild(
  context: Pick<CommandContext, 'given' | 'system'>,
  folder: string,
): Promise<Rebuilt> {
  try {
    const { site, now, problems } = loadContent(context);
    const content = contentOption(context);
    const formatted = inBoth((locale) => textOf(problems, locale, content));
    const stops = inBoth((locale) => textOf(problems.filter(isError), locale, content));
    if (site === undefined || now === undefined || hasErrors(problems)) return { formatted, stops };
    const { pages } = await run({ site, now, ...cacheOf(context) }, folder, () => {});
    return { formatted, stops, built: { pages, base: site.base } };
  } catch (error) {
    const userError = userErrorOf(error);
    if (userError === undefined) throw error;
    const formatted = inBoth((locale) => userErrorText(userError, locale));
    return { formatted, stops: formatted };
  }
}

const textOf = (problems: readonly Problem[], locale: Locale, content: string): string =>
  problems.map((one) => problemText(formatProblem(one, locale, content))).join('\n');

export const inBoth = (say: (locale: Locale) => string): Rebuilt['formatted'] => {
  const [en = '', fr = ''] = locales.map(say);
  return { en, fr };
};
