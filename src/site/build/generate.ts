import { relative } from 'node:path';
import { addPages, type Share } from '../eleventy-pages.ts';
import { type BuildInput, type BuildResult, type Follower, siteBuildOf } from './site-build.ts';
import { views } from './views.ts';

/** How many pages Eleventy is given at a time: it holds each, some 40 kB, until its run is over. */
const batch = 2_000;

/**
 * Writes the whole site into a folder: Eleventy renders the pages, run after run so that no more than a batch is in
 * memory, and copies the images; then come the files of the machines. No file of the project configures it.
 * @throws FaultySite where what was written may not be published
 */
export async function generate(
  input: BuildInput,
  directory: string,
  follower: Follower = {},
): Promise<BuildResult> {
  const build = siteBuildOf({ ...input, keepsPages: true }, directory, follower);
  for (let at = 0; at < build.pages.length; at += batch) {
    await run(directory, { ...build, pages: build.pages.slice(at, at + batch), images: [] });
  }
  // Apart: Eleventy copies while it renders, and would go on copying where a page has failed.
  if (build.images.length > 0 && build.pages.length > 0) await run(directory, { ...build, pages: [] });
  return build.finish();
}

async function run(directory: string, share: Share): Promise<void> {
  // Where nothing has changed there is nothing for it to do.
  const { default: Eleventy } = await import('@11ty/eleventy');
  const eleventy = new Eleventy(relative(process.cwd(), views) || '.', directory, {
    quietMode: true,
    configPath: '',
    config(configuration) {
      configuration.setTemplateFormats(['11ty.js']);
      addPages(configuration, '', { begin: () => share });
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.write();
  } catch (error) {
    throw causeOf(error);
  }
}

/** What went wrong, out of the errors that Eleventy wraps around it. */
function causeOf(error: unknown): unknown {
  const inner = error instanceof Error && 'originalError' in error ? error.originalError : undefined;
  return inner === undefined ? error : causeOf(inner);
}
