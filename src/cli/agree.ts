import { pairsOf } from '../checks/texts/stale.ts';
import { type Agreed, agreedFile, readAgreed } from '../content/agreed.ts';
import { readFolder } from '../content/files.ts';
import { blocksOf } from '../content/notice/blocks.ts';
import { readNotice, schemasOf } from '../content/notice/read.ts';
import { agreedText } from '../edit/agree.ts';
import { instantAt } from '../language/format/zones.ts';
import { locales } from '../model/values.ts';
import type { CommandContext } from './command.ts';
import { clockOf, loadContent } from './context.ts';
import { hasErrors, listProblems } from './report.ts';
import { alone, noticeOf, noticesIn, openWorkspace, saveAll } from './workspace.ts';

/** `agree ID`: records what both texts say now, block by block; what is changed on one side alone is stale from here. */
export async function agree(context: CommandContext): Promise<number> {
  const { system, t } = context;
  const workspace = openWorkspace(context);
  if (workspace === undefined) return 1;
  const { content, settings } = workspace;
  const { id, folder, kind } = await noticeOf(context, workspace);
  const missing = locales.find((locale) => !folder.files.has(`${locale}.md`));
  if (missing !== undefined) {
    system.err(`${t('command.agree.one_language', { id, file: `${folder.path}/${missing}.md` })}\n`);
    return 1;
  }
  // What is agreed anew is stale no longer; all else that is amiss with the notice is told, and its errors refuse.
  const amiss = loadContent(context).problems.filter(
    ({ rule, place }) => place.file.startsWith(`${folder.path}/`) && rule !== 'parity/stale',
  );
  const { problems } = readAgreed(content);
  const now = instantAt(clockOf(context)(settings.zone), settings.zone);
  const { en, fr } = readNotice(folder, kind, schemasOf({ zone: settings.zone, now })).value.texts;
  const isRefused = en === undefined || fr === undefined || hasErrors([...problems, ...amiss]);
  listProblems([...problems, ...amiss], context);
  if (isRefused) {
    system.err(`${t('command.agree.refused', { id })}\n`);
    return 1;
  }
  const pairs = pairsOf({ en: blocksOf(en), fr: blocksOf(fr) });
  // What was agreed of notices that are gone goes too.
  const notices = noticesIn(workspace);
  const file = `${content.path}/${agreedFile}`;
  await alone(context, content.path, () => {
    const others = [...readAgreed(readFolder(content.path)).value].filter(
      ([other]) => other !== id && notices.has(other),
    );
    const kept: Agreed = new Map([...others, [id, pairs]]);
    saveAll(content.path, [{ file, text: agreedText(kept, t('command.agree.comment')) }]);
  });
  system.out(`${t('command.agree.done', { count: Object.keys(pairs).length, id, file })}\n`);
  return 0;
}
