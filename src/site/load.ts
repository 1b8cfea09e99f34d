import { checkRest } from '../checks/check.ts';
import * as example from '../checks/site/example.ts';
import type { Sources } from '../checks/site/lost.ts';
import { suppress } from '../checks/suppress.ts';
import type { Scorecard } from '../checks/texts/apology.ts';
import { buildSite } from '../content/build/site.ts';
import { type Content, isDraft, readContent } from '../content/content.ts';
import type { Document } from '../content/document/document.ts';
import { placeIn } from '../content/files.ts';
import { imagesOf } from '../content/links/images.ts';
import { lateTexts } from '../content/notice/late.ts';
import type { Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import { type Instant, type Locale, locales, perLocale } from '../model/values.ts';
import { type InEach, inEach } from '../model/words.ts';
import { type Kept, noticesIn } from './cache/notices.ts';
import { exampleLines } from './starter.ts';

export interface Loaded {
  /** The site, where no error stands in its way. */
  readonly site?: Site;
  /** The clock of the build, in the site's zone. */
  readonly now: Instant;
  /** Every problem, sorted by path, line and column. */
  readonly problems: readonly Problem[];
  /** How many notices are drafts, which never leave the machine. */
  readonly drafts: number;
  /** How many texts are still to come, by language; those of drafts are not waited for. */
  readonly late: Readonly<Record<Locale, number>>;
  /** One for each apology and language. */
  readonly scorecards: readonly Scorecard[];
  /** The text that a page is made of: by the page's path, that of its notice, or `site.yml` for pages of many. */
  readonly fileOf: (path: string) => string;
  /** Where a lost address is to be kept. */
  readonly sources: Sources;
}

/**
 * Reads, checks and builds a content folder. `directory` is a path from the current folder, and problems are placed at
 * paths below it. `now` gives the clock in epoch milliseconds once the zone is known. What `kept` holds of a notice is not
 * looked for again.
 * @throws what the file system throws for a folder or an image that cannot be read
 */
export function load(directory: string, now: (zone: string) => number, kept?: Kept): Loaded {
  const notices = noticesIn(kept);
  const { value: content, problems: unread } = readContent(directory, now, imagesOf(), notices.read);
  const findings = content.notices.map((notice) => notices.findings(notice, content));
  notices.save();
  const rest = { ...content, notices: [] };
  const problems = suppress(
    [
      ...unread,
      ...checkRest(content),
      ...findings.flatMap((one) => one.problems),
      ...example.check(rest, exampleLines),
    ],
    content,
  );
  const isSound = problems.every(({ severity }) => severity !== 'error');
  return {
    ...(isSound
      ? {
          site: buildSite(
            content,
            findings.map(({ built }) => built()),
          ),
        }
      : {}),
    now: content.clock.now,
    problems,
    drafts: content.notices.filter(isDraft).length,
    late: perLocale((locale) =>
      findings.reduce((sum, { late }) => sum + late[locale], lateTexts(rest, locale)),
    ),
    scorecards: findings.flatMap(({ scorecards }) => scorecards),
    fileOf: filesOf(content),
    sources: sourcesOf(content),
  };
}

/** The pages of a notice stand below its address. */
function filesOf({ folder, notices, pages, faq }: Content): Loaded['fileOf'] {
  const linked = [
    ...notices.filter((notice) => !isDraft(notice)),
    ...pages.filter((page) => !page.isDraft),
    ...(faq === undefined ? [] : [faq]),
  ];
  const files = new Map(
    linked.flatMap(({ target }) =>
      locales.map((locale) => [target.path(locale), `${target.folder}/${locale}.md`] as const),
    ),
  );
  return (path) => files.get(path) ?? files.get(path.replace(/[^/]+\/$/, '')) ?? `${folder.path}/site.yml`;
}

function sourcesOf({ folder, site, notices, pages }: Content): Sources {
  const documents = new Map<string, InEach<Document<{ readonly aliases?: readonly string[] | undefined }>>>([
    ...notices
      .filter((notice) => !isDraft(notice))
      .map(({ id, texts }) => [id, inEach((locale) => texts[locale]?.document)] as const),
    ...pages.filter((page) => !page.isDraft).map((page) => [`pages/${page.id}`, page.documents] as const),
  ]);
  return {
    settings: placeIn(`${folder.path}/site.yml`),
    url: site.facts.at(['url']),
    host: site.facts.at(['host']),
    text(owner, locale) {
      const document = documents.get(owner)?.[locale];
      if (document === undefined) return undefined;
      const aliases = document.front.aliases ?? [];
      return { place: document.facts.at([aliases.length > 0 ? 'aliases' : 'slug']), aliases };
    },
  };
}
