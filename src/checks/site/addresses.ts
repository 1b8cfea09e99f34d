import { type Content, isDraft } from '../../content/content.ts';
import type { Document } from '../../content/document/document.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { noticeKinds } from '../../model/notice-kinds.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import {
  belowNotice,
  formerPath,
  homePath,
  isOfProgram,
  listPath,
  lists,
  noticeAddress,
  pagePath,
  regionPath,
  root,
  servicePath,
} from '../../model/urls.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'slug/duplicate';

/** Every address belongs to one page; slugs are served before aliases. */
export const check: CheckOf<Content> = (content) => {
  const claims = claimsOf(content);
  const inOrder = [...claims.filter((claim) => !isAlias(claim)), ...claims.filter(isAlias)];
  const { taken, folders } = reserved(content);
  return inOrder.flatMap((claim) => claimed(claim, taken, folders));
};

const isAlias = ({ variant }: Claim): boolean => variant === 'alias';

/** The former addresses that texts name, each with its place. */
export const formerClaims = (content: Content): readonly Claim[] => claimsOf(content).filter(isAlias);

const published = ({ notices }: Content) => notices.filter((notice) => !isDraft(notice));

function claimsOf(content: Content): readonly Claim[] {
  const notices = published(content);
  const pages = content.pages.filter((page) => !page.isDraft);
  return locales.flatMap((locale) => [
    ...notices.flatMap((notice) => noticeClaims(notice, locale)),
    ...pages.flatMap(({ id: page, documents }) => {
      const document = documents[locale];
      if (document === undefined) return [];
      const slug = document.front.slug ?? page;
      const own = { path: pagePath(slug, locale), place: document.facts.at(['slug']), found: slug };
      return [{ ...own, variant: 'slug' }, ...aliasClaims(document, homePath(locale))];
    }),
  ]);
}

/** A page that wants an address. */
interface Claim {
  readonly path: string;
  readonly place: Place;
  /** The slug or alias as written. */
  readonly found: string;
  readonly variant: string;
}

type Taken = Map<string, Place | undefined>;

/** The lists that notices stand below. */
const noticeLists = (['incidents', 'maintenance'] as const).flatMap((list) =>
  locales.map((locale) => ({ list, path: listPath(list, locale) })),
);

/** The list of which this would be a page, however short it is today: no address is taken from a notice on a later day. */
const listWithPage = (path: string) =>
  noticeLists.find((one) => path.startsWith(one.path) && /^\d+\/?$/.test(path.slice(one.path.length)))?.list;

/** The addresses of the program's own pages. Lists that grow long continue at …/2/. */
function reserved(content: Content): { readonly taken: Taken; readonly folders: Set<string> } {
  const notices = published(content);
  const { services, regions } = content.site.settings;
  const own = locales.flatMap((locale) => [
    homePath(locale),
    ...lists.flatMap((list) =>
      Array.from({ length: Math.max(1, notices.length) }, (_, index) => listPath(list, locale, index + 1)),
    ),
    ...services.map((service) => servicePath(service, locale)),
    ...regions.map((region) => regionPath(region, locale)),
  ]);
  const below = notices.flatMap((notice) => locales.flatMap((locale) => belowOf(notice, locale)));
  return {
    taken: new Map([...[root, ...own].map((path) => [path, undefined] as const), ...below]),
    folders: new Set(),
  };
}

/** The pages below a notice: its apology, its questions. */
function belowOf(notice: ReadNotice, locale: Locale): readonly (readonly [string, Place])[] {
  if (notice.kind === 'maintenance') return [];
  const [own] = noticeClaims(notice, locale);
  if (own === undefined) return [];
  const hasQuestions = locales.some((one) => notice.texts[one]?.sections.byName.has('faq'));
  return [
    ...(notice.data.apology === undefined ? [] : [belowNotice.apology]),
    ...(hasQuestions ? [belowNotice.questions] : []),
  ].map((part) => [`${own.path}${part[locale]}/`, own.place] as const);
}

/** A year of the history. */
const isYear = (path: string): boolean =>
  locales.some((locale) => {
    const history = listPath('history', locale);
    return path.startsWith(history) && /^\d{4}\/(?:\d+\/)?$/.test(path.slice(history.length));
  });

/** Takes an address, unless it is taken. A file cannot have the name of a folder that addresses stand in. */
function claimed(
  { path, place, found, variant }: Claim,
  taken: Taken,
  folders: Set<string>,
): readonly Problem[] {
  const file = path.replace(/\/$/, '');
  const above = file.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
  const inFile = above.find((folder) => folder.includes('.') && taken.has(folder));
  const list = listWithPage(path);
  if (list !== undefined) {
    const suggestion = `${list === 'incidents' ? 'incident' : 'maintenance'}-${found}`;
    return [problem('slug/format', place, { found, suggestion }, `digits.${variant}`)];
  }
  const isTaken = taken.has(path) || isOfProgram(path) || isYear(path) || inFile !== undefined;
  if (!isTaken && !(file === path && folders.has(path))) {
    taken.set(path, place);
    for (const folder of above) folders.add(folder);
    return [];
  }
  const other = taken.get(inFile ?? path);
  const values = { found, path, other: other === undefined ? '' : `${other.file}:${other.line}` };
  const reservedFor = variant === 'alias' ? 'reserved.alias' : 'reserved';
  return [problem('slug/duplicate', place, values, other === undefined ? reservedFor : variant)];
}

function noticeClaims(notice: ReadNotice, locale: Locale): readonly Claim[] {
  const document = notice.texts[locale]?.document;
  const slug = document?.front.slug ?? notice.id;
  const own = {
    path: noticeAddress(notice.kind, slug, locale),
    place: document?.facts.at(['slug']) ?? notice.facts.at([]),
    found: slug,
    variant: 'slug',
  };
  const parent = listPath(noticeKinds[notice.kind].list, locale);
  return [own, ...(document === undefined ? [] : aliasClaims(document, parent))];
}

const aliasClaims = (
  { front, facts }: Document<{ readonly aliases?: readonly string[] | undefined }>,
  parent: string,
): readonly Claim[] =>
  (front.aliases ?? []).map((alias, index) => ({
    path: formerPath(alias, parent),
    place: facts.at(['aliases', index]),
    found: alias,
    variant: 'alias',
  }));
