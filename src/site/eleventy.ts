import { relative } from 'node:path';
import Eleventy, { type Configuration } from '@11ty/eleventy';
import { formatProblem, problemText } from '../language/problem-text.ts';
import type { Locale } from '../model/values.ts';
import { type BuildInput, type BuildResult, generate, type Progress } from './build/generate.ts';
import { views } from './build/views.ts';
import { load } from './load.ts';

interface Options {
  readonly content: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly clock: () => number;
  readonly locale: Locale;
}

/**
 * The plugin: our pages are written once Eleventy is done with its own. Eleventy keeps every page that it renders until
 * the end, and needs a third of a millisecond more for each (measured with 1,000 notices, 6,298 pages: 660 MB and
 * 8.7 s, against 400 MB and 7.6 s). So it keeps what it does well: its configuration, a team's other templates and
 * plugins, `--watch` and `--serve`.
 */
export function meaculpa(configuration: Configuration, options: Options): void {
  for (const path of [options.content, 'locales', 'src']) configuration.addWatchTarget(path);
  configuration.on('eleventy.after', async ({ directories }) => {
    await generate(buildInputOf(options), directories.output);
  });
}

function buildInputOf({ content, clock, locale }: Options): BuildInput {
  const { site, now, problems } = load(content, clock);
  if (site !== undefined && now !== undefined) return { site, now };
  const told = problems.map((one) => problemText(formatProblem(one, locale))).join('\n');
  // Eleventy shows the stack of an error unless it says this.
  throw Object.assign(new Error(`\n${told}`), { skipOriginalStack: true });
}

/** Runs Eleventy on what was loaded, into a folder, wherever the program stands. */
export async function run(input: BuildInput, directory: string, progress: Progress): Promise<BuildResult> {
  let result: BuildResult | undefined;
  const eleventy = new Eleventy(relative(process.cwd(), views) || '.', directory, {
    quietMode: true,
    configPath: false,
    config(configuration: Configuration) {
      configuration.setTemplateFormats(['11ty.js']);
      configuration.on('eleventy.after', async ({ directories }) => {
        result = await generate(input, directories.output, progress);
      });
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
  if (result === undefined) throw new Error('Eleventy did not write');
  return result;
}
