import { type CheckContext, checkFaq, checkNotice, checkPage } from '../checks/check.ts';
import { reportAddresses } from '../checks/site/addresses.ts';
import { exampleProblems } from '../checks/site/example.ts';
import { reportDuplicates, reportGathered } from '../checks/site/ids.ts';
import { isDraftIn, suppress, suppressionsOf } from '../checks/suppress.ts';
import type { Scorecard } from '../checks/texts/apology.ts';
import { readAgreed } from '../content/agreed.ts';
import { assemble } from '../content/build/notice.ts';
import { faqOf, faqTarget, pagesOf, pageTarget, readFaq, readPages } from '../content/build/pages.ts';
import { type RenderContext, wordsOf } from '../content/build/render.ts';
import { type Folder, readFolder } from '../content/files.ts';
import { readGlossary } from '../content/glossary.ts';
import type { Size } from '../content/links/images.ts';
import { noticeTarget } from '../content/links/notice-target.ts';
import { type Target, targetsOf } from '../content/links/targets.ts';
import { noticeFolders } from '../content/notice/find.ts';
import { type ReadNotice, readNotice, schemasOf } from '../content/notice/read.ts';
import type { Clock } from '../content/schema/fields.ts';
import { readSettings } from '../content/settings.ts';
import { instantAt } from '../language/format/zones.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import { compareText, type Problem } from '../model/problem.ts';
import type { Asset, Settings, Site } from '../model/site.ts';
import { type Instant, type Locale, locales, startOf } from '../model/values.ts';
import type { InEach, Words } from '../model/words.ts';
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
}

/**
 * Reads a content folder. `directory` is a path from the current folder, and problems are placed at paths below it.
 * `now` gives the clock in epoch milliseconds once the zone is known. Throws only what the file system throws.
 */
export function load(directory: string, now: (zone: string) => number): Loaded {
  const problems: Problem[] = [];
  const content = readFolder(directory);
  const read = readSettings(content, problems);
  const { settings } = read;
  const clock = { zone: settings.zone, now: instantAt(now(settings.zone), settings.zone) };
  const schemas = schemasOf(read.unread('zone') ? anywhere(clock) : clock);
  const notices = noticeFolders(content, problems).map(({ folder, kind }) =>
    readNotice(folder, kind, schemas, problems),
  );
  const pages = readPages(content, problems);
  const faq = readFaq(content, problems);
  reportDuplicates(notices, problems);
  reportGathered(notices, problems);
  const glossary = readGlossary(content, problems);
  const agreed = readAgreed(content, problems);
  const ids = (key: 'services' | 'regions') =>
    read.unread(key) ? undefined : settings[key].map(({ id }) => id);
  const called = new Map(
    [...settings.services, ...settings.regions].flatMap(({ id, name }) =>
      locales.map((locale) => [name[locale].toLowerCase(), id] as const),
    ),
  );
  const names = { services: ids('services'), regions: ids('regions'), called };
  const published = notices.filter(({ data }) => data.draft !== true);
  const noticeTargets = new Map(notices.map((notice) => [notice, noticeTarget(notice)]));
  const linked = [
    ...published.flatMap((notice) => noticeTargets.get(notice) ?? []),
    ...pages.map(pageTarget),
    ...(faq === undefined ? [] : [faqTarget(faq)]),
  ];
  const fileOf = filesOf(linked, content);
  const assets = new Map<string, Asset & Size>();
  const rendering: RenderContext = { settings, targets: targetsOf(linked, settings), assets };
  // Rendering sets the type of the very tokens that are compared here: compare first.
  const checking: CheckContext = { settings, clock, names, targets: rendering.targets, glossary, agreed };
  const scorecards: Scorecard[] = [];
  for (const notice of notices) {
    const target = noticeTargets.get(notice);
    if (target === undefined) continue;
    const reviewed = checkNotice(notice, target, checking);
    for (const one of reviewed.problems) problems.push(one);
    scorecards.push(...reviewed.scorecards);
  }
  for (const page of pages) for (const one of checkPage(page, pageTarget(page), checking)) problems.push(one);
  if (faq !== undefined) for (const one of checkFaq(faq, faqTarget(faq), checking)) problems.push(one);
  const documents = [
    ...published.map(({ texts }) => inBoth((locale) => texts[locale]?.document)),
    ...[...pages, ...(faq === undefined ? [] : [faq])].map((one) =>
      inBoth((locale) => one.documents[locale]),
    ),
  ].flat();
  for (const one of exampleProblems(documents, settings.url, exampleLines())) problems.push(one);
  const assembled = notices.flatMap((notice) => {
    const target = noticeTargets.get(notice);
    // What only a draft shows stays on the machine with it.
    const own = notice.data.draft === true ? { ...rendering, assets: new Map() } : rendering;
    const words = target === undefined ? {} : inEach(notice, target, own);
    return notice.sound === undefined ? [] : [assemble(notice, notice.sound, words, settings)];
  });
  const standing = {
    pages: pagesOf(pages, settings, rendering),
    faq: faq && faqOf(faq, settings, rendering),
  };
  reportAddresses(published, pages, problems);

  const told = suppress(
    problems,
    notices,
    pages.flatMap(({ documents }) => suppressionsOf(documents)),
    faq === undefined ? [] : suppressionsOf(faq.documents),
  );
  const drafts = notices.length - published.length;
  const isOfDraft = isDraftIn(notices);
  const lateOf = (locale: Locale) =>
    told.filter(
      (one) => one.rule === 'parity/late' && one.place.file.endsWith(`/${locale}.md`) && !isOfDraft(one),
    ).length;
  const late = { en: lateOf('en'), fr: lateOf('fr') };
  if (told.some(({ severity }) => severity === 'error'))
    return { now: clock.now, problems: told, drafts, late, scorecards, fileOf };
  const kept = assembled.filter(({ draft }) => !draft);
  const site = siteOf(settings, kept, standing, [...read.assets, ...assets.values()]);
  return { site, now: clock.now, problems: told, drafts, late, scorecards, fileOf };
}

