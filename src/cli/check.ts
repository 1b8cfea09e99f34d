import { compareProblems } from '../model/problem.ts';
import { heavyPages } from '../site/build/weight.ts';
import type { Call } from './command.ts';
import { loadContent } from './context.ts';
import { counted, hasErrors, report, weightProblems } from './report.ts';
import { scorecardsText } from './scorecard.ts';

/** Tells every problem of the content and writes nothing. */
export async function check(call: Call): Promise<number> {
  const { given, machine } = call;
  const loaded = loadContent(call);
  const { site, now, scorecards } = loaded;
  const heavy = site === undefined || now === undefined ? [] : heavyPages(site, now);
  const found = [...loaded.problems, ...weightProblems(heavy, loaded)].sort(compareProblems);
  const problems = counted(found, call);
  const format = given.format ?? (machine.environment.GITHUB_ACTIONS === 'true' ? 'github' : 'text');
  report(problems, call, format);
  if (format === 'text') machine.err(scorecardsText(scorecards, call.t));
  return hasErrors(problems) ? 1 : 0;
}
