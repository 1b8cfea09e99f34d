import { z } from 'zod';
import type { IncidentPhase } from '../model/incident.ts';
import { slugOf } from '../model/urls.ts';
import {
  type Deed,
  type ForeignEntry,
  type ForeignNotice,
  type ForeignService,
  type History,
  mostNotices,
  mostUpdates,
  type Remark,
  type Sources,
  Unreadable,
} from './history.ts';
import { jsonIn } from './json.ts';
import { hasErrors, isMapping, type Loose, looseMapping, textIn } from './loose-yaml.ts';
import { phaseAtHead } from './phases.ts';
import { bare, factsIn, instant, maintenanceOf } from './upptime-maintenance.ts';

/** GitHub's own interface writes `created_at`, its command line `createdAt`. */
const snakeCase = (found: unknown): unknown =>
  typeof found === 'object' && found !== null && !Array.isArray(found)
    ? Object.fromEntries(
        Object.entries(found).map(([key, value]) => [
          key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          value,
        ]),
      )
    : found;

const comment = z.preprocess(
  snakeCase,
  z.object({ body: z.string().nullish(), created_at: z.string(), issue_url: z.string().nullish() }),
);
type Comment = z.output<typeof comment>;
const labels = z
  .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
  .nullish();
/** What is an issue by its looks. */
const alike = z.object({ number: z.number(), title: z.string(), labels: labels.catch(undefined) });
const issue = z.preprocess(
  snakeCase,
  z.object({
    number: z.number().int(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.string().nullish(),
    labels,
    created_at: z.string(),
    closed_at: z.string().nullish(),
    html_url: z.string().nullish(),
    url: z.string().nullish(),
    comments: z.union([z.number(), z.array(z.unknown())]).nullish(),
    pull_request: z.unknown().optional(),
  }),
);
type Issue = z.output<typeof issue>;

/** Reads the folder of an Upptime site: `.upptimerc.yml`, and its issues with their comments as JSON. */
export function readUpptime(sources: Sources): History {
  const remarks: Remark[] = [];
  const settings = settingsIn(sources, remarks);
  const services = servicesOf(settings, sources);
  const lists = [...sources].flatMap(([file, text]) => {
    if (!/\.json$/i.test(file)) return [];
    const json = jsonIn(file, text, /"(?:created_at|createdAt)"/);
    return [{ file, all: Array.isArray(json) ? json : [json] }];
  });
  const comments = lists.flatMap(({ all }) => all.flatMap((one) => comment.safeParse(one).data ?? []));
  const byIssue = Map.groupBy(
    comments.filter(({ issue_url }) => issue_url),
    ({ issue_url }) => Number(issue_url?.split('/').at(-1)),
  );
  const issues = lists.flatMap(({ file, all }) =>
    all.flatMap((one) => {
      const read = issue.safeParse(one).data;
      const like = read === undefined ? alike.safeParse(one).data : undefined;
      if (like !== undefined && isNotice(like))
        remarks.push({ file, field: 'issue', value: String(like.number), did: 'refused' });
      return read !== undefined && read.pull_request === undefined && isNotice(read)
        ? [{ file, one: read }]
        : [];
    }),
  );
  const refused = remarks.filter(({ did }) => did === 'refused').length;
  const isFetched = [...sources.keys()].some((file) => /(?:^|\/)issues[^/]*\.json$/i.test(file));
  if (issues.length + refused === 0 && !(isFetched && services !== undefined))
    throw new Unreadable('none', '');
  if (issues.length > mostNotices) throw new Unreadable('many', issues[0]?.file ?? '');
  const unique = new Map<number, (typeof issues)[number]>();
  for (const found of issues) {
    const { file, one } = found;
    const there = unique.get(one.number);
    const isFuller = commentsIn(one).length >= (there === undefined ? 0 : commentsIn(there.one).length);
    const less = isFuller ? there?.one : one;
    if (there !== undefined && less !== undefined && one.title !== there.one.title)
      remarks.push({ file, field: 'title', value: less.title, did: 'same_id', notice: String(one.number) });
    if (isFuller) unique.set(one.number, found);
  }
  const former = new Map<string, ForeignService>();
  const notices = [...unique.values()].flatMap(({ file, one }) => {
    const own = commentsIn(one).flatMap((c) => comment.safeParse(c).data ?? []);
    if (own.length < commentsIn(one).length)
      remarks.push({ file, field: 'comments', value: '', did: 'unreadable', notice: String(one.number) });
    const read = noticeOf(file, one, [...own, ...(byIssue.get(one.number) ?? [])], services ?? [], remarks);
    for (const key of read?.services ?? [])
      if (!services?.some((service) => service.key === key))
        former.set(key, { key, name: nameIn(one.title) ?? key });
    return read ?? [];
  });
  const site = isMapping(settings['status-website']) ? settings['status-website'] : {};
  const name = textIn(site.name);
  const url = addressOf(settings, site);
  return {
    origin: 'upptime',
    ...(name === '' ? {} : { name }),
    ...(url === undefined ? {} : { url }),
    breaks: true,
    services,
    former: [...former.values()],
    notices,
    read: unique.size + refused,
    remarks,
  };
}

const commentsIn = ({ comments }: Issue): readonly unknown[] => (Array.isArray(comments) ? comments : []);

function settingsIn(sources: Sources, remarks: Remark[]): Readonly<Record<string, Loose>> {
  const file = ['.upptimerc.yml', '.upptimerc.yaml'].find((name) => sources.has(name));
  if (file === undefined) return {};
  const read = looseMapping(sources.get(file) ?? '', 'yaml');
  const did =
    read === undefined ? 'unreadable' : hasErrors(sources.get(file) ?? '') ? 'partly_read' : undefined;
  if (did !== undefined) remarks.push({ file, field: 'settings', value: '', did });
  return read ?? {};
}

function servicesOf(
  settings: Readonly<Record<string, Loose>>,
  sources: Sources,
): readonly ForeignService[] | undefined {
  const { sites } = settings;
  const summary = jsonIn('history/summary.json', sources.get('history/summary.json') ?? '[]', /$^/);
  const listed: readonly { readonly name: string; readonly slug: string }[] = Array.isArray(sites)
    ? sites.flatMap((one: Loose) =>
        isMapping(one) && textIn(one.name) !== '' ? [{ name: textIn(one.name), slug: textIn(one.slug) }] : [],
      )
    : (z.array(z.object({ name: z.string(), slug: z.string() })).safeParse(summary).data ?? []);
  if (listed.length === 0) return undefined;
  const made = listed.map(({ name, slug }) => ({ key: slug || slugOf(name), name }));
  return [...new Map(made.map((one) => [one.key, one])).values()];
}

function addressOf(
  settings: Readonly<Record<string, Loose>>,
  site: Readonly<Record<string, Loose>>,
): string | undefined {
  const host = textIn(site.cname);
  if (host !== '') return `https://${host}`;
  const [owner, repo] = [textIn(settings.owner), textIn(settings.repo)];
  return owner === '' || repo === '' ? undefined : `https://${owner.toLowerCase()}.github.io/${repo}`;
}

const titled = /^(?:\S{1,3}\s+)?(.+?)\s+(is down|(?:has|is experiencing) degraded performance)\s*$/;
const nameIn = (title: string): string | undefined => titled.exec(title)?.[1];

const isNotice = ({ labels, title }: Pick<Issue, 'labels' | 'title'>): boolean =>
  (labels ?? []).some((label) => label === 'status' || label === 'maintenance') || /^(?:🛑|⚠)/u.test(title);

type Say = (field: string, value: string, did: Deed) => void;

function noticeOf(
  file: string,
  one: Issue,
  comments: readonly Comment[],
  services: readonly ForeignService[],
  remarks: Remark[],
): ForeignNotice | undefined {
  const id = String(one.number);
  const say: Say = (field, value, did) => remarks.push({ file, field, value, did, notice: id });
  const created = instant(one.created_at);
  if (created === undefined || comments.length > mostUpdates) {
    const did = created === undefined ? 'refused_time' : 'refused_updates';
    remarks.push({ file, field: `#${id}`, value: one.created_at, did });
    return undefined;
  }
  const closed = one.closed_at ? instant(one.closed_at) : undefined;
  const keys = new Map(services.map(({ key }) => [bare(key), key]));
  const labelled = (one.labels ?? []).flatMap((label) => keys.get(bare(label)) ?? []);
  const named = slugOf(nameIn(one.title) ?? '');
  const said = comments
    .flatMap(({ body, created_at }) => {
      const at = instant(created_at);
      if (at === undefined) say('created_at', created_at, 'text_without_time');
      return at === undefined ? [] : [{ at, body: body ?? '', services: {} }];
    })
    .sort((a, b) => a.at - b.at);
  const { facts, body } = factsIn(one.body ?? '');
  const address = one.html_url ?? one.url ?? undefined;
  const common = {
    id,
    file,
    title: one.title.replace(/^(?:🛑|⚠️?)\s*/u, ''),
    paths: [`/incident/${id}`],
    ...(address?.startsWith('http') ? { url: address } : {}),
  };
  const opening = { at: created, body, services: {} };
  if ((one.labels ?? []).includes('maintenance')) {
    return maintenanceOf({ ...common, opening, said, closed, keys, labelled }, facts, say);
  }
  const entries: readonly ForeignEntry<IncidentPhase>[] = [
    { ...opening, phase: 'investigating' },
    ...said.map((entry) => {
      const phase = phaseAtHead(entry.body);
      return phase === undefined ? entry : { ...entry, phase };
    }),
  ];
  return {
    kind: 'incident',
    ...common,
    services: labelled.length > 0 ? labelled : named === '' ? [] : [named],
    impact: /degraded/.test(one.title) ? 'minor' : /is down/.test(one.title) ? 'critical' : 'none',
    started: created,
    over: closed !== undefined || one.state?.toLowerCase() === 'closed',
    ...(closed === undefined ? {} : { ended: closed }),
    entries,
  };
}
