import { renderBlock } from '../../language/markdown/markdown.ts';
import { typeset } from '../../language/typography/typography.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { PageWords, Questions, Settings, StandingPage } from '../../model/site.ts';
import { listPath, pagePath } from '../../model/urls.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { InEach } from '../../model/words.ts';
import { divide, type Note } from '../document/document.ts';
import { headingIdProblem, headingIds, isEmpty, reportIdsAstray, withoutId } from '../document/sections.ts';
import { type Folder, folderProblem } from '../files.ts';
import type { Target } from '../links/targets.ts';
import { readTexts } from '../notice/read.ts';
import { isId } from '../schema/fields.ts';
import { type FaqFront, faqFrontMatter, type PageFront, pageFrontMatter } from '../schema/front-matter.ts';
import { bodyOf, type Desk, partOf, settingFor } from './render.ts';

export interface ReadPage {
  readonly id: string;
  readonly folder: Folder;
  readonly notes: InEach<Note<PageFront>>;
}

export interface ReadFaq {
  readonly folder: Folder;
  readonly notes: InEach<Note<FaqFront>>;
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
      const notes = readTexts(folder, pageFrontMatter, problems);
      for (const locale of locales) reportPageHeadings(notes[locale], problems);
      if (!locales.some((locale) => notes[locale]?.front.draft === true)) found.push({ id, folder, notes });
    }
    folder.folders.forEach(look);
  };
  content.folders.find(({ path }) => path === `${content.path}/pages`)?.folders.forEach(look);
  return found;
}

export function readFaq(content: Folder, problems: Problem[]): ReadFaq | undefined {
  const folder = content.folders.find(({ path }) => path === `${content.path}/faq`);
  if (folder === undefined || !locales.some((locale) => folder.files.has(`${locale}.md`))) return undefined;
  const notes = readTexts(folder, faqFrontMatter, problems);
  for (const locale of locales) {
    const note = notes[locale];
    if (note === undefined) continue;
    reportPageHeadings(note, problems);
    for (const { heading, block } of divide(note, note.body, 2).divisions) {
      if (heading.level !== 2) continue;
      if (heading.id === undefined) problems.push(withoutId(heading));
      if (isEmpty(block))
        problems.push(problem('facts/no-text', heading.place, { found: heading.title }, 'faq.empty'));
    }
  }
  return { folder, notes };
}

/** A page has one heading of level 1, its title; ids are unique in a file. */
function reportPageHeadings(note: Note<unknown> | undefined, problems: Problem[]): void {
  if (note === undefined) return;
  for (const { heading } of divide(note, note.body, 2).divisions) {
    if (heading.level === 1)
      problems.push(problem('section/unknown', heading.place, { found: heading.title }, 'level-one-page'));
  }
  reportIdsAstray(note, problems);
  const seen = new Map<string, number>();
  for (const { id, place } of idsOf(note)) {
    const line = seen.get(id);
    if (!isId(id)) problems.push(headingIdProblem(id, place));
    else if (line !== undefined)
      problems.push(problem('id/duplicate', place, { found: id, line }, 'heading'));
    else seen.set(id, place.line);
  }
}

const idsOf = (note: Note<unknown>) => [
  ...divide(note, note.body, 2).divisions.flatMap(({ heading }) =>
    heading.id === undefined ? [] : [{ id: heading.id, place: heading.place }],
  ),
  ...headingIds(note, note.body),
];

export function pageTarget({ id, folder, notes }: ReadPage): Target {
  const path = (locale: Locale) => pagePath(notes[locale]?.front.slug ?? id, locale);
  return {
    kind: 'page',
    id,
    folder: folder.path,
    path,
    anchors: (locale) => anchorsOf(notes[locale], path(locale)),
  };
}

export function faqTarget({ folder, notes }: ReadFaq): Target {
  const path = (locale: Locale) => listPath('faq', locale);
  return {
    kind: 'faq',
    id: 'faq',
    folder: folder.path,
    path,
    anchors: (locale) => anchorsOf(notes[locale], path(locale)),
  };
}

const anchorsOf = (note: Note<unknown> | undefined, path: string): ReadonlyMap<string, string> | undefined =>
  note && new Map(idsOf(note).map(({ id }) => [id, path]));

export function pagesOf(pages: readonly ReadPage[], settings: Settings, desk: Desk): StandingPage[] {
  return pages.map((page) => {
    const words: { [L in Locale]?: PageWords } = {};
    for (const locale of locales) {
      const note = page.notes[locale];
      if (note?.sound === undefined) continue;
      const { title, slug, aliases = [] } = note.sound;
      const setting = settingFor(note, page.folder, `pages/${page.id}`, pageTarget(page), desk);
      const { html, text } = bodyOf(note.body, setting);
      words[locale] = {
        title: typeset(title, locale, settings.typography),
        slug: slug ?? page.id,
        aliases,
        body: html,
        text,
      };
    }
    return { id: page.id, words };
  });
}

export function faqOf(faq: ReadFaq, settings: Settings, desk: Desk): InEach<Questions> {
  const words: { [L in Locale]?: Questions } = {};
  for (const locale of locales) {
    const note = faq.notes[locale];
    if (note?.sound === undefined) continue;
    const setting = settingFor(note, faq.folder, 'faq', faqTarget(faq), desk);
    const { opening, divisions } = divide(note, note.body, 2);
    const questions = divisions.flatMap((one) =>
      one.heading.id === undefined ? [] : [[one.heading.id, one] as const],
    );
    words[locale] = {
      title: typeset(note.sound.title, locale, settings.typography),
      intro: renderBlock(opening, setting),
      parts: new Map(questions.map(([id, one]) => [id, partOf(id, one, setting)])),
    };
  }
  return words;
}
