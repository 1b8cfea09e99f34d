import { noticeKindNames, noticeKinds } from '../../model/notice-kinds.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import { type Folder, nearlyNamed, placeIn } from '../files.ts';
import { kindOf } from './kind.ts';

/** The folders that hold a notice, anywhere but among the pages and the standing questions. */
export function noticeFolders(content: Folder, problems: Problem[]) {
  const found: { folder: Folder; kind: NonNullable<ReturnType<typeof kindOf>> }[] = [];
  const look = (folder: Folder) => {
    const kind = kindOf(folder);
    if (kind !== undefined) found.push({ folder, kind });
    else if (locales.some((locale) => folder.files.has(`${locale}.md`))) {
      const name = folder.path.startsWith(`${content.path}/maintenance/`)
        ? noticeKinds.maintenance.facts
        : noticeKinds.incident.facts;
      const near = nearlyNamed(folder, name);
      const values = { found: near ?? name, meant: name };
      const variant = near === undefined ? 'facts' : 'named';
      problems.push(problem('file/missing', placeIn(`${folder.path}/${name}`), values, variant));
    }
    folder.folders.forEach(look);
  };
  const noticesBelow = (folder: Folder) => {
    if (kindOf(folder) !== undefined) look(folder);
    else folder.folders.forEach(noticesBelow);
  };
  const pages = `${content.path}/pages`;
  for (const folder of content.folders) {
    if (folder.path === pages) {
      reportAstray(folder, texts, 'page', problems);
      folder.folders.forEach(noticesBelow);
    } else if (folder.path === `${content.path}/faq`) folder.folders.forEach(noticesBelow);
    else look(folder);
  }
  reportAstray(
    content,
    [...noticeKindNames.map((kind) => noticeKinds[kind].facts), ...texts],
    'notice',
    problems,
  );
  return found;
}

const texts = locales.map((locale) => `${locale}.md`);

/** Files that stand above the folder of a notice or of a page, where nothing reads them. */
function reportAstray(
  { path, files }: Folder,
  names: readonly string[],
  variant: string,
  problems: Problem[],
) {
  for (const name of names)
    if (files.has(name))
      problems.push(problem('file/astray', placeIn(`${path}/${name}`), { found: name }, variant));
}
