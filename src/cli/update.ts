import { readFileSync } from 'node:fs';
import { readDocument } from '../content/document/document.ts';
import { sectionsOf } from '../content/document/sections.ts';
import { readSource } from '../content/files.ts';
import { noticeFrontMatter } from '../content/schema/front-matter.ts';
import { tolerance } from '../content/schema/notices.ts';
import { readTime, typedTime } from '../content/schema/times.ts';
import { readYamlFile } from '../content/yaml/parse.ts';
import type { NewEntry } from '../edit/insert-entry.ts';
import { timesOf, updated } from '../edit/update.ts';
import { instantAt } from '../language/format/zones.ts';
import { problemWords } from '../language/problem-text.ts';
import { valueMeant } from '../language/suggest.ts';
import { UserError } from '../language/user-error.ts';
import { noticeKinds } from '../model/notice-kinds.ts';
import { isFault, type Problem } from '../model/problem.ts';
import { titleText } from '../model/sections.ts';
import type { Settings } from '../model/site.ts';
import { compareMoments, deadlineOf, type Locale, locales, type Moment, startOf } from '../model/values.ts';
import { changesOf } from './changes.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { clockOf } from './context.ts';
import { withDay, withDayAfter } from './hour.ts';
import { listProblems } from './report.ts';
import { agreedWith, phaseFor, type Saying, sayingOf, wordsOf } from './say.ts';
import { regionsGiven, servicesGiven } from './services.ts';
import {
  alone,
  answer,
  type Found,
  noticeOf,
  openWorkspace,
  saveAll,
  schemasFor,
  type Workspace,
} from './workspace.ts';

/**
 * `update ID --phase PHASE`: an entry in the facts and its heading in both texts, now unless `--at` says when. Every
 * edit is made before any file is written; where one cannot be, nothing is (1), and what to add by hand is told.
 */
export async function update(context: CommandContext): Promise<number> {
  const workspace = openWorkspace(context);
  if (workspace === undefined) return 1;
  const notice = await noticeOf(context, workspace);
  const files = filesOf(notice);
  const facts = readYamlFile(files.facts, 'commitments');
  const problems = [
    ...facts.problems,
    ...locales.flatMap((locale) => {
      const file = files.documents[locale];
      return file === undefined ? [] : readSource(file).problems;
    }),
    ...locales.flatMap((locale) => timelineAstray(files.documents[locale], locale)),
  ];
  const { value: saying, problems: unsaid } = sayingOf(context, workspace, notice);
  const amiss = problems.length > 0 ? problems : unsaid;
  if (amiss.length > 0) {
    listProblems(amiss, context);
    return 1;
  }
  const made = await entryOf(context, notice, workspace.settings, saying && phaseFor(saying));
  return alone(context, workspace.content.path, () => add(context, workspace, notice, made, saying));
}

/** What is left to do once it is over; only an incident can have ended before that was said. */
const afterwards: Readonly<Record<string, 'command.update.over' | 'command.update.completed'>> = {
  resolved: 'command.update.over',
  completed: 'command.update.completed',
};

type Made = { readonly entry: NewEntry; readonly at: Moment };

/** Reads the files as they are by now, and writes the entry into all of them. */
function add(
  context: CommandContext,
  workspace: Workspace,
  notice: Found,
  { entry, at }: Made,
  saying: Saying | undefined,
): number {
  const { system, t } = context;
  const { zone } = workspace.settings;
  const files = filesOf(notice);
  const before = timesOf(readYamlFile(files.facts, 'commitments').value.value, zone);
  if (
    at.kind === 'instant' &&
    before.some((one) => one.kind === 'instant' && compareMoments(one, at) === 0)
  ) {
    throw new UserError(2, 'command.update.same_time', { at: entry.at });
  }
  const nth =
    1 + before.filter((one) => at.kind === 'day' && one.kind === 'day' && one.date === at.date).length;
  const raw = (file: string) => readFileSync(file, 'utf8');
  const documents = Object.fromEntries(
    Object.entries(files.documents).map(([locale, file]) => [locale, raw(file)]),
  );
  const words = saying && wordsOf(saying, { at, entry }, workspace.settings);
  const after = updated({ facts: raw(files.facts), documents }, entry, nth, zone, words);
  const edits = [
    { file: files.facts, edit: after.facts },
    ...locales.flatMap((locale) => {
      const file = files.documents[locale];
      return file === undefined ? [] : [{ file, edit: after.documents[locale] }];
    }),
  ];
  const refused = edits.find(({ edit }) => edit === undefined);
  if (refused !== undefined) {
    system.err(`${t('command.update.by_hand', { file: refused.file, at: entry.at, phase: entry.phase })}\n`);
    return 1;
  }
  const written = edits.flatMap(({ file, edit }) => (edit === undefined ? [] : [{ file, text: edit.text }]));
  const agreed = saying && agreedWith(context, workspace, notice, saying.schemas, at, written);
  saveAll(workspace.content.path, [...written, ...(agreed ?? []), ...schemasFor(workspace, context)]);
  const done = saying === undefined ? 'command.update.done' : 'command.update.said';
  const values = { at: entry.at, phase: entry.phase, name: saying?.phrase.name ?? '' };
  system.out(`${t(done, values)}\n`);
  for (const { file, edit } of edits) system.out(`  ${file}:${edit?.line}\n`);
  for (const locale of locales) {
    if (files.documents[locale] === undefined) {
      system.out(`  ${t('command.update.late', { file: `${notice.folder.path}/${locale}.md` })}\n`);
    }
  }
  for (const line of changesOf(context, workspace, notice, at) ?? []) system.out(`${line}\n`);
  system.out(`${t(afterwards[entry.phase] ?? 'command.update.reread')}\n`);
  system.out(`${t('command.new.then', { content: contentOption(context) })}\n`);
  return 0;
}

