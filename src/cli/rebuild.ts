import { tell, toldText } from '../language/problem-text.ts';
import type { Problem } from '../model/problem.ts';
import { type Locale, locales } from '../model/values.ts';
import { run } from '../site/eleventy.ts';
import type { Call } from './command.ts';
import { cacheOf, contentOption, loadContent } from './context.ts';
import { refusalOf, refusalText } from './refusal-words.ts';
import { hasErrors, isError } from './report.ts';

/** What a build tells the preview that asked for it. */
export interface Rebuilt {
  /** Problems, or what the machine refused; empty where there is nothing to say. */
  readonly told: Readonly<Record<Locale, string>>;
  /** What of it keeps pages from being made. */
  readonly stops: Readonly<Record<Locale, string>>;
  /** Where pages were made. */
  readonly built?: { readonly pages: number; readonly base: string };
}

export const isRebuilt = (message: unknown): message is Rebuilt =>
  typeof message === 'object' && message !== null && 'told' in message;

/** Builds into a fresh folder, for a preview. Throws only what is a fault of the program. */
export async function rebuild(call: Pick<Call, 'given' | 'machine'>, folder: string): Promise<Rebuilt> {
  try {
    const { site, now, problems } = loadContent(call);
    const content = contentOption(call);
    const told = inBoth((locale) => textOf(problems, locale, content));
    const stops = inBoth((locale) => textOf(problems.filter(isError), locale, content));
    if (site === undefined || now === undefined || hasErrors(problems)) return { told, stops };
    const { pages } = await run({ site, now, ...cacheOf(call) }, folder, () => {});
    return { told, stops, built: { pages, base: site.base } };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    const told = inBoth((locale) => refusalText(refusal, locale));
    return { told, stops: told };
  }
}

const textOf = (problems: readonly Problem[], locale: Locale, content: string): string =>
  problems.map((one) => toldText(tell(one, locale, content))).join('\n');

export const inBoth = (say: (locale: Locale) => string): Rebuilt['told'] => {
  const [en = '', fr = ''] = locales.map(say);
  return { en, fr };
};
