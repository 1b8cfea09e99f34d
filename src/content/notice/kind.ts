import { type NoticeKind, noticeKindNames, noticeKinds } from '../../model/notice-kinds.ts';
import type { Folder } from '../files.ts';

/** The kind of notice that a folder holds, if it holds one. */
export const kindOf = (folder: Folder): NoticeKind | undefined =>
  noticeKindNames.find((kind) => folder.files.has(noticeKinds[kind].facts));
