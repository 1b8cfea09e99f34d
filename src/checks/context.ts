import type { Content, Linked } from '../content/content.ts';
import type { Document } from '../content/document/document.ts';
import type { Folder } from '../content/files.ts';
import type { Target } from '../content/links/targets.ts';
import type { DocumentBlock } from '../content/notice/blocks.ts';
import type { ReadNotice } from '../content/notice/read.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleName } from '../model/rules.ts';
import type { CivilDate } from '../model/values.ts';
import type { InEach } from '../model/words.ts';

/** Both languages of a folder with texts: a notice, a page, or the standing questions. */
export interface Texts {
  readonly folder: Folder;
  readonly documents: InEach<Document<unknown>>;
  readonly blocks: InEach<readonly DocumentBlock[]>;
  readonly target: Target;
  /** The day by which dates without a year are read; `undefined` for a page. */
  readonly day?: CivilDate | undefined;
}

/** A notice as its checks see it. */
export type CheckedNotice = Linked<ReadNotice> & Pick<Texts, 'blocks'>;

/** A check is a file with a rule or a family, and a function from what it looks at to its problems. */
export interface Check<Subject> {
  readonly id: RuleName;
  readonly check: CheckOf<Subject>;
}
export type CheckOf<Subject> = (subject: Subject, content: Content) => readonly Problem[];
