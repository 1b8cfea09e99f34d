import { renderProse } from '../../language/markdown/markdown.ts';
import { typeset } from '../../language/typography/typography.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { PageWords, Questions, Settings, StandingPage } from '../../model/site.ts';
import { listPath, pagePath } from '../../model/urls.ts';
import { type Locale, locales, perLocale } from '../../model/values.ts';
import type { InEach } from '../../model/words.ts';
import { type Document, divide } from '../document/document.ts';
import { headingIdProblem, headingIds, isEmpty, reportIdsAstray, withoutId } from '../document/sections.ts';
import { type Folder, folderProblem } from '../files.ts';
import type { Target } from '../links/targets.ts';
import { readTexts } from '../notice/read.ts';
import { isId } from '../schema/fields.ts';
import { type FaqFront, faqFrontMatter, type PageFront, pageFrontMatter } from '../schema/front-matter.ts';
import { optionsFor, partOf, type RenderContext } from './render.ts';

export interface ReadPage {
  readonly id: string;
  readonly folder: Folder;
  readonly documents: InEach<Document<PageFront>>;
}

export interface ReadFaq {
  readonly folder: Folder;
  readonly documents: InEach<Document<FaqFront>>;
}

/** Reads `pages/<id>/`. A draft is not among them once it is a draft in either language. */
export function readPages(content: Folder, problems: Problem[]): ReadPage[] {
  const found: ReadPage[] = [];
  const look = (folder: Folder) => {
    if (locales.some((locale) => folder.files.has(`${locale}.md`))) {
      const id = folder.path.split('/').at(-1) ?? '';
      if (!isId(id)) {
        const name = locales.find((locale) => folder.files.has(`${locale}.md`));
        problems.push(folderProblem(id, `${folder.path}/${name}.md`));
      }
      const documents = readTexts(folder, pageFrontMatter, problems);
      for (const locale of locales) reportPageHeadings(documents[locale], problems);
      if (!locales.some((locale) => documents[locale]?.front.draft === true))
        found.push({ id, folder, documents });
    }
    folder.folders.forEach(look);
  };
  content.folders.find(({ path }) => path === `${content.path}/pages`)?.folders.forEach(look);
  return found;
}

export function readFaq(content: Folder, problems: Problem[]): ReadFaq | undefined {
  const folder = content.folders.find(({ path }) => path === `${content.path}/faq`);
  if (folder === undefined || !locales.some((locale) => folder.files.has(`${locale}.md`))) return undefined;
  const documents = readTexts(folder, faqFrontMatter, problems);
  for (const locale of locales) {
    const document = documents[locale];
    if (document === undefined) continue;
    reportPageHeadings(document, problems);
    for (const { heading, block } of divide(document, document.body, 2).divisions) {
      if (heading.level !== 2) continue;
      if (heading.id === undefined) problems.push(withoutId(heading));
      if (isEmpty(block))
        problems.push(problem('facts/no-text', heading.place, { found: heading.title }, 'faq.empty'));
    }
  }
  return { folder, documents };
}

/** A page has one heading of level 1, its title; ids are unique in a file. */
function reportPageHeadings(document: Document<unknown> | undefined, problems: Problem[]): void {
  if (document === undefined) return;
  for (const { heading } of divide(document, document.body, 2).divisions) {
    if (heading.level === 1)
      problems.push(problem('section/unknown', heading.place, { found: heading.title }, 'level-one-page'));
  }
  reportIdsAstray(document, problems);
  const seen = new Map<string, number>();
  for (const { id, place } of idsOf(document)) {
    const line = seen.get(id);
    if (!isId(id)) problems.push(headingIdProblem(id, place));
    else if (line !== undefined)
      problems.push(problem('id/duplicate', place, { found: id, line }, 'heading'));
    else seen.set(id, place.line);
  }
}

const idsOf = (document: Document<unknown>) => [
  ...divide(document, document.body, 2).divisions.flatMap(({ heading }) =>
    heading.id === undefined ? [] : [{ id: heading.id, place: heading.place }],
  ),
  ...headingIds(document, document.body),
];

export function pageTarget({ id, folder, documents }: ReadPage): Target {
  const path = (locale: Locale) => pagePath(documents[locale]?.front.slug ?? id, locale);
  return {
    kind: 'page',
    id,
    folder: folder.path,
    path,
    anchors: (locale) => anchorsOf(documents[locale], path(locale)),
  };
}

export function faqTarget({ folder, documents }: ReadFaq): Target {
  const path = (locale: Locale) => listPath('faq', locale);
  return {
    kind: 'faq',
    id: 'faq',
    folder: folder.path,
    path,
    anchors: (locale) => anchorsOf(documents[locale], path(locale)),
  };
}

const anchorsOf = (
  document: Document<unknown> | undefined,
  path: string,
): ReadonlyMap<string, string> | undefined =>
  document && new Map(idsOf(document).map(({ id }) => [id, path]));

export const pagesOf = (
  pages: readonly ReadPage[],
  { typography }: Settings,
  context: RenderContext,
): StandingPage[] =>
  pages.map((page) => ({
    id: page.id,
    words: perLocale((locale): PageWords | undefined => {
      const document = page.documents[locale];
      if (document?.sound === undefined) return undefined;
      const { title, slug, aliases = [] } = document.sound;
      const options = optionsFor(document, page.folder, `pages/${page.id}`, pageTarget(page), context);
      const body = renderProse(document.body, options);
      return { title: typeset(title, locale, typography), slug: slug ?? page.id, aliases, body };
    }),
  }));

export const faqOf = (faq: ReadFaq, { typography }: Settings, context: RenderContext): InEach<Questions> =>
  perLocale((locale): Questions | undefined => {
    const document = faq.documents[locale];
    if (document?.sound === undefined) return undefined;
    const options = optionsFor(document, faq.folder, 'faq', faqTarget(faq), context);
    const { opening, divisions } = divide(document, document.body, 2);
    const questions = divisions.flatMap((one) =>
      one.heading.id === undefined ? [] : [[one.heading.id, one] as const],
    );
    return {
      title: typeset(document.sound.title, locale, typography),
      intro: renderProse(opening, options),
      parts: new Map(questions.map(([id, one]) => [id, partOf(id, one, options)])),
    };
  });
