import type { Incident } from './incident.ts';
import type { Maintenance } from './maintenance.ts';
import { type Locale, type LocalText, type Moment, offsetText } from './values.ts';
import type { InEach } from './words.ts';

/**
 * Every address of the site, once. A path begins and ends with `/` and lies below `site.url`; `site.base` is put
 * before it where a link is written.
 */
const words = {
  incidents: { en: 'incidents', fr: 'incidents' },
  apology: { en: 'apology', fr: 'excuses' },
  questions: { en: 'faq', fr: 'faq' },
  maintenance: { en: 'maintenance', fr: 'entretien' },
  history: { en: 'history', fr: 'historique' },
  services: { en: 'services', fr: 'services' },
  regions: { en: 'regions', fr: 'regions' },
  apologies: { en: 'apologies', fr: 'excuses' },
  commitments: { en: 'commitments', fr: 'engagements' },
  credits: { en: 'credits', fr: 'credits' },
  faq: { en: 'faq', fr: 'faq' },
  search: { en: 'search', fr: 'recherche' },
  follow: { en: 'follow', fr: 'suivre' },
  banner: { en: 'banner', fr: 'bandeau' },
} as const satisfies Record<string, LocalText>;

export const lists = [
  'incidents',
  'maintenance',
  'history',
  'services',
  'regions',
  'apologies',
  'commitments',
  'credits',
  'faq',
  'search',
  'follow',
] as const satisfies readonly (keyof typeof words)[];
export type List = (typeof lists)[number];

export const root = '/';
export const notFound = '/404.html';
export const homePath = (locale: Locale): string => `/${locale}/`;
export const notFoundPath = (locale: Locale): string => `/${locale}/404.html`;

/** A list, from its second page on with a number: `/en/incidents/`, `/en/incidents/2/`. */
export const listPath = (list: List, locale: Locale, page = 1): string =>
  `/${locale}/${words[list][locale]}/${page > 1 ? `${page}/` : ''}`;

export const yearPath = (year: string, locale: Locale, page = 1): string =>
  `${listPath('history', locale)}${year}/${page > 1 ? `${page}/` : ''}`;

export const servicePath = (service: { readonly slug: LocalText }, locale: Locale, page = 1): string =>
  `${listPath('services', locale)}${service.slug[locale]}/${page > 1 ? `${page}/` : ''}`;

export const regionPath = (region: { readonly slug: LocalText }, locale: Locale, page = 1): string =>
  `${listPath('regions', locale)}${region.slug[locale]}/${page > 1 ? `${page}/` : ''}`;

/** The slug of a notice; while its words are late, its id, which leads on once they are there. */
const noticeSlug = (notice: Pick<Incident | Maintenance, 'id' | 'words'>, locale: Locale): string =>
  notice.words[locale]?.slug ?? notice.id;

export const noticeAddress = (kind: (Incident | Maintenance)['kind'], slug: string, locale: Locale): string =>
  `${listPath(kind === 'incident' ? 'incidents' : 'maintenance', locale)}${slug}/`;

export const noticePath = (
  notice: Pick<Incident | Maintenance, 'kind' | 'id' | 'words'>,
  locale: Locale,
): string => noticeAddress(notice.kind, noticeSlug(notice, locale), locale);

export const apologyPath = (incident: Incident, locale: Locale): string =>
  `${noticePath(incident, locale)}${words.apology[locale]}/`;

export const questionsPath = (notice: Incident | Maintenance, locale: Locale): string =>
  `${noticePath(notice, locale)}${words.questions[locale]}/`;

/** The slug of a standing page; while its words are late, its id. */
export const standingSlug = (
  page: { readonly id: string; readonly words: InEach<{ readonly slug: string }> },
  locale: Locale,
): string => page.words[locale]?.slug ?? page.id;

export const pagePath = (slug: string, locale: Locale): string => `/${locale}/${slug}/`;

/** The last parts of the addresses below a notice, for its redirects. */
export const belowNotice = { apology: words.apology, questions: words.questions } as const;

/** Where a page is written: `en/incidents/index.html`, `404.html`. */
export const outputOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path).slice(1);

/** Where a former address stands: a slug beside the present one, a path where it says; `…/index.html` is its folder. */
export function formerPath(alias: string, parent: string): string {
  if (!alias.startsWith('/')) return `${parent}${alias}/`;
  const path = alias.replace(/\/index\.html?$/i, '/');
  return path.endsWith('/') || /\.html?$/.test(path) ? path : `${path}/`;
}

