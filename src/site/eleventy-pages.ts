import { join, resolve } from 'node:path';
import type { Configuration, TemplateConfig } from '@11ty/eleventy';
import { outputOf } from '../model/urls.ts';
import type { Page } from '../pages/page.ts';
import { fileOf, type SiteBuild } from './build/site-build.ts';

/** What one run of Eleventy has to do. */
export type Share = Pick<SiteBuild, 'pages' | 'images' | 'render' | 'record'>;

/** Who hands out the work of a run. */
interface Work {
  /** Called before each run, with the folder that the site goes into; what it throws ends the run. */
  readonly begin: (directory: string) => Share;
  /** Called once the pages of a run are written; not where a run of `--incremental` had none to write. */
  readonly end?: () => Promise<void>;
}

const template = 'meaculpa/pages.11ty.js';

/**
 * Makes our pages Eleventy's: one virtual template, a page of its pagination for each of ours, so that a team's
 * transforms see them; a team's layouts and collections are not for them. `prefix` is the folder below Eleventy's
 * output: `status`, or empty.
 */
export function addPages(configuration: Configuration, prefix: string, { begin, end }: Work): void {
  const below = (file: string) => (prefix === '' ? file : `${prefix}/${file}`);
  let share: Share | undefined;
  let pages: ReadonlyMap<string, Page> = new Map();
  let config: TemplateConfig | undefined;
  let copied: readonly string[] = [];

  configuration.addTemplateFormats('11ty.js');
  configuration.addTemplate(template, {
    data: {
      layout: '',
      eleventyExcludeFromCollections: true,
      files: [],
      pagination: { data: 'files', size: 1, alias: 'file', before: () => [...pages.keys()] },
      permalink: ({ file }: { readonly file: string }) => `/${below(file)}`,
    },
    render({ file }: { readonly file: string }) {
      const page = pages.get(file);
      if (page === undefined || share === undefined) throw new Error(`no page: ${file}`);
      return share.render(page);
    },
  });
  configuration.on('eleventy.config', (merged) => {
    config = merged;
  });
  configuration.on('eleventy.before', ({ directories }) => {
    share = begin(join(directories.output, prefix));
    pages = new Map(share.pages.map((page) => [fileOf(page), page]));
    // Which images there are is known once the content is read: later than a configuration can say it.
    const copies = config?.getConfig().passthroughCopies ?? {};
    for (const file of copied) delete copies[file];
    for (const { file, path } of share.images) {
      copies[file] = { outputPath: below(outputOf(decodeURI(path))), copyOptions: {} };
    }
    copied = share.images.map(({ file }) => file);
  });
  configuration.on('eleventy.after', async ({ results, directories }) => {
    const files = new Map([...pages].map(([file, page]) => [resolve(directories.output, below(file)), page]));
    let written = 0;
    for (const { outputPath, content } of results) {
      const page = outputPath === false ? undefined : files.get(resolve(outputPath));
      if (page === undefined) continue;
      share?.record(page, content);
      written += 1;
    }
    if (written > 0) await end?.();
  });
}
