import { referencesOf } from '../../language/markdown/paragraphs.ts';
import type { Incident } from '../../model/incident.ts';
import type { Maintenance } from '../../model/maintenance.ts';
import { compareText, isFault } from '../../model/problem.ts';
import type { Asset, Site } from '../../model/site.ts';
import { imagePath } from '../../model/urls.ts';
import { locales, startOf } from '../../model/values.ts';
import { type InEach, inEach } from '../../model/words.ts';
import { type Content, isDraft, type Linked } from '../content.ts';
import type { Document } from '../document/document.ts';
import type { Folder } from '../files.ts';
import { decoded, fileIn } from '../links/files.ts';
import type { Images } from '../links/images.ts';
import type { ReadNotice } from '../notice/read.ts';
import { assemble } from './notice.ts';
import { pageOf, questionsOf } from './pages.ts';
import { type RenderContext, wordsOf } from './render.ts';

/** What a notice gives to the site: itself, and its images; nothing, where it is a draft. */
export interface BuiltNotice {
  readonly notices: readonly (Incident | Maintenance)[];
  readonly images: readonly Asset[];
}

/** Builds a notice without errors. */
export function buildNotice(notice: Linked<ReadNotice>, content: BuildContext): BuiltNotice {
  if (isDraft(notice)) return { notices: [], images: [] };
  const { settings } = content.site;
  const context = { settings, links: content.links, images: content.images };
  const { id, folder, texts, sound } = notice;
  return {
    notices: sound === undefined ? [] : [assemble(notice, sound, noticeWords(notice, context), settings)],
    images: imagesIn(
      id,
      folder,
      inEach((locale) => texts[locale]?.document),
      content.images,
    ),
  };
}

type BuildContext = Pick<Content, 'site' | 'links' | 'images'>;

/** The site of a content folder without errors; drafts are not in it. `built` are its notices, each in its place. */
export function buildSite(
  content: Content,
  built: readonly BuiltNotice[] = content.notices.map((notice) => buildNotice(notice, content)),
): Site {
  const { settings, logo } = content.site;
  const context = { settings, links: content.links, images: content.images };
  const pages = content.pages.filter((page) => !page.isDraft);
  const shown = [
    ...built.flatMap(({ images }) => images),
    ...pages.flatMap(({ id, folder, documents }) =>
      imagesIn(`pages/${id}`, folder, documents, content.images),
    ),
    ...(content.faq === undefined
      ? []
      : imagesIn('faq', content.faq.folder, content.faq.documents, content.images)),
  ];
  const assets = new Map(
    [...(logo === undefined ? [] : [logo]), ...shown, ...content.statics].map(
      (one) => [one.path, one] as const,
    ),
  );
  return {
    ...settings,
    pages: pages.map((page) => pageOf(page, context)),
    faq: content.faq && questionsOf(content.faq, context),
    ...newestFirst(built.flatMap(({ notices }) => notices)),
    assets: [...assets.values()]
      .map(({ path, file, isRewritten }) => ({ path, file, isRewritten }))
      .sort((a, b) => compareText(a.path, b.path)),
  };
}

const noticeWords = (notice: Linked<ReadNotice>, context: RenderContext) =>
  inEach((locale) => {
    const text = notice.texts[locale];
    return text && wordsOf(notice, text, locale, notice.target, context);
  });

/** The images of the texts of a folder, with the address that each has in the site; `name` holds them. */
const imagesIn = (
  name: string,
  folder: Folder,
  documents: InEach<Document<unknown>>,
  images: Images,
): readonly Asset[] =>
  locales.flatMap((locale) => {
    const document = documents[locale];
    const references = document === undefined ? [] : referencesOf(document.body, document.lines);
    return references.flatMap(({ kind, target }) => {
      const file = kind === 'image' ? fileIn(folder, decoded(target)) : undefined;
      const picture = file === undefined ? undefined : images.measure(file);
      if (file === undefined || picture === undefined || isFault(picture)) return [];
      return [{ path: imagePath(name, decoded(target)), file, isRewritten: picture.isRewritten }];
    });
  });

function newestFirst(notices: readonly (Incident | Maintenance)[]): Pick<Site, 'incidents' | 'maintenance'> {
  const by =
    <T extends { readonly id: string }>(start: (one: T) => number) =>
    (a: T, b: T) =>
      start(b) - start(a) || compareText(a.id, b.id);
  return {
    incidents: notices.filter((one) => one.kind === 'incident').sort(by(({ started }) => startOf(started))),
    maintenance: notices.filter((one) => one.kind === 'maintenance').sort(by(({ from }) => startOf(from))),
  };
}
