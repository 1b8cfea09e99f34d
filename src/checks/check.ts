import type { Agreed } from '../content/agreed.ts';
import type { ReadFaq, ReadPage } from '../content/build/pages.ts';
import { type Document, divide } from '../content/document/document.ts';
import type { Folder } from '../content/files.ts';
import type { Target, Targets } from '../content/links/targets.ts';
import { blocksOf, bodyBlock, type DocumentBlock, frontBlocks, partBlock } from '../content/notice/blocks.ts';
import type { ReadNotice } from '../content/notice/read.ts';
import type { Clock } from '../content/schema/fields.ts';
import type { Glossary } from '../language/wording/glossary.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/site.ts';
import { type Locale, locales } from '../model/values.ts';
import type { InEach } from '../model/words.ts';
import { type Names, noticeProblems } from './facts/consistency.ts';
import { followUpProblems } from './facts/overdue.ts';
import { checkApology, type Scorecard } from './texts/apology.ts';
import { factsInWords } from './texts/figures.ts';
import { lateProblems } from './texts/late.ts';
import { referenceProblems } from './texts/links.ts';
import { missingFile } from './texts/page-files.ts';
import { numberProblems, pageParity, parityProblems } from './texts/parity.ts';
import { lintProblems } from './texts/prose.ts';
import { staleProblems } from './texts/stale.ts';

/** What reviewing a text needs of the whole site. */
export interface CheckContext {
  readonly settings: Pick<Settings, 'mayBeLate' | 'organization' | 'base'>;
  readonly clock: Clock;
  readonly names: Names;
  readonly targets: Targets;
  readonly glossary: Glossary;
  readonly agreed: Agreed;
}

type Blocks = InEach<readonly DocumentBlock[]>;

/** Everything that can be told of one notice once it is read, and the scorecards of its apology. */
export function checkNotice(
  notice: ReadNotice,
  target: Target,
  context: CheckContext,
): { readonly problems: readonly Problem[]; readonly scorecards: readonly Scorecard[] } {
  const { mayBeLate } = context.settings;
  const blocks = blocksIn(notice.texts);
  const apology = checkApology(notice, context.settings.organization, context.clock);
  const problems = [
    ...apology.problems,
    ...noticeProblems(notice, context.names),
    ...followUpProblems(notice, context.clock),
    ...lateProblems(notice, mayBeLate),
    ...parityProblems(notice, mayBeLate),
    ...factsInWords(notice, blocks),
    ...pairProblems(notice.id, blocks, target, context),
    ...locales.flatMap((locale) =>
      references(notice.texts[locale]?.document, notice.folder, target, context),
    ),
    ...wordingOf(blocks, context),
  ];
  return { problems, scorecards: apology.scorecards };
}

const blocksIn = (texts: ReadNotice['texts']): Blocks =>
  inEach((locale) => texts[locale] && blocksOf(texts[locale]));

/** What is told of the two texts side by side. */
function pairProblems(
  id: string,
  { en, fr }: Blocks,
  target: Target,
  { targets, agreed }: CheckContext,
): Problem[] {
  if (en === undefined || fr === undefined) return [];
  const both = { en, fr };
  return [...numberProblems(both, target, targets), ...staleProblems(id, both, agreed)];
}

export function checkPage(page: ReadPage, target: Target, context: CheckContext): Problem[] {
  const blocks = inEach((locale) => pageBlocks(page.documents[locale]));
  return [
    ...pageParity(page.documents, blocks, target, context.targets),
    ...standing(page, target, context),
    ...wordingOf(blocks, context),
  ];
}

export function checkFaq(faq: ReadFaq, target: Target, context: CheckContext): Problem[] {
  const blocks = inEach((locale) => pageBlocks(faq.documents[locale]));
  return [
    ...pageParity(faq.documents, blocks, target, context.targets),
    ...standing(faq, target, context),
    ...wordingOf(blocks, context),
  ];
}

const references = (
  document: Document<unknown> | undefined,
  folder: Folder,
  target: Target,
  { targets, settings }: CheckContext,
) => referenceProblems(document, folder, target, targets, settings.base);

/** What is told of the files of a page, or of the standing questions, and of their links. */
const standing = (
  { folder, documents }: ReadPage | ReadFaq,
  target: Target,
  context: CheckContext,
): Problem[] =>
  locales.flatMap((locale) => [
    ...missingFile(folder, locale, context.settings.mayBeLate),
    ...references(documents[locale], folder, target, context),
  ]);

const wordingOf = (blocks: Blocks, { glossary }: CheckContext): Problem[] =>
  locales.flatMap((locale) => lintProblems(blocks[locale] ?? [], locale, glossary));

/** The blocks of a page: what stands under each heading of level 2, by its id or its number. */
function pageBlocks(document: Document<{ readonly title: string }> | undefined): DocumentBlock[] | undefined {
  if (document === undefined) return undefined;
  const { opening, divisions } = divide(document, document.body, 2);
  const start = { file: document.file, line: document.firstLine, column: 1 };
  const parts = divisions.map((part, index) => {
    const { id } = part.heading;
    return partBlock(document, id === undefined ? `${index + 1}` : `#${id}`, part, true);
  });
  return [...frontBlocks(document), bodyBlock(document, 'intro', opening, start), ...parts];
}

function inEach<T>(make: (locale: Locale) => T | undefined): InEach<T> {
  const made: { [L in Locale]?: T } = {};
  for (const locale of locales) {
    const one = make(locale);
    if (one !== undefined) made[locale] = one;
  }
  return made;
}
