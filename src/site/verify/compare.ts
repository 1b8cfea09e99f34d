import type { Answer } from '../remote.ts';

/** What would break at an address if another site took the place of this one. */
export type Break =
  | { readonly path: string; readonly kind: 'missing' }
  | { readonly path: string; readonly kind: 'type'; readonly found: string; readonly expected: string }
  | { readonly path: string; readonly kind: 'keys' | 'ids'; readonly names: readonly string[] };

interface Comparison {
  /** How many addresses that clients use the old site has. */
  readonly count: number;
  readonly breaks: readonly Break[];
  /** The first that the old site refuses to give (403, say). */
  readonly refused?: { readonly path: string; readonly status: number };
}

/** What a site has at a path; nothing where there is nothing. */
type Read = (path: string) => Promise<Answer | undefined>;

const api = [
  'summary',
  'status',
  'components',
  'incidents',
  'incidents/unresolved',
  'scheduled-maintenances',
  'scheduled-maintenances/active',
  'scheduled-maintenances/upcoming',
].map((name) => `/api/v2/${name}.json`);
const feeds = [
  '/history.atom',
  '/history.rss',
  '/index.xml',
  '/issues/index.xml',
  '/feed.xml',
  '/feed.json',
  '/atom.xml',
  '/rss.xml',
  ...['en', 'fr'].flatMap((locale) =>
    ['feed.xml', 'feed.json', 'calendar.ics'].map((name) => `/${locale}/${name}`),
  ),
];
const others = ['/index.json', '/issues/index.json'];

/** More addresses of notices would be asked of no one's host. */
const mostNotices = 200;

/**
 * Compares two sites at the addresses that clients use: those of the old one that are gone, of another type, or without
 * keys and ids that it has. Addresses of notices are taken from what it lists.
 */
export async function compareSites(
  old: Read,
  fresh: Read,
  asking: (path: string) => void,
): Promise<Comparison> {
  const listed: Answer[] = [];
  const breaks: Break[] = [];
  let count = 0;
  let refused: Comparison['refused'];
  const compare = async (path: string, keep: boolean) => {
    asking(path);
    const before = await old(path);
    if (before === undefined) return;
    if (!isThere(before)) {
      refused ??= { path, status: before.status };
      return;
    }
    count += 1;
    if (keep) listed.push(before);
    breaks.push(...breaksAt(path, before, await fresh(path)));
  };
  for (const path of [...api, ...feeds, ...others]) await compare(path, true);
  for (const path of noticePaths(listed).slice(0, mostNotices)) await compare(path, false);
  return { count, breaks, ...(refused === undefined ? {} : { refused }) };
}

const isThere = ({ status }: Answer): boolean => status < 400;

/** What clients of an address would miss. */
function breaksAt(path: string, before: Answer, after: Answer | undefined): readonly Break[] {
  if (after === undefined || !isThere(after)) return [{ path, kind: 'missing' }];
  const [expected, found] = [typeOf(before), typeOf(after)];
  if (expected !== found) return [{ path, kind: 'type', found, expected }];
  const keys = without(keysOf(before), keysOf(after));
  const ids = without(idsOf(before), idsOf(after));
  return [
    ...(keys.length === 0 ? [] : [{ path, kind: 'keys' as const, names: keys }]),
    ...(ids.length === 0 ? [] : [{ path, kind: 'ids' as const, names: ids }]),
  ];
}

const without = (all: readonly string[], there: readonly string[]): readonly string[] => {
  const known = new Set(there);
  return all.filter((one) => !known.has(one));
};

/** By what it holds: hosts name types as they like. */
function typeOf({ type, text }: Answer): string {
  const head = text.slice(0, 2_000).trimStart();
  if (jsonOf(text) !== undefined) return 'JSON';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<feed\b/.test(head)) return 'Atom';
  if (/<rss\b|<rdf:RDF\b/.test(head)) return 'RSS';
  if (/^BEGIN:VCALENDAR/.test(head)) return 'iCalendar';
  if (/^<(?:!doctype html|html)\b/i.test(head)) return 'HTML';
  return type === '' ? '?' : type;
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keysOf({ text }: Answer): readonly string[] {
  const json = jsonOf(text);
  return isObject(json) ? Object.keys(json) : [];
}

/** The ids of what it lists, of JSON and of feeds. */
function idsOf(answer: Answer): readonly string[] {
  const json = jsonOf(answer.text);
  if (json !== undefined) {
    const lists = Array.isArray(json)
      ? [json]
      : isObject(json)
        ? Object.values(json).filter(Array.isArray)
        : [];
    return lists
      .flat()
      .flatMap((one: unknown) => (isObject(one) && typeof one.id === 'string' ? [one.id] : []));
  }
  const type = typeOf(answer);
  const tag =
    type === 'Atom' ? /<entry\b[\s\S]*?<id>\s*([^<]*?)\s*<\/id>/g : /<guid\b[^>]*>\s*([^<]*?)\s*<\/guid>/g;
  return type === 'Atom' || type === 'RSS' ? [...answer.text.matchAll(tag)].map(([, id = '']) => id) : [];
}

/** Where the old site shows its notices: `/incidents/<id>`, and what its feeds lead to on the same host. */
function noticePaths(listed: readonly Answer[]): readonly string[] {
  const paths = listed.flatMap((answer) => {
    const json = jsonOf(answer.text);
    const lists = isObject(json) ? [json.incidents, json.scheduled_maintenances].filter(Array.isArray) : [];
    const ids = lists
      .flat()
      .flatMap((one: unknown) => (isObject(one) && typeof one.id === 'string' ? [one.id] : []));
    const links = [
      ...answer.text.matchAll(/<link>\s*([^<\s]+)\s*<\/link>|<link\b[^>]*\bhref="([^"]+)"/g),
    ].map(([, inside, href]) => inside ?? href ?? '');
    const home = links.find((link) => URL.canParse(link));
    const own = links.filter(
      (link) => home !== undefined && URL.canParse(link) && new URL(link).host === new URL(home).host,
    );
    return [
      ...ids.map((id) => `/incidents/${id}`),
      ...own.map((link) => new URL(link).pathname).filter(isNotice),
    ];
  });
  return [...new Set(paths)];
}

const isNotice = (path: string): boolean => /\/(?:incidents?|issues|maintenances?)\/./.test(path);
