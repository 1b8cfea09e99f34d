import { existsSync, statSync } from 'node:fs';
import { schemaFolder } from '../content/schema/json-schema.ts';
import { isId } from '../content/schema/scalars.ts';
import { typedTime } from '../content/schema/times.ts';
import { scaffolds } from '../edit/scaffold.ts';
import { instantAt } from '../language/format/zones.ts';
import { valueMeant } from '../language/suggest.ts';
import { UserError } from '../language/user-error.ts';
import { type NoticeKind, noticeKindNames, noticeKinds } from '../model/notice-kinds.ts';
import { shortSlugOf } from '../model/urls.ts';
import { locales } from '../model/values.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { clockOf } from './context.ts';
import { alone, answer, noticesIn, openWorkspace, placeholders, saveAll, schemasFor } from './workspace.ts';

/** `new incident|maintenance ID`: a folder with the facts and both texts, ready to fill. Never writes over a file. */
export async function newNotice(context: CommandContext): Promise<number> {
  const { given, locale, system, t } = context;
  const workspace = openWorkspace(context);
  if (workspace === undefined) return 1;
  const { content, settings } = workspace;
  const kind = await kindOfCall(context);
  const titles = {
    en: given['title-en'] ?? (await answer(context, t('command.new.ask.title_en'))),
    fr: given['title-fr'] ?? (await answer(context, t('command.new.ask.title_fr'))),
  };
  const id = await idOfCall(context, shortSlugOf(titles[settings.primary], 60));
  const { folder, facts } = noticeKinds[kind];
  const path = `${content.path}/${folder}/${id}`;
  const taken =
    noticesIn(workspace).get(id)?.folder.path ?? (statSync(path, { throwIfNoEntry: false }) && path);
  if (taken !== undefined)
    throw new UserError(2, 'command.new.exists', { id, folder: taken, content: contentOption(context) });
  const texts = scaffolds[kind]({
    locale,
    schema: `../../${schemaFolder}/${kind}.json`,
    zone: settings.zone,
    services: settings.services.map((service) => service.id),
    regions: settings.regions.map((region) => region.id),
    at: typedTime(instantAt(clockOf(context)(settings.zone), settings.zone), settings.zone),
    titles,
  });
  const files = [
    { file: `${path}/${facts}`, text: texts.facts },
    ...locales.map((one) => ({ file: `${path}/${one}.md`, text: texts[one] })),
  ];
  await alone(context, content.path, () => {
    if (existsSync(path))
      throw new UserError(2, 'command.new.exists', { id, folder: path, content: contentOption(context) });
    saveAll(content.path, [...files, ...schemasFor(workspace, context)]);
  });
  system.out(`${t('command.new.done')}\n`);
  for (const { file, text } of files) {
    const places = placeholders(text);
    // A terminal opens a file at a line that is clicked.
    const rows = system.terminal
      ? places.map(({ line, part }) => `${file}:${line}  ${part}`.trimEnd())
      : [t('command.new.lines', { file, lines: places.map(({ line }) => line).join(', ') })];
    for (const row of rows) system.out(`  ${row}\n`);
  }
  system.out(`${t('command.new.then', { content: contentOption(context) })}\n`);
  return 0;
}

async function kindOfCall(context: CommandContext): Promise<NoticeKind> {
  const allowed = noticeKindNames.join(', ');
  const found =
    context.operands[0] ?? (await answer(context, context.t('command.new.ask.kind', { allowed })));
  const kind = noticeKindNames.find((name) => name === found);
  if (kind !== undefined) return kind;
  if (found === '') throw new UserError(2, 'command.new.kind_missing', { allowed });
  const named = context.operands[1];
  if (/^(?:pages?|faq)$/.test(found)) {
    const folder = `${context.given.content ?? 'content'}/${found === 'faq' ? 'faq' : `pages/${named ?? 'contact'}`}`;
    throw new UserError(2, 'command.new.page', { found, allowed, folder });
  }
  const meant = valueMeant(found, noticeKindNames);
  const id = named ?? (isId(found) ? found : context.t('command.new.sample'));
  throw meant === undefined
    ? new UserError(2, 'command.new.kind', { found, allowed, id })
    : new UserError(2, 'command.new.kind_nearest', { found, meant, id });
}

/** The id that is typed; on a terminal, what the title suggests unless something else is answered. */
async function idOfCall(context: CommandContext, suggestion: string): Promise<string> {
  const asked = suggestion === '' ? 'command.new.ask.id' : 'command.new.ask.id_or';
  const found =
    context.operands[1] ??
    ((await answer(context, context.t(asked, { suggestion }))) || (context.system.ask ? suggestion : ''));
  if (isId(found)) return found;
  if (found === '') throw new UserError(2, 'command.new.id_missing');
  const meant = shortSlugOf(found, 60);
  throw meant === ''
    ? new UserError(2, 'command.new.id', { found })
    : new UserError(2, 'command.new.id_nearest', { found, meant });
}
