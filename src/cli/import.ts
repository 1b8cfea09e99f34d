import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Folder, readFolder } from '../content/files.ts';
import { imagesOf } from '../content/links/images.ts';
import { readSettings } from '../content/settings.ts';
import { importedIn, pathsIn } from '../import/existing.ts';
import { declaredLanguage, formats } from '../import/formats.ts';
import { type Sources, Unreadable } from '../import/history.ts';
import { type Existing, planImport } from '../import/plan.ts';
import { countsText, reportText, servicesText } from '../import/report.ts';
import { suggest } from '../language/suggest.ts';
import { UserError } from '../language/user-error.ts';
import { type Origin, origins } from '../model/notice.ts';
import { locales } from '../model/values.ts';
import { livePage } from '../site/live-page.ts';
import { filesBelow, isAddress } from '../site/remote.ts';
import { writeTogether } from '../site/write-together.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { clockOf } from './context.ts';
import { listProblems } from './report.ts';
import { statusLine } from './status-line.ts';
import { alone, noticesIn } from './workspace.ts';

const reportName = 'import-report.md';

/** `import statuspage|cstate|upptime FROM`: the history of another status page. Writes all of it or nothing. */
export async function importHistory(context: CommandContext): Promise<number> {
  const { given, system, t } = context;
  const origin = originOf(context);
  const from = context.operands[1];
  if (from === undefined) throw new UserError(2, 'command.import.from_missing', { kind: origin });
  const content = given.content ?? 'content';
  const existing = existingIn(content, context);
  if (existing === undefined) return 1;
  const status = statusLine(system);
  try {
    status.say(t('command.import.reading', { from }));
    const sources = await sourcesOf(origin, from);
    const now = clockOf(context)(existing.site?.settings.zone ?? 'UTC');
    const history = formats[origin].read(sources, now);
    const locale =
      given['text-language'] ?? declaredLanguage(origin, sources) ?? existing.site?.settings.primary ?? 'en';
    const progress = (done: number, of: number) => {
      if (done % 50 === 0) status.say(t('command.import.planning', { done, of }));
    };
    const plan = planImport(history, existing, { locale, now, progress });
    status.clear();
    if (plan.read > 0 && plan.refused === plan.read) {
      system.err(`${reportText(plan, from, t)}\n${t('command.import.all_refused')}\n`);
      return 1;
    }
    const report = reportText(plan, from, t);
    const reportFile = join(dirname(content), reportName);
    if (given['dry-run']) system.out(`${report}\n`);
    else if (plan.files.size > 0) {
      const before = existsSync(reportFile) ? `${readFileSync(reportFile, 'utf8').trimEnd()}\n\n` : '';
      await alone(context, content, () => {
        writeTogether(content, plan.files);
        writeTogether(dirname(content), new Map([[reportName, before + report]]));
      });
    }
    if (given['text-language'] === undefined) system.out(`${t(`command.import.language_${locale}`)}\n`);
    system.out(`${countsText(plan, t)}\n`);
    if (plan.services.length > 0) system.out(`${servicesText(plan, t, 10)}\n`);
    if (plan.written > 0) system.out(`${t('command.import.zone', { zone: plan.zone })}\n`);
    if (plan.mayBeLate) system.out(`${t('command.import.late')}\n`);
    const count = plan.remarks.length;
    system.out(
      `${count === 0 ? t('command.import.whole') : t('command.import.remarks', { count, file: reportFile })}\n`,
    );
    system.out(
      `${given['dry-run'] ? t('command.import.dry') : t('command.new.then', { content: contentOption(context) })}\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    status.clear();
    return told(error, origin, from, context);
  } finally {
    status.clear();
  }
}

/** What cannot be read as a history: the wrong place is a wrong call, a broken file has errors. */
function told(
  { reason, file }: Unreadable,
  origin: Origin,
  from: string,
  { system, t }: CommandContext,
): number {
  const hint = reason === 'none' ? (`none.hint.${origin}` as const) : (`${reason}.hint` as const);
  system.err(`${t(`command.import.unreadable.${reason}`, { file, from, kind: origin })}\n`);
  system.err(`    ${t(`command.import.unreadable.${hint}`)}\n`);
  return reason === 'none' ? 2 : 1;
}

function originOf({ operands: [found] }: CommandContext): Origin {
  const allowed = origins.join(', ');
  const origin = origins.find((one) => one === found);
  if (origin !== undefined) return origin;
  if (found === undefined) throw new UserError(2, 'command.import.kind_missing', { allowed });
  const meant = suggest(found.toLowerCase(), origins);
  throw new UserError(2, 'command.import.kind', { found, allowed: meant ?? allowed });
}

async function sourcesOf(origin: Origin, from: string): Promise<Sources> {
  const { endings, published, besides } = formats[origin];
  if (isAddress(from)) {
    if (published.length === 0) throw new UserError(2, 'command.import.no_address', { kind: origin });
    return livePage(from, published, besides);
  }
  if (statSync(from, { throwIfNoEntry: false }) === undefined)
    throw new UserError(2, 'command.import.no_such', { from });
  const { files, unreadable } = filesBelow(from, endings);
  if (unreadable !== undefined) throw new Unreadable('encoding', unreadable);
  return files;
}

/** What the content folder holds; nothing where `site.yml` has errors, which are then told. */
function existingIn(content: string, context: CommandContext): Existing | undefined {
  const found = statSync(content, { throwIfNoEntry: false });
  if (found === undefined) return { ids: new Set(), imported: new Map(), paths: new Set() };
  if (!found.isDirectory()) throw new UserError(2, 'command.import.content_file', { content });
  const folder = readFolder(content);
  const notices = [...noticesIn({ content: folder })].map(([id, one]) => ({ id, ...one }));
  const read = (path: string) => readFileSync(path, 'utf8');
  const imported = notices.flatMap(({ id, folder: { path }, kind }) => {
    const origin = importedIn(read(`${path}/${kind}.yml`));
    return origin === undefined ? [] : [[origin, id] as const];
  });
  const paths = notices.flatMap(({ folder: { path, files } }) =>
    locales.flatMap((locale) => (files.has(`${locale}.md`) ? pathsIn(read(`${path}/${locale}.md`)) : [])),
  );
  const site = siteIn(folder, context);
  if (site === undefined) return undefined;
  return {
    ...site,
    ids: new Set([...notices.map(({ id }) => id), ...standing(folder)]),
    imported: new Map(imported),
    paths: new Set(paths),
  };
}

/** Names of folders that are no notice yet are taken too. */
const standing = ({ folders }: Folder): readonly string[] =>
  folders
    .filter(({ path }) => /^(?:incidents|maintenance)$/.test(basename(path)))
    .flatMap((one) => one.folders.map(({ path }) => basename(path)));

function siteIn(folder: Folder, context: CommandContext): Pick<Existing, 'site'> | undefined {
  if (!folder.files.has('site.yml')) return {};
  const { value, problems } = readSettings(folder, imagesOf());
  const { settings, isSound } = value;
  if (isSound) return { site: { text: readFileSync(`${folder.path}/site.yml`, 'utf8'), settings } };
  listProblems(problems, context);
  return undefined;
}
