import { instantAt } from '../language/format/zones.ts';
import { nextChanges } from '../model/next-change.ts';
import { isoOf } from '../model/values.ts';
import type { CommandContext } from './command.ts';
import { loadContent } from './context.ts';
import { hasErrors, report } from './report.ts';

/** `next`: when the clock next changes what the site says, a line for each change; no line where nothing is to come. */
export async function next(context: CommandContext): Promise<number> {
  const { system, t } = context;
  const { site, now, problems } = loadContent(context);
  if (site === undefined || hasErrors(problems)) {
    report(problems, context, 'text');
    return 1;
  }
  const changes = nextChanges(site, now.epoch);
  for (const { at, kind, notice, part } of changes) {
    const what = t(`command.next.${kind}`, { id: part === undefined ? notice : `${notice}, ${part}` });
    system.out(`${isoOf(instantAt(at, site.zone))}  ${what}\n`);
  }
  if (changes.length === 0) system.err(`${t('command.next.nothing')}\n`);
  return 0;
}
