import type { Configuration } from '@11ty/eleventy';
import { translator } from '../language/translate.ts';
import { UserError } from '../language/user-error.ts';
import type { Locale } from '../model/values.ts';
import { type SiteBuild, siteBuildOf } from '../site/build/site-build.ts';
import { type SiteStatus, statusesOf } from '../site/eleventy-data.ts';
import { addPages } from '../site/eleventy-pages.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { cacheOf, clockOf, contentOf, loadAndKeep } from './context.ts';
import { localeOf } from './locale.ts';
import { hasErrors, problemsText, report } from './report.ts';
import { system } from './system.ts';
import { userErrorOf, userErrorText } from './user-error-text.ts';
import { refuseOldZoneData } from './zone-data.ts';

/** What `eleventyConfig.addPlugin(meaculpa, { … })` may say. */
export interface PluginOptions {
  /** The content folder, from the current folder; `content` by default. */
  readonly content?: string;
  /** The folder of Eleventy's output that the site goes into; with the path prefix of Eleventy, the path of `url`. */
  readonly prefix?: string;
  /** The clock, as `--now` takes it: the machine's by default. */
  readonly now?: string;
  /** The language of what it says to the team; that of the machine by default. */
  readonly lang?: Locale;
}

/** What templates of the team find under `meaculpa`: `meaculpa.fr.status`. An instance, so that Eleventy copies nothing. */
class Statuses {
  en?: { readonly status: SiteStatus };
  fr?: { readonly status: SiteStatus };
}

/** The Eleventy plugin: the pages of a content folder beside a team's own, and the state of things for its templates. */
export function meaculpa(configuration: Configuration, options: PluginOptions = {}): void {
  const context = contextOf(options);
  const prefix = (options.prefix ?? '').replace(/^\/+|\/+$/g, '');
  const statuses = new Statuses();
  let build: SiteBuild | undefined;
  const content = options.content ?? 'content';
  configuration.addWatchTarget(content);
  // Texts are data: where the input is the whole project, none of them is a template.
  configuration.ignores.add(`${content}/**`);
  configuration.addGlobalData('meaculpa', statuses);
  addPages(configuration, prefix, {
    begin(directory) {
      const { site, now } = told(context, () => soundContent(context, configuration, prefix));
      const { en, fr } = statusesOf(site, now);
      statuses.en = { status: en };
      statuses.fr = { status: fr };
      build = siteBuildOf({ site, now, ...cacheOf(context) }, directory);
      return build;
    },
    async end() {
      await build?.finish();
    },
  });
}

function contextOf({ content, now, lang }: PluginOptions): CommandContext {
  const locale = lang ?? localeOf(system.environment);
  const given = {
    ...(content === undefined ? {} : { content }),
    ...(now === undefined ? {} : { now }),
  };
  return { system, given, operands: [], locale, t: translator(locale) };
}

/** Reads the content, and reports what is not as it should be. Throws where it has errors or lies elsewhere. */
function soundContent(context: CommandContext, configuration: Configuration, prefix: string) {
  refuseOldZoneData();
  contentOf(context);
  clockOf(context);
  const { site, now, problems } = loadAndKeep(context);
  if (site === undefined || hasErrors(problems)) {
    throw plain(problemsText(problems, context.locale, contentOption(context)));
  }
  if (problems.length > 0) report(problems, context, 'text');
  const expected = [configuration.pathPrefix ?? '', prefix].flatMap((path) =>
    path.split('/').filter(Boolean),
  );
  const path = `/${expected.join('/')}`.replace(/^\/$/, '');
  if (site.base !== path) {
    throw new UserError(2, 'command.plugin.prefix', {
      url: site.url,
      found: `${site.base}/`,
      expected: `${path}/`,
      right: `${new URL(site.url).origin}${path}`,
    });
  }
  return { site, now };
}

/** Runs it, and throws what a person can mend as its sentence alone. */
function told<T>(context: CommandContext, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const userError = userErrorOf(error);
    throw userError === undefined
      ? error
      : plain(userErrorText(userError, context.locale, contentOption(context)));
  }
}

/** Eleventy shows the stack of an error unless it says this. */
const plain = (text: string): Error => Object.assign(new Error(`\n${text}`), { skipOriginalStack: true });
