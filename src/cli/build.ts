import { compareProblems } from '../model/problem.ts';
import { type Locale, locales } from '../model/values.ts';
import type { Compiled } from '../site/build/generate.ts';
import { run } from '../site/eleventy.ts';
import { destinationOf } from '../site/publish/destination.ts';
import { publish } from '../site/publish/publish.ts';
import type { Call } from './command.ts';
import { cacheOf, clockOf, contentOf, loadContent } from './context.ts';
import { counted, hasErrors, report, weightProblems } from './report.ts';
import { statusLine } from './status-line.ts';

/** Builds the site beside the output folder and puts it in its place. */
export async function build(call: Call): Promise<number> {
  const { given, machine, t } = call;
  const output = given.output ?? '_site';
  const content = contentOf(call);
  clockOf(call);
  const destination = destinationOf(output, content, machine.home);
  const status = statusLine(machine);
  let built: Built = { notices: 0, drafts: 0, late: { en: 0, fr: 0 } };

  const write = async (stage: string): Promise<Compiled | undefined> => {
    status.say(t('command.build.reading', { content }));
    const loaded = loadContent(call);
    status.clear();
    const { site, now } = loaded;
    const found = counted(loaded.problems, call);
    if (site === undefined || now === undefined || hasErrors(found)) {
      report(found, call, 'text');
      return undefined;
    }
    const notices = site.incidents.length + site.maintenance.length;
    built = { notices, drafts: loaded.drafts, late: loaded.late };
    const compiled = await run({ site, now, ...cacheOf(call) }, stage, (done, of) => {
      if (done % 50 === 0) status.say(t('command.build.rendering', { done, of }));
    });
    status.clear();
    const heavy = weightProblems(compiled.heavy, loaded);
    const problems = counted([...loaded.problems, ...heavy].sort(compareProblems), call);
    if (problems.length > 0) report(problems, call, 'text');
    if (hasErrors(problems)) return undefined;
    status.say(t('command.build.publishing', { output }));
    return compiled;
  };

  const waiting = () => machine.err(`${t('command.build.waiting', { output })}\n`);
  try {
    const compiled = await publish(destination, write, waiting);
    if (compiled === undefined) return 1;
    status.clear();
    machine.out(`${doneLine(call, output, built, compiled)}\n`);
    if (built.notices === 0) machine.out(`${t('command.build.no_notices', { content })}\n`);
    return 0;
  } finally {
    status.clear();
  }
}

/** What the last line tells beside the pages. */
interface Built {
  readonly notices: number;
  readonly drafts: number;
  /** Texts that are still to come, by language. */
  readonly late: Readonly<Record<Locale, number>>;
}

function doneLine(
  { t, machine }: Call,
  output: string,
  { notices, drafts, late }: Built,
  { pages }: Compiled,
): string {
  const done = t('command.build.done', {
    output,
    notices: t('command.count.notices', { count: notices }),
    pages: t('command.count.pages', { count: pages }),
    seconds: Math.round(machine.elapsed() / 100) / 10,
  });
  const toCome = locales.flatMap((locale) =>
    late[locale] === 0 ? [] : [t(`command.build.late_${locale}`, { count: late[locale] })],
  );
  const heldBack = drafts === 0 ? [] : [t('command.build.drafts', { count: drafts })];
  return [done, ...toCome, ...heldBack].join(' ');
}
