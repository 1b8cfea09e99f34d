import { type NoticeKind, noticeKindNames, noticeKinds } from '../../model/notice-kinds.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import { type Folder, nearlyNamed, placeIn, type Read } from '../files.ts';
import { kindOf } from './kind.ts';

export interface NoticeFolder {
  readonly folder: Folder;
  readonly kind: NoticeKind;
}

const texts = locales.map((locale) => `${locale}.md`);
const hasTexts = ({ files }: Folder): boolean => texts.some((name) => files.has(name));

/** The folders that hold a notice, anywhere except among the pages and the standing questions. */
export function noticeFolders(content: Folder): Read<readonly NoticeFolder[]> {
  const folders = content.folders.flatMap((folder) => {
    if (folder.path === `${content.path}/static`) return [];
    if (folder.path === `${content.path}/pages` || folder.path === `${content.path}/faq`)
      return folder.folders.flatMap(noticesBelow);
    return allBelow(folder);
  });
  const value = folders.flatMap((folder) => {
    const kind = kindOf(folder);
    return kind === undefined ? [] : [{ folder, kind }];
  });
  const pages = content.folders.find(({ path }) => path === `${content.path}/pages`);
  const facts = noticeKindNames.map((kind) => noticeKinds[kind].facts);
  return {
    value,
    problems: [
      ...folders.flatMap((folder) => withoutFacts(folder, content)),
      ...filesForFolders(content),
      ...foldersForFiles(content),
      ...(pages === undefined ? [] : astray(pages, texts, 'page')),
      ...astray(content, [...facts, ...texts], 'notice'),
    ],
  };
}

const allBelow = (folder: Folder): readonly Folder[] => [folder, ...folder.folders.flatMap(allBelow)];

/** Among pages a folder is a notice's once it has facts; so is everything below it. */
const noticesBelow = (folder: Folder): readonly Folder[] =>
  kindOf(folder) === undefined ? folder.folders.flatMap(noticesBelow) : allBelow(folder);

/** Texts in a folder without facts. */
function withoutFacts(folder: Folder, content: Folder): readonly Problem[] {
  if (kindOf(folder) !== undefined || !hasTexts(folder)) return [];
  const kind = folder.path.startsWith(`${content.path}/maintenance/`) ? 'maintenance' : 'incident';
  const name = noticeKinds[kind].facts;
  const near = nearlyNamed(folder, name);
  const values = { found: near ?? name, meant: name };
  const variant = near === undefined ? 'facts' : 'named';
  return [problem('file/missing', placeIn(`${folder.path}/${name}`), values, variant)];
}

const ownFolders = [...noticeKindNames.map((kind) => noticeKinds[kind].folder), 'pages', 'faq'];

/** `faq`, `pages.md`: a file in the place of a folder, which nothing reads. */
const filesForFolders = (content: Folder): readonly Problem[] =>
  [...content.files].flatMap((found) => {
    const name = ownFolders.find((one) => new RegExp(`^${one}(?:\\.(?:md|txt|ya?ml))?$`, 'i').test(found));
    if (name === undefined || noticeKindNames.some((kind) => noticeKinds[kind].facts === found)) return [];
    return [problem('file/astray', placeIn(`${content.path}/${found}`), { found, name }, 'folder')];
  });

/** `site.yml/`, `fr.md/`: a folder in the place of a file. */
const foldersForFiles = (content: Folder): readonly Problem[] =>
  allBelow(content).flatMap(({ path }) => {
    const found = path.split('/').at(-1) ?? '';
    const isRead = found === 'site.yml' && path !== `${content.path}/${found}`;
    if (path === content.path || isRead || !namesOfFiles.includes(found)) return [];
    return [problem('file/astray', placeIn(path), { found }, 'file')];
  });
const namesOfFiles = [
  ...['site.yml', 'glossary.yml', 'phrases.yml', 'agreed.yml'],
  ...noticeKindNames.map((kind) => noticeKinds[kind].facts),
  ...texts,
];

/** Files that stand above the folder of a notice or of a page, where nothing reads them. */
const astray = ({ path, files }: Folder, names: readonly string[], variant: string): readonly Problem[] =>
  names
    .filter((name) => files.has(name))
    .map((name) => problem('file/astray', placeIn(`${path}/${name}`), { found: name }, variant));