/** A heading that is meant for the timeline's and is not: an entry would go under another. */
function timelineAstray(file: string | undefined, locale: Locale): readonly Problem[] {
  const source = file === undefined ? undefined : readSource(file).value;
  const document = source && readDocument(source, locale, noticeFrontMatter).value;
  const problems = document === undefined ? [] : sectionsOf(document).problems;
  const meant = new Set(Object.values(titleText('timeline')));
  return problems.filter(({ rule, values }) => rule === 'section/unknown' && meant.has(String(values.meant)));
}

interface Files {
  readonly facts: string;
  readonly documents: Readonly<Partial<Record<Locale, string>>>;
}

function filesOf({ folder, kind }: Found): Files {
  const documents = locales.filter((locale) => folder.files.has(`${locale}.md`));
  return {
    facts: `${folder.path}/${kind}.yml`,
    documents: Object.fromEntries(documents.map((locale) => [locale, `${folder.path}/${locale}.md`])),
  };
}

/** What the new entry says, asked for on a terminal where it was not given. */
async function entryOf(
  context: CommandContext,
  { kind }: Found,
  settings: Settings,
  usual: string | undefined,
): Promise<Made> {
  const { given, t } = context;
  const { zone } = settings;
  const now = instantAt(clockOf(context)(zone), zone);
  // A time that cannot be read is told whatever else is missing.
  for (const written of [given.at, given.next, given.expected])
    if (written !== undefined) timeOf(withDay(written, now.date), zone, context);
  const phases = noticeKinds[kind].phases;
  const allowed = phases.join(', ');
  const phase = given.phase ?? usual ?? (await answer(context, t('command.update.ask.phase', { allowed })));
  if (!phases.some((one) => one === phase)) throw unknownPhase(phase, phases);
  const writtenAt =
    (given.at && withDay(given.at, now.date)) ??
    ((await answer(context, t('command.update.ask.at', { now: typedTime(now, zone) }))) ||
      typedTime(now, zone));
  const at = timeOf(writtenAt, zone, context);
  if (startOf(at) > now.epoch + tolerance)
    throw new UserError(2, 'command.update.future', { at: writtenAt, now: typedTime(now, zone) });
  // Maintenance promises nothing but its window.
  if (kind === 'maintenance') {
    if (given.next !== undefined || given.expected !== undefined)
      throw new UserError(2, 'command.update.no_next');
    if (given.services !== undefined) throw new UserError(2, 'command.update.no_services');
    if (given.regions !== undefined) throw new UserError(2, 'command.update.no_regions');
    return { entry: { at: writtenAt, phase }, at };
  }
  const next =
    given.next ?? (phase === 'resolved' ? '' : await answer(context, t('command.update.ask.next')));
  const later = (written: string): string => {
    const full = withDayAfter(written, at, zone);
    if (deadlineOf(timeOf(full, zone, context)) <= startOf(at))
      throw new UserError(2, 'command.update.next_before', { next: full, at: writtenAt });
    return full;
  };
  const said = {
    ...(given.services === undefined ? {} : { services: servicesGiven(given.services, settings) }),
    ...(given.regions === undefined ? {} : { regions: regionsGiven(given.regions, settings) }),
    ...(next === '' ? {} : { next: later(next) }),
    ...(given.expected === undefined ? {} : { expected: later(given.expected) }),
  };
  return { entry: { at: writtenAt, phase, ...said }, at };
}

function unknownPhase(found: string, phases: readonly string[]): UserError {
  const allowed = phases.join(', ');
  if (found === '') return new UserError(2, 'command.update.phase_missing', { allowed });
  const meant = valueMeant(found, phases);
  return meant === undefined
    ? new UserError(2, 'command.update.phase', { found, allowed })
    : new UserError(2, 'command.update.phase_nearest', { found, meant });
}

/** Refuses (2) what is no time, in the sentence that `check` would have for it. */
function timeOf(written: string, zone: string, context: CommandContext): Moment {
  const read = readTime(written, zone, instantAt(clockOf(context)(zone), zone));
  if (!isFault(read)) return read;
  const words = problemWords(read, context.locale);
  throw new UserError(2, 'command.update.time', { message: words.message, hint: words.hint ?? '' });
}
