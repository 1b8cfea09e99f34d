import type { Call } from './call.ts';
import { loadContent } from './content.ts';
import { counted, hasErrors, report } from './report.ts';

/** Tells every problem of the content and writes nothing. */
export async function check(call: Call): Promise<number> {
  const { given, machine } = call;
  const problems = counted(loadContent(call).problems, call);
  report(problems, call, given.format ?? (machine.environment.GITHUB_ACTIONS === 'true' ? 'github' : 'text'));
  return hasErrors(problems) ? 1 : 0;
}