/** Files at the root; those of a language, which some also have beside their pages; whole folders. */
const ofProgram = [
  /^\/(?:sitemap(?:-\d+)?\.xml|robots\.txt|llms\.txt|meaculpa\.json|_headers|_redirects|icon\.svg|banner\.js|history\.(?:atom|rss))(?:\/|$)/,
  /^\/(?:[a-z]{2}\/)?(?:404\.html|calendar\.ics|api)(?:\/|$)/,
  /^\/(?:[a-z]{2}\/(?:.*\/)?)?(?:feed\.(?:xml|json)|badge\.svg|index\.txt)(?:\/|$)/,
  /^\/(?:assets|images|cards|en\/banner|fr\/bandeau|[a-z]{2}\/calendar\/[^/]+\.ics)(?:\/|$)/,
];

/** Whether an address is that of a file of the program, or lies in a folder of its own. */
export const isOfProgram = (path: string): boolean => ofProgram.some((shape) => shape.test(path));

/** Words made into the last part of an address: `Québec` is `quebec`, `Cœur` is `coeur`, `L’Île` is `l-ile`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Signs that a part of an address may have: names of files and folders end at 255 bytes, and people read them. */
export const longestSlug = 80;

/** A text as the last part of an address, cut after a whole word where it would be longer than `most`. */
export function shortSlugOf(text: string, most = longestSlug): string {
  const slug = slugOf(text.slice(0, 4 * most));
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most + 1).lastIndexOf('-');
  return slug.slice(0, cut > most / 3 ? cut : most);
}

/** The anchor of a moment: `t-20240302T0640-0400`, `t-20240302`; `nth` counts the days alone of a day. */
export function momentAnchor(moment: Moment, nth = 1): string {
  const date = moment.date.replaceAll('-', '');
  if (moment.kind === 'day') return `t-${date}${nth > 1 ? `-${nth}` : ''}`;
  return `t-${date}T${moment.time.replaceAll(':', '')}${offsetText(moment.offset).replace(':', '')}`;
}

/** The picture that stands for a notice where its page is shared; the site's, where the page is none. */
export const cardPath = (locale: Locale, id: string): string => `/cards/${locale}/${id}.png`;
export const siteCardPath = (locale: Locale): string => `/cards/${locale}.png`;

/** The site's icon, the same for every state. */
export const iconPath = '/icon.svg';

/** The script of the search and what it is made of, which a page names too; the folder of what it reads. */
export const searchScript = '/assets/search.js';
export const searchParts = ['/assets/search-index.js', '/assets/search-words.js'] as const;
export const searchFolder = '/assets/search/';
export const timesScript = '/assets/times.js';

/** An image beside a note. It is the same file in both languages. */
export const imagePath = (folder: string, name: string): string =>
  `/images/${folder}/${name.split('/').map(encodeURIComponent).join('/')}`;

/** Atom and JSON Feed. */
type FeedFormat = 'xml' | 'json';

/** How a region, a service or a kind of notice is followed: its feeds stand beside its page. */
export const feedPath = (page: string, format: FeedFormat = 'xml'): string => `${page}feed.${format}`;

/** The calendar of all maintenance, and the file of one, which hangs on its id and so never moves. */
export const calendarPath = (locale: Locale): string => `/${locale}/calendar.ics`;
export const eventPath = (maintenance: Pick<Maintenance, 'id'>, locale: Locale): string =>
  `/${locale}/calendar/${maintenance.id}.ics`;

/** Where the Statuspage API v2 stands; at the root in the primary language. */
export const apiPath = (locale: Locale | undefined, name: string): string =>
  `${locale === undefined ? '' : `/${locale}`}/api/v2/${name}.json`;

/** A state as a picture, beside the page that says it. */
export const badgePath = (page: string): string => `${page}badge.svg`;

/** A notice in plain text, beside its page. */
export const textPath = (page: string): string => `${page}index.txt`;

/** What another site shows of an open incident: a script of ours, or a page in a frame. */
export const bannerScript = '/banner.js';
export const bannerPath = (locale: Locale): string => `/${locale}/${words.banner[locale]}/`;

/** The feeds of everything where hosted pages have theirs, in the primary language. */
export const historyPath = (format: 'atom' | 'rss'): string => `/history.${format}`;

/**
 * What a site's address puts before the name of an entry of a feed, and behind that of an event of a calendar. RFC 4151
 * wants a day on which the host was the site's own: it never changes, whatever the notice's date.
 */
export function namedAfter(url: string): { readonly entry: string; readonly event: string } {
  const { hostname, pathname } = new URL(url);
  const base = pathname.replace(/\/$/, '');
  return {
    entry: `tag:${hostname},2026:${base === '' ? '' : `${base.slice(1)}/`}`,
    event: `@${hostname}${base}`,
  };
}
