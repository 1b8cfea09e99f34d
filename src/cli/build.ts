import type { Compiled } from '../site/compile.ts';
import { destinationOf } from '../site/destination.ts';
import { run } from '../site/eleventy.ts';
import { publish } from '../site/publish.ts';
import type { Call } from './call.ts';
import { cacheOf, clockOf, contentOf, loadContent } from './content.ts';
import { counted, hasErrors, report } from './report.ts';
import { statusLine } from './status-line.ts';

/** Builds the site beside the output folder and puts it in its place. */
export async function build(call: Call): Promise<number> {
  const { given, machine, t } = call;
  const output = given.output ?? '_site';
  const content = contentOf(call);
  clockOf(call);
  const destination = destinationOf(output, content, machine.home);
  const status = statusLine(machine);
  let notices = 0;

  const write = async (stage: string): Promise<Compiled | undefined> => {
    status.say(t('command.build.reading', { content }));
    const loaded = loadContent(call);
    status.clear();
    const problems = counted(loaded.problems, call);
    const { site, now } = loaded;
    if (problems.length > 0) report(problems, call, 'text');
    if (site === undefined || now === undefined || hasErrors(problems)) return undefined;
    notices = site.incidents.length + site.maintenance.length;
    const compiled = await run({ site, now, ...cacheOf(call) }, stage, (done, of) => {
      if (done % 50 === 0) status.say(t('command.build.rendering', { done, of }));
    });
    status.say(t('command.build.publishing', { output }));
    return compiled;
  };

  const waiting = () => machine.err(`${t('command.build.waiting', { output })}\n`);
  try {
    const compiled = await publish(destination, write, waiting);
    if (compiled === undefined) return 1;
    status.clear();
    machine.out(`${doneLine(call, output, notices, compiled)}\n`);
    if (notices === 0) machine.out(`${t('command.build.no_notices', { content })}\n`);
    return 0;
  } finally {
    status.clear();
  }
}

const doneLine = ({ t, machine }: Call, output: string, notices: number, { pages }: Compiled): string =>
  t('command.build.done', {
    output,
    notices: t('command.count.notices', { count: notices }),
    pages: t('command.count.pages', { count: pages }),
    seconds: Math.round(machine.elapsed() / 100) / 10,
  });
