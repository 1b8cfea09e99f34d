import { instantAt } from '../language/format/zones.ts';
import type { Glossary } from '../language/wording/glossary.ts';
import { type Asset, mayWait } from '../model/site.ts';
import { locales } from '../model/values.ts';
import { type Agreed, readAgreed } from './agreed.ts';
import { type Folder, type Read, readFolder } from './files.ts';
import { readGlossary } from './glossary.ts';
import { type Images, imagesOf } from './links/images.ts';
import { noticeTarget } from './links/notice-target.ts';
import { faqTarget, pageTarget } from './links/page-target.ts';
import { type Links, linksOf, resolveLink } from './links/resolve.ts';
import { AsksTheRest, type Target, targetsOf, targetsUnread } from './links/targets.ts';
import { type NoticeFolder, noticeFolders } from './notice/find.ts';
import { type ReadNotice, readNotice, schemasOf } from './notice/read.ts';
import { withoutUntouched } from './notice/untouched.ts';
import { type ReadFaq, type ReadPage, readFaq, readPages } from './pages.ts';
import { type PhraseBook, readPhrases } from './phrases.ts';
import type { Clock } from './schema/notices.ts';
import { type ReadSettings, readSettings } from './settings.ts';
import { readStatic } from './static.ts';

/** With where links to it lead. */
export type Linked<T> = T & { readonly target: Target };

/** A content folder as far as it can be read; drafts are in it. */
export interface Content {
  readonly folder: Folder;
  readonly site: ReadSettings;
  readonly clock: Clock;
  readonly notices: readonly Linked<ReadNotice>[];
  readonly pages: readonly Linked<ReadPage>[];
  readonly faq: Linked<ReadFaq> | undefined;
  readonly glossary: Glossary;
  readonly agreed: Agreed;
  readonly phrases: PhraseBook;
  readonly images: Images;
  /** What is published as it is. */
  readonly statics: readonly Asset[];
  /** Nothing links to a draft. */
  readonly links: Links;
}

/** A notice that can be read from its files. */
export interface Readable extends NoticeFolder {
  readonly read: () => Read<Linked<ReadNotice>>;
}

/** What all notices rest on. */
export type Ground = Pick<
  Content,
  'folder' | 'site' | 'clock' | 'agreed' | 'glossary' | 'phrases' | 'images'
>;

/** Gives the notices: by `read`, or as they were read before. */
export type NoticeReader = (
  found: readonly Readable[],
  ground: Ground,
) => readonly Read<Linked<ReadNotice>>[];

/**
 * Reads what all notices of a content folder rest on, and finds them. `directory` is a path from the current folder, and
 * problems are placed at paths below it. `now` gives the clock in epoch milliseconds once the zone is known.
 * @throws what the file system throws for a folder or an image that cannot be read
 */
export function openContent(
  directory: string,
  now: (zone: string) => number,
  images: Images,
): Read<{ readonly ground: Ground; readonly found: readonly Readable[] }> {
  const folder = readFolder(directory);
  const site = readSettings(folder, images);
  const { settings, facts } = site.value;
  const clock = { zone: settings.zone, now: instantAt(now(settings.zone), settings.zone) };
  const schemas = schemasOf(facts.unread('zone') ? anywhere(clock) : clock);
  const found = noticeFolders(folder);
  const agreed = readAgreed(folder);
  const glossary = readGlossary(folder);
  const phrases = readPhrases(folder);
  const late = locales.filter((locale) => mayWait(locale, settings.mayBeLate));
  const readable = found.value.map(({ folder: whole, kind }) => {
    const one = withoutUntouched(whole, settings.mayBeLate);
    const anew = () => {
      const { value, problems } = readNotice(one, kind, schemas, late);
      return { value: { ...value, target: noticeTarget(value) }, problems };
    };
    return { folder: one, kind, read: anew };
  });
  const ground = {
    ...{ folder, site: site.value, clock, agreed: agreed.value },
    ...{ glossary: glossary.value, phrases: phrases.value, images },
  };
  const problems = [site, found, agreed, glossary, phrases].flatMap((one) => one.problems);
  return { value: { ground, found: readable }, problems };
}

/** Reads a content folder, likewise. */
export function readContent(
  directory: string,
  now: (zone: string) => number,
  images: Images = imagesOf(),
  reader: NoticeReader = (found) => found.map(({ read }) => read()),
): Read<Content> {
  const opened = openContent(directory, now, images);
  const { ground, found } = opened.value;
  const { folder, site } = ground;
  const read = reader(found, ground);
  const notices = read.map(({ value }) => value);
  const standing = readPages(folder);
  const pages = standing.value.map((page) => ({ ...page, target: pageTarget(page) }));
  const questions = readFaq(folder);
  const faq = questions.value && { ...questions.value, target: faqTarget(questions.value) };
  const statics = readStatic(folder);
  const linked = [
    ...notices.filter((notice) => !isDraft(notice)),
    ...pages.filter(({ isDraft }) => !isDraft),
    ...(faq === undefined ? [] : [faq]),
  ];
  const targets = targetsOf(
    linked.map(({ target }) => target),
    site.settings,
  );
  return {
    value: {
      ...ground,
      notices,
      pages,
      faq,
      statics: statics.value,
      links: linksOf(targets, site.settings.base),
    },
    problems: [opened, statics, ...read, standing, questions].flatMap(({ problems }) => problems),
  };
}

/** In a zone that could not be read, an hour of the day may have come already. */
const anywhere = ({ zone, now }: Clock): Clock => ({
  zone,
  now: { ...now, epoch: now.epoch + 24 * 3_600_000 },
});

/** Whether it says so, and not in a word that must be guessed at: a draft that is none would stay unpublished. */
export const isDraft = ({ data, facts }: ReadNotice): boolean =>
  data.draft === true && !facts.unread('draft');

/** A content folder of which only what all notices rest on is read: what else is asked throws `AsksTheRest`. */
export function contentOn(ground: Ground): Content {
  const { settings } = ground.site;
  const unread = targetsUnread(settings);
  const ask = (): never => {
    throw new AsksTheRest();
  };
  return {
    ...ground,
    links: { resolve: (href, from, locale) => resolveLink(href, from, locale, unread, settings.base) },
    get notices() {
      return ask();
    },
    get pages() {
      return ask();
    },
    get faq() {
      return ask();
    },
    get statics() {
      return ask();
    },
  };
}