const inBoth = <T>(one: (locale: Locale) => T | undefined): readonly T[] =>
  locales.flatMap((locale) => one(locale) ?? []);

/** Of a zone that could not be read it is not known whether an hour of the day has come. */
const anywhere = ({ zone, now }: Clock): Clock => ({
  zone,
  now: { ...now, epoch: now.epoch + 24 * 3_600_000 },
});

/** The pages of a notice stand below its address. */
function filesOf(targets: readonly Target[], content: Folder): Loaded['fileOf'] {
  const files = new Map(
    targets.flatMap(({ path, folder }) =>
      locales.map((locale) => [path(locale), `${folder}/${locale}.md`] as const),
    ),
  );
  return (path) => files.get(path) ?? files.get(path.replace(/[^/]+\/$/, '')) ?? `${content.path}/site.yml`;
}

function inEach(notice: ReadNotice, target: Target, context: RenderContext): InEach<Words> {
  const words: { [L in Locale]?: Words } = {};
  for (const locale of locales) {
    const text = notice.texts[locale];
    const made = text && wordsOf(notice, text, locale, target, context);
    if (made !== undefined) words[locale] = made;
  }
  return words;
}

function siteOf(
  settings: Settings,
  notices: readonly (Incident | Maintenance)[],
  standing: Pick<Site, 'pages' | 'faq'>,
  assets: readonly Asset[],
): Site {
  const newestFirst =
    <T extends { readonly id: string }>(start: (one: T) => number) =>
    (a: T, b: T) =>
      start(b) - start(a) || compareText(a.id, b.id);
  return {
    ...settings,
    ...standing,
    incidents: notices
      .filter((one) => one.kind === 'incident')
      .sort(newestFirst(({ started }) => startOf(started))),
    maintenance: notices
      .filter((one) => one.kind === 'maintenance')
      .sort(newestFirst(({ from }) => startOf(from))),
    assets: assets.map(({ path, file }) => ({ path, file })).sort((a, b) => compareText(a.path, b.path)),
  };
}
