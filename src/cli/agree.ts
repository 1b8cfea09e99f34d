import { pairsOf } from '../checks/texts/stale.ts';
import { type Agreed, agreedFile, readAgreed } from '../content/agreed.ts';
import { blocksOf } from '../content/notice/blocks.ts';
import { readNotice, schemasOf } from '../content/notice/read.ts';
import { agreedText } from '../edit/agree.ts';
import { instantAt } from '../language/format/zones.ts';
import type { Problem } from '../model/problem.ts';
import { locales } from '../model/values.ts';
import type { Call } from './command.ts';
import { clockOf, loadContent } from './context.ts';
import { hasErrors } from './report.ts';
import { complain, noticeOf, noticesIn, openDesk, save } from './workspace.ts';

/** `agree ID`: records what both texts say now, block by block; what is changed on one side alone is stale from here. */
export async function agree(call: Call): Promise<number> {
  const { machine, t } = call;
  const desk = openDesk(call);
  if (desk === undefined) return 1;
  const { content, settings } = desk;
  const { id, folder, kind } = await noticeOf(call, desk);
  const missing = locales.find((locale) => !folder.files.has(`${locale}.md`));
  if (missing !== undefined) {
    machine.err(`${t('command.agree.one_language', { id, file: `${folder.path}/${missing}.md` })}\n`);
    return 1;
  }
  // What is agreed anew is stale no longer; all else that is amiss with the notice is told, and its errors refuse.
  const amiss = loadContent(call).problems.filter(
    ({ rule, place }) => place.file.startsWith(`${folder.path}/`) && rule !== 'parity/stale',
  );
  const problems: Problem[] = [];
  const agreed = readAgreed(content, problems);
  const now = instantAt(clockOf(call)(settings.zone), settings.zone);
  const { en, fr } = readNotice(folder, kind, schemasOf({ zone: settings.zone, now }), []).texts;
  const isRefused = en === undefined || fr === undefined || hasErrors([...problems, ...amiss]);
  complain([...problems, ...amiss], call);
  if (isRefused) {
    machine.err(`${t('command.agree.refused', { id })}\n`);
    return 1;
  }
  const pairs = pairsOf({ en: blocksOf(en), fr: blocksOf(fr) });
  // What was agreed of notices that are gone goes too.
  const notices = noticesIn(desk);
  const kept: Agreed = new Map([...[...agreed].filter(([other]) => notices.has(other)), [id, pairs]]);
  const file = `${content.path}/${agreedFile}`;
  save(file, agreedText(kept, t('command.agree.comment')));
  machine.out(`${t('command.agree.done', { count: Object.keys(pairs).length, id, file })}\n`);
  return 0;
}
