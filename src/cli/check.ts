import { existsSync } from 'node:fs';
import * as host from '../checks/site/host.ts';
import * as weight from '../checks/site/weight.ts';
import { compareProblems } from '../model/problem.ts';
import { expectedUse } from '../site/build/use.ts';
import { heavyPages } from '../site/build/weight.ts';
import { lostProblems } from './against.ts';
import type { CommandContext } from './command.ts';
import { cacheOf, loadContent } from './context.ts';
import { counted, hasErrors, report } from './report.ts';
import { scorecardsText } from './scorecard.ts';

/** Tells every problem of the content and writes nothing; a cache that a build began is kept up, so that the next run need not look again. */
export async function check(context: CommandContext): Promise<number> {
  const { given, system } = context;
  const loaded = loadContent(context);
  const { cache } = cacheOf(context);
  const kept = cache !== undefined && existsSync(cache) ? cache : undefined;
  const { site, now, scorecards } = loaded;
  const heavy = site === undefined || now === undefined ? [] : heavyPages(site, now, kept);
  const lost = await lostProblems(context, loaded);
  const limits =
    site?.host === undefined ? [] : host.check(site.host, expectedUse(site, now), loaded.sources.host);
  const found = [...loaded.problems, ...weight.check(heavy, loaded.fileOf), ...limits, ...lost].sort(
    compareProblems,
  );
  const problems = counted(found, context);
  const format = given.format ?? (system.environment.GITHUB_ACTIONS === 'true' ? 'github' : 'text');
  const between = given.apology && format === 'text' ? scorecardsText(scorecards, context.t) : '';
  report(problems, context, format, between);
  return hasErrors(problems) ? 1 : 0;
}
