import { type FormattedProblem, formatProblem } from './language/problem-text.ts';
import type { Locale } from './model/values.ts';
import { type Loaded, load } from './site/load.ts';

/** The Eleventy plugin: `eleventyConfig.addPlugin(meaculpa, { content: 'content', prefix: 'status' })`. */
export { meaculpa, type PluginOptions } from './cli/plugin.ts';
/** Writes a sound site into a folder, which it fills and does not clear; throws where its pages break a promise. */
export { generate as build } from './site/build/generate.ts';
export type { BuildInput, BuildResult, Follower } from './site/build/site-build.ts';
export type { AheadNotice, OpenNotice, SiteStatus, StatusNotice } from './site/eleventy-data.ts';
export type { FormattedProblem, Loaded };
/** Reads a content folder by a clock that is asked with the site's zone: the site, where it has no errors, and its problems. */
export { load };

/** Every problem of a content folder in the words of a language, as `meaculpa check` reports them. */
export const check = (
  content: string,
  clock: (zone: string) => number,
  locale: Locale,
): readonly FormattedProblem[] =>
  load(content, clock).problems.map((problem) => formatProblem(problem, locale));
