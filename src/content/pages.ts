import type { Place } from '../model/problem.ts';
import { locales } from '../model/values.ts';
import type { InEach } from '../model/words.ts';
import { type Document, divide } from './document/document.ts';
import { headingIds } from './document/sections.ts';
import type { Folder, Read } from './files.ts';
import { readTexts } from './notice/read.ts';
import { type FaqFront, faqFrontMatter, type PageFront, pageFrontMatter } from './schema/front-matter.ts';

/** A page of its own, `pages/<id>/`. */
export interface ReadPage {
  readonly id: string;
  readonly folder: Folder;
  readonly documents: InEach<Document<PageFront>>;
  /** In either language. */
  readonly isDraft: boolean;
}

/** The standing questions. */
export interface ReadFaq {
  readonly folder: Folder;
  readonly documents: InEach<Document<FaqFront>>;
}

export function readPages(content: Folder): Read<readonly ReadPage[]> {
  const folders = content.folders.find(({ path }) => path === `${content.path}/pages`)?.folders ?? [];
  const pages = folders.flatMap(withTexts).map((folder) => {
    const { value: documents, problems } = readTexts(folder, pageFrontMatter);
    const isDraft = locales.some((locale) => documents[locale]?.front.draft === true);
    return { page: { id: folder.path.split('/').at(-1) ?? '', folder, documents, isDraft }, problems };
  });
  return { value: pages.map(({ page }) => page), problems: pages.flatMap(({ problems }) => problems) };
}

export function readFaq(content: Folder): Read<ReadFaq | undefined> {
  const folder = content.folders.find(({ path }) => path === `${content.path}/faq`);
  if (folder === undefined || !hasText(folder)) return { value: undefined, problems: [] };
  const { value: documents, problems } = readTexts(folder, faqFrontMatter);
  return { value: { folder, documents }, problems };
}

const hasText = ({ files }: Folder): boolean => locales.some((locale) => files.has(`${locale}.md`));

/** The folder, and those below it, that hold a text. */
const withTexts = (folder: Folder): readonly Folder[] => [
  ...(hasText(folder) ? [folder] : []),
  ...folder.folders.flatMap(withTexts),
];

/** The ids of the headings of a page, with those of level 2. */
export const pageIds = (
  document: Document<unknown>,
): readonly { readonly id: string; readonly place: Place }[] => [
  ...divide(document, document.body, 2).divisions.flatMap(({ heading }) =>
    heading.id === undefined ? [] : [{ id: heading.id, place: heading.place }],
  ),
  ...headingIds(document, document.body),
];
