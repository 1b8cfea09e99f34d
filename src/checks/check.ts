import type { Content, Linked } from '../content/content.ts';
import { type Document, divide } from '../content/document/document.ts';
import { blocksOf, bodyBlock, type DocumentBlock, frontBlocks, partBlock } from '../content/notice/blocks.ts';
import type { ReadNotice } from '../content/notice/read.ts';
import type { ReadFaq, ReadPage } from '../content/pages.ts';
import type { YamlDocument } from '../content/yaml/document.ts';
import type { Problem } from '../model/problem.ts';
import { locales } from '../model/values.ts';
import { type InEach, inEach } from '../model/words.ts';
import type { Check, CheckedNotice, Texts } from './context.ts';
import * as comment from './facts/comment.ts';
import * as commitment from './facts/commitment.ts';
import * as contradiction from './facts/contradiction.ts';
import * as credit from './facts/credit.ts';
import * as duplicate from './facts/id.ts';
import * as midnight from './facts/midnight.ts';
import * as name from './facts/name.ts';
import * as order from './facts/order.ts';
import * as promise from './facts/promise.ts';
import * as unlikely from './facts/unlikely.ts';
import * as value from './facts/value.ts';
import * as addresses from './site/addresses.ts';
import * as siteIds from './site/id.ts';
import * as phraseBook from './site/phrases.ts';
import * as settings from './site/settings.ts';
import * as statics from './site/statics.ts';
import * as theme from './site/theme.ts';
import * as apology from './texts/apology.ts';
import * as figures from './texts/figures.ts';
import * as file from './texts/file.ts';
import * as github from './texts/github.ts';
import * as image from './texts/image.ts';
import * as link from './texts/link.ts';
import * as markdown from './texts/markdown.ts';
import * as noFact from './texts/no-fact.ts';
import * as noText from './texts/no-text.ts';
import * as pageHeadings from './texts/page-headings.ts';
import * as pageParity from './texts/page-parity.ts';
import * as parity from './texts/parity.ts';
import * as phrases from './texts/phrases.ts';
import * as prose from './texts/prose.ts';
import * as question from './texts/question.ts';
import * as sectionIds from './texts/section-id.ts';
import * as shortParity from './texts/short-parity.ts';
import * as sms from './texts/sms.ts';
import * as stale from './texts/stale.ts';
import * as summary from './texts/summary.ts';
import * as table from './texts/table.ts';
import * as voice from './texts/voice.ts';
import * as weekday from './texts/weekday.ts';

/**
 * Every check of the content, by what it looks at. Four of `site/` look at something else, and are called by those who
 * have it: `weight` and `host` when there are pages and files, `lost` with what is published, `example` with the starter.
 */
export const checks = {
  site: [siteIds, addresses, settings, theme, phraseBook, statics] satisfies readonly Check<Content>[],
  yaml: [comment] satisfies readonly Check<{ readonly facts: YamlDocument }>[],
  notice: [
    name,
    order,
    contradiction,
    value,
    duplicate,
    promise,
    commitment,
    credit,
    unlikely,
    midnight,
    noText,
    noFact,
    sectionIds,
    parity,
    shortParity,
    figures,
    phrases,
    sms,
    voice,
    stale,
    summary,
    apology,
  ] satisfies readonly Check<CheckedNotice>[],
  /** The two texts of any folder. */
  texts: [link, file, image, prose, weekday] satisfies readonly Check<Texts>[],
  /** Those of a page or of the standing questions. */
  page: [pageParity] satisfies readonly Check<Texts>[],
  question: [question] satisfies readonly Check<Texts>[],
  /** Those of drafts of pages too. */
  headings: [pageHeadings] satisfies readonly Check<Pick<Texts, 'documents'>>[],
  document: [markdown, github, table] satisfies readonly Check<Document<unknown>>[],
} as const;

/** What is wrong with a content folder beyond what could not be read. */
export const check = (content: Content): readonly Problem[] => [
  ...checkRest(content),
  ...content.notices.flatMap((notice) => checkNotice(notice, content)),
];

const everyText = (documents: InEach<Document<unknown>>, run: Run): readonly Problem[] =>
  locales.flatMap((locale) => {
    const document = documents[locale];
    return document === undefined ? [] : [...run(checks.document, document), ...run(checks.yaml, document)];
  });

type Run = <T>(table: readonly Check<T>[], subject: T) => readonly Problem[];

/** What is wrong with one notice; `around` is called around each check. */
export function checkNotice(
  notice: Linked<ReadNotice>,
  content: Content,
  around: (check: () => readonly Problem[]) => readonly Problem[] = (one) => one(),
): readonly Problem[] {
  const run: Run = (table, subject) => table.flatMap((one) => around(() => one.check(subject, content)));
  const texts = noticeTexts(notice);
  return [
    // Links first: a notice that asks for the rest of the site before that is read is put off at once.
    ...run(checks.texts, texts),
    ...run(checks.yaml, notice),
    ...run(checks.notice, { ...notice, blocks: texts.blocks }),
    ...everyText(texts.documents, run),
  ];
}

/** What is wrong with the site as a whole, its pages and its standing questions. */
export function checkRest(content: Content): readonly Problem[] {
  const run: Run = (table, subject) => table.flatMap((one) => one.check(subject, content));
  const ofPage = (page: Linked<ReadPage | ReadFaq>) => {
    const texts = pageTexts(page);
    return [...run(checks.texts, texts), ...run(checks.page, texts)];
  };
  const ofAnyPage = ({ documents }: ReadPage | ReadFaq) => [
    ...run(checks.headings, { documents }),
    ...everyText(documents, run),
  ];
  const { faq, pages } = content;
  return [
    ...run(checks.site, content),
    ...run(checks.yaml, content.site),
    ...pages.flatMap(ofAnyPage),
    ...pages.filter(({ isDraft }) => !isDraft).flatMap(ofPage),
    ...(faq === undefined ? [] : [...ofAnyPage(faq), ...ofPage(faq), ...run(checks.question, faq)]),
  ];
}

const noticeTexts = (notice: Linked<ReadNotice>): Texts => {
  const { folder, texts, target } = notice;
  return {
    folder,
    target,
    day: weekday.dayOfNotice(notice),
    documents: inEach((locale) => texts[locale]?.document),
    blocks: inEach((locale) => {
      const text = texts[locale];
      return text && blocksOf(text);
    }),
  };
};

const pageTexts = ({ folder, documents, target }: Linked<ReadPage | ReadFaq>): Texts => ({
  folder,
  target,
  documents,
  blocks: inEach((locale) => pageBlocks(documents[locale])),
});

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
