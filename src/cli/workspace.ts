import { relative } from 'node:path';
import { isGuidance } from '../content/document/guidance.ts';
import { type Folder, readFolder } from '../content/files.ts';
import { imagesOf } from '../content/links/images.ts';
import { kindOf } from '../content/notice/kind.ts';
import { jsonSchemas, schemaFolder } from '../content/schema/json-schema.ts';
import { readSettings } from '../content/settings.ts';
import { suggest } from '../language/suggest.ts';
import { UserError } from '../language/user-error.ts';
import type { NoticeKind } from '../model/notice-kinds.ts';
import type { Settings } from '../model/site.ts';
import { finishWriting, holding, writeTogether } from '../site/write-together.ts';
import { isWriting } from '../site/writing.ts';
import type { CommandContext } from './command.ts';
import { contentOf } from './context.ts';
import { listProblems } from './report.ts';

/** A content folder whose `site.yml` is sound. */
export interface Workspace {
  readonly content: Folder;
  readonly settings: Settings;
}

/** Opens the content folder; nothing where `site.yml` has errors, which are then told. */
export function openWorkspace(context: CommandContext): Workspace | undefined {
  const content = readFolder(contentOf(context));
  const { value, problems } = readSettings(content, imagesOf());
  const { settings, isSound } = value;
  if (isSound) return { content, settings };
  listProblems(problems, context);
  return undefined;
}

export interface Found {
  readonly folder: Folder;
  readonly kind: NoticeKind;
}

/** Every notice's folder, by its id. */
export function noticesIn({ content }: Pick<Workspace, 'content'>): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const look = (folder: Folder) => {
    const kind = kindOf(folder);
    if (kind !== undefined) found.set(folder.path.split('/').at(-1) ?? '', { folder, kind });
    folder.folders.forEach(look);
  };
  content.folders.forEach(look);
  return found;
}

/** The notice that the call names, or that is named on the terminal. Refuses (2) where there is none. */
export async function noticeOf(
  context: CommandContext,
  workspace: Workspace,
): Promise<Found & { readonly id: string }> {
  const notices = noticesIn(workspace);
  const id = context.operands[0] ?? (await answer(context, context.t('command.ask.id')));
  const notice = notices.get(id);
  if (notice !== undefined) return { ...notice, id };
  if (id === '') throw new UserError(2, 'command.notice.missing');
  const begun = [...notices.keys()].filter((one) => one.startsWith(`${id}-`));
  const meant = begun.length === 1 ? begun[0] : suggest(id, [...notices.keys()]);
  throw meant === undefined
    ? new UserError(2, 'command.notice.unknown', { found: id })
    : new UserError(2, 'command.notice.nearest', { found: id, meant });
}

/** What is answered on the terminal; nothing where nobody can answer. */
export const answer = async ({ system: { ask } }: CommandContext, question: string): Promise<string> =>
  ask === undefined ? '' : (await ask(`${question} `)).trim();

/** A file to write, with what it is to hold. */
export interface Written {
  readonly file: string;
  readonly text: string;
}

/** Writes files below a folder, all or none. */
export const saveAll = (folder: string, files: readonly Written[]): void =>
  writeTogether(folder, new Map(files.map(({ file, text }) => [relative(folder, file), text])));

/** Does what reads and writes in the content folder while no other command may. */
export const alone = <T>({ system, t }: CommandContext, folder: string, work: () => T): Promise<T> =>
  holding(folder, () => system.err(`${t('command.writing.waiting', { folder })}\n`), work);

/** Finishes or undoes what an interrupted command left in the content folder, and says so. */
export async function tidy(context: CommandContext): Promise<void> {
  const folder = context.given.content ?? 'content';
  if (!isWriting(folder)) return;
  const found = await alone(context, folder, () => finishWriting(folder));
  if (found === undefined) return;
  const { system, t } = context;
  const listed = (files: readonly string[]) =>
    files.flatMap((file) => (file.startsWith('.') ? [] : `  ${folder}/${file}\n`)).join('');
  system.err(`${t(`command.writing.${found.became}`, { folder })}\n${listed(found.files)}`);
  if (found.beside.length > 0) system.err(`${t('command.writing.beside')}\n${listed(found.beside)}`);
}

/** The schemas for editors. */
export function schemasFor({ content, settings }: Workspace, { locale }: CommandContext): readonly Written[] {
  const services = settings.services.map(({ id }) => id);
  const regions = settings.regions.map(({ id }) => id);
  return [...jsonSchemas({ services, regions, locale })].map(([name, text]) => ({
    file: `${content.path}/${schemaFolder}/${name}`,
    text,
  }));
}

/** The lines (from 1) that still want a value or words, and what goes there: a key, or the section above. */
export function placeholders(text: string): readonly { readonly line: number; readonly part: string }[] {
  let section = '';
  return text.split('\n').flatMap((written, index) => {
    section = /^## (.*?)\r?$/.exec(written)?.[1] ?? section;
    const key =
      /^ *(services(?=: \[\])|(?:title|summary|impact|from|until|next)(?=:))(?:: \[\]|:)(?: *#.*)?\r?$/.exec(
        written,
      )?.[1];
    if (key !== undefined) return [{ line: index + 1, part: key }];
    return isGuidance(written) ? [{ line: index + 1, part: section }] : [];
  });
}
