import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isGuidance } from '../content/document/guidance.ts';
import { type Folder, readFolder } from '../content/files.ts';
import { type Kind, kindOf } from '../content/notice/kind.ts';
import { jsonSchemas, schemaFolder } from '../content/schema/json-schema.ts';
import { readSettings } from '../content/settings.ts';
import { tell, toldText } from '../language/problem-text.ts';
import { nearest } from '../language/suggest.ts';
import { Refusal } from '../language/user-error.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/site.ts';
import type { Call } from './command.ts';
import { contentOf, contentOption } from './context.ts';

/** A content folder whose `site.yml` is sound. */
export interface Desk {
  readonly content: Folder;
  readonly settings: Settings;
}

/** Opens the content folder; nothing where `site.yml` has errors, which are then told. */
export function openDesk(call: Call): Desk | undefined {
  const problems: Problem[] = [];
  const content = readFolder(contentOf(call));
  const { settings, isSound } = readSettings(content, problems);
  if (isSound) return { content, settings };
  complain(problems, call);
  return undefined;
}

export const complain = (problems: readonly Problem[], call: Call): void => {
  const { machine, locale } = call;
  for (const one of problems) machine.err(`${toldText(tell(one, locale, contentOption(call)))}\n`);
};

export interface Found {
  readonly folder: Folder;
  readonly kind: Kind;
}

/** Every notice's folder, by its id. */
export function noticesIn({ content }: Desk): ReadonlyMap<string, Found> {
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
export async function noticeOf(call: Call, desk: Desk): Promise<Found & { readonly id: string }> {
  const notices = noticesIn(desk);
  const id = call.operands[0] ?? (await answer(call, call.t('command.ask.id')));
  const notice = notices.get(id);
  if (notice !== undefined) return { ...notice, id };
  if (id === '') throw new Refusal(2, 'command.notice.missing');
  const begun = [...notices.keys()].filter((one) => one.startsWith(`${id}-`));
  const meant = begun.length === 1 ? begun[0] : nearest(id, [...notices.keys()]);
  throw meant === undefined
    ? new Refusal(2, 'command.notice.unknown', { found: id })
    : new Refusal(2, 'command.notice.nearest', { found: id, meant });
}

/** What is answered on the terminal; nothing where nobody can answer. */
export const answer = async ({ machine: { ask } }: Call, question: string): Promise<string> =>
  ask === undefined ? '' : (await ask(`${question} `)).trim();

/** Writes beside the file first, so that a full disk leaves what was there. */
export function save(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  const beside = `${file}.new`;
  writeFileSync(beside, text, mode === undefined ? {} : { mode });
  renameSync(beside, file);
}

/** Writes the schemas for editors, and gives their paths. */
export function saveSchemas({ content, settings }: Desk, { locale }: Call): readonly string[] {
  const services = settings.services.map(({ id }) => id);
  const regions = settings.regions.map(({ id }) => id);
  return [...jsonSchemas({ services, regions, locale })].map(([name, text]) => {
    const file = `${content.path}/${schemaFolder}/${name}`;
    save(file, text);
    return file;
  });
}

/** The lines (from 1) that still want a value or words. */
export const unfilled = (text: string): readonly number[] =>
  text.split('\n').flatMap((line, index) => {
    const empty = /^ *(?:services: \[\]|(?:title|summary|impact|from|until|next):)(?: *#.*)?\r?$/.test(line);
    return empty || isGuidance(line) ? [index + 1] : [];
  });
