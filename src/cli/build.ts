import { join } from 'node:path';
import * as host from '../checks/site/host.ts';
import * as weight from '../checks/site/weight.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { type Locale, locales } from '../model/values.ts';
import { generate } from '../site/build/generate.ts';
import type { BuildResult } from '../site/build/site-build.ts';
import type { Standing } from '../site/build/write.ts';
import { publishedBy } from '../site/cache/published.ts';
import { destinationOf } from '../site/publish/destination.ts';
import { publish } from '../site/publish/publish.ts';
import { lostProblems } from './against.ts';
import { channelsPath } from './channels.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { cacheOf, clockOf, contentOf, loadAndKeep } from './context.ts';
import { counted, hasErrors, report } from './report.ts';
import { pageProgress, statusLine } from './status-line.ts';

/** Builds the site beside the output folder and puts it in its place. */
export async function build(context: CommandContext): Promise<number> {
  const { given, system, t } = context;
  const output = given.output ?? '_site';
  const content = contentOf(context);
  clockOf(context);
  const destination = destinationOf(output, content, system.home);
  const status = statusLine(system);
  let built: Built = { notices: 0, drafts: 0, late: { en: 0, fr: 0 } };

  /** A sound site with what is told of it afterwards; what it was read from is not held while pages are made. */
  const readSite = async () => {
    const loaded = loadAndKeep(context);
    status.clear();
    const { site, now, problems, fileOf, drafts, late, sources } = loaded;
    const lost = await lostProblems(context, loaded);
    const found = counted([...problems, ...lost].sort(compareProblems), context);
    if (site === undefined || hasErrors(found)) {
      report(found, context, 'text');
      return undefined;
    }
    built = { notices: site.incidents.length + site.maintenance.length, drafts, late };
    return { site, now, problems, fileOf, hostPlace: sources.host };
  };

  const write = async (stage: string, standing: () => Standing): Promise<BuildResult | undefined> => {
    status.say(t('command.build.reading', { content }));
    const published = publishedBy<Told>(
      cacheOf(context).cache,
      content,
      channelsPath(content),
      clockOfCall(context),
    );
    const before = published.recall(destination, stage);
    if (before !== undefined) {
      status.clear();
      return tellAgain(before);
    }
    const read = await readSite();
    if (read === undefined) return undefined;
    const { site, now, problems: known, fileOf, hostPlace } = read;
    const compiled = await generate({ site, now, ...cacheOf(context), standing: standing() }, stage, {
      progress: pageProgress(status, t),
    });
    status.clear();
    const heavy = weight.check(compiled.heavy, fileOf);
    const limits = host.check(site.host, compiled.use, hostPlace);
    const all = [...known, ...heavy, ...limits].sort(compareProblems);
    const problems = counted(all, context);
    if (problems.length > 0) report(problems, context, 'text');
    if (hasErrors(problems)) return undefined;
    published.remember(stage, { built, compiled, problems: all });
    status.say(t('command.build.publishing', { output }));
    return compiled;
  };

  /** What is in place already stays, and is told again. */
  let unchanged: BuildResult | undefined;
  const tellAgain = (told: Told): undefined => {
    const problems = counted(told.problems, context);
    if (problems.length > 0) report(problems, context, 'text');
    if (hasErrors(problems)) return;
    built = told.built;
    unchanged = told.compiled;
  };

  const waiting = () => system.err(`${t('command.build.waiting', { output })}\n`);
  try {
    const { cache } = cacheOf(context);
    const publishing = {
      waiting,
      releases: given.releases === true,
      ...(cache === undefined ? {} : { spare: join(cache, 'former') }),
    };
    const compiled = (await publish(destination, write, publishing)) ?? unchanged;
    if (compiled === undefined) return 1;
    status.clear();
    system.out(`${doneLine(context, output, built, compiled)}\n`);
    if (built.notices === 0)
      system.out(`${t('command.build.no_notices', { content, option: contentOption(context) })}\n`);
    return 0;
  } finally {
    status.clear();
  }
}

/** What can be asked of a build whose site is in place already. */
const harmless = ['content', 'output', 'now', 'strict', 'lang'];

/** The time that the call gives, where it asks for nothing that would have to be looked at again. */
const clockOfCall = ({ given }: CommandContext): string | undefined =>
  Object.keys(given).every((name) => harmless.includes(name)) ? given.now : undefined;

/** What the last line tells beside the pages. */
interface Built {
  readonly notices: number;
  readonly drafts: number;
  /** Texts that are still to come, by language. */
  readonly late: Readonly<Record<Locale, number>>;
}

/** What a build tells, to be told again. */
interface Told {
  readonly built: Built;
  readonly compiled: BuildResult;
  readonly problems: readonly Problem[];
}

function doneLine(
  { t, system }: CommandContext,
  output: string,
  { notices, drafts, late }: Built,
  { pages }: BuildResult,
): string {
  const done = t('command.build.done', {
    output,
    notices: t('command.count.notices', { count: notices }),
    pages: t('command.count.pages', { count: pages }),
    seconds: Math.round(system.elapsed() / 100) / 10,
  });
  const toCome = locales.flatMap((locale) =>
    late[locale] === 0 ? [] : [t(`command.build.late_${locale}`, { count: late[locale] })],
  );
  const heldBack = drafts === 0 ? [] : [t('command.build.drafts', { count: drafts })];
  return [done, ...toCome, ...heldBack].join(' ');
}
