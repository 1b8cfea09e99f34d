import { type Agreed, staleProblems } from '../content/agreed.ts';
import type { ReadFaq, ReadPage } from '../content/build/pages.ts';
import { divide, type Note } from '../content/document/document.ts';
import type { Target, Targets } from '../content/links/targets.ts';
import { blocksOf, bodyBlock, frontBlocks, type NoteBlock, partBlock } from '../content/notice/blocks.ts';
import type { ReadNotice } from '../content/notice/read.ts';
import type { Clock } from '../content/schema/fields.ts';
import type { Glossary } from '../language/wording/glossary.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/site.ts';
import { type Locale, locales } from '../model/values.ts';
import type { InEach } from '../model/words.ts';
import { type Names, noticeProblems } from './facts/consistency.ts';
import { followUpProblems } from './facts/overdue.ts';
import { reviewApology, type Scorecard } from './texts/apology.ts';
import { factsInWords } from './texts/figures.ts';
import { lateProblems } from './texts/late.ts';
import { numberProblems, pageParity, parityProblems } from './texts/parity.ts';
import { lintProblems } from './texts/prose.ts';
import { dayOfNotice, weekdayProblems } from './texts/weekdays.ts';

/** What reviewing a text needs of the whole site. */
export interface Review {
  readonly settings: Pick<Settings, 'mayBeLate' | 'organization' | 'twins' | 'zone' | 'regions'>;
  readonly clock: Clock;
  readonly names: Names;
  readonly targets: Targets;
  readonly glossary: Glossary;
  readonly agreed: Agreed;
}

type Blocks = InEach<readonly NoteBlock[]>;

/** Everything that can be told of one notice once it is read, and the scorecards of its apology. */
export function noticeReview(
  notice: ReadNotice,
  target: Target,
  review: Review,
): { readonly problems: readonly Problem[]; readonly scorecards: readonly Scorecard[] } {
  const { mayBeLate } = review.settings;
  const blocks = blocksIn(notice.texts);
  const apology = reviewApology(notice, review.settings.organization, review.clock);
  const problems = [
    ...apology.problems,
    ...noticeProblems(notice, review.names),
    ...followUpProblems(notice, review.clock),
    ...lateProblems(notice, mayBeLate),
    ...parityProblems(notice, mayBeLate),
    ...factsInWords(notice, blocks, review.settings),
    ...weekdayProblems(blocks, dayOfNotice(notice)),
    ...pairProblems(notice.id, blocks, target, review),
    ...wordingOf(blocks, review),
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
  { targets, agreed, settings }: Review,
): Problem[] {
  if (en === undefined || fr === undefined) return [];
  const both = { en, fr };
  return [...numberProblems(both, target, targets, settings.twins), ...staleProblems(id, both, agreed)];
}

export function pageReview(page: ReadPage, target: Target, review: Review): Problem[] {
  const blocks = inEach((locale) => pageBlocks(page.notes[locale]));
  return [
    ...pageParity(page.notes, blocks, target, review.targets, review.settings.twins),
    ...weekdayProblems(blocks),
    ...wordingOf(blocks, review),
  ];
}

export function faqReview(faq: ReadFaq, target: Target, review: Review): Problem[] {
  const blocks = inEach((locale) => pageBlocks(faq.notes[locale]));
  return [
    ...pageParity(faq.notes, blocks, target, review.targets, review.settings.twins),
    ...weekdayProblems(blocks),
    ...wordingOf(blocks, review),
  ];
}

const wordingOf = (blocks: Blocks, { glossary }: Review): Problem[] =>
  locales.flatMap((locale) => lintProblems(blocks[locale] ?? [], locale, glossary));

/** The blocks of a page: what stands under each heading of level 2, by its id or its number. */
function pageBlocks(note: Note<{ readonly title: string }> | undefined): NoteBlock[] | undefined {
  if (note === undefined) return undefined;
  const { opening, divisions } = divide(note, note.body, 2);
  const start = { file: note.file, line: note.firstLine, column: 1 };
  const parts = divisions.map((part, index) => {
    const { id } = part.heading;
    return partBlock(note, id === undefined ? `${index + 1}` : `#${id}`, part, true);
  });
  return [...frontBlocks(note), bodyBlock(note, 'intro', opening, start), ...parts];
}

function inEach<T>(make: (locale: Locale) => T | undefined): InEach<T> {
  const made: { [L in Locale]?: T } = {};
  for (const locale of locales) {
    const one = make(locale);
    if (one !== undefined) made[locale] = one;
  }
  return made;
}
