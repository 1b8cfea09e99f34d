import type { Impact } from '../model/status.ts';
import { addressesOf, type Home } from './cstate-address.ts';
import { servicesOf, settingsIn, zoneOf } from './cstate-settings.ts';
import { updatesOf } from './cstate-updates.ts';
import {
  type Deed,
  type ForeignNotice,
  type History,
  longestText,
  mostNotices,
  mostUpdates,
  type Remark,
  type Sources,
  Unreadable,
  type When,
} from './history.ts';
import { isMapping, isTrue, type Loose, textIn, textsIn, withFrontMatter } from './loose-yaml.ts';
import { epochOf, readWhen, saysZone } from './times.ts';

type Mapping = Readonly<Record<string, Loose>>;

const severities: Readonly<Record<string, Impact>> = {
  down: 'critical',
  disrupted: 'major',
  notice: 'none',
  'major-outage': 'critical',
  'partial-outage': 'major',
  'degraded-performance': 'minor',
  'under-maintenance': 'none',
};

/** Reads the folder of a cState site, or of statuskit and its like: settings, and a text for each incident. */
export function readCstate(sources: Sources, now: number): History {
  const posts = postsIn(sources);
  if (posts.length === 0) throw new Unreadable('none', '');
  if (posts.length > mostNotices) throw new Unreadable('many', posts[0]?.file ?? '');
  const remarks: Remark[] = [];
  const settings = settingsIn(sources, posts[0]?.file ?? '', remarks);
  const url = textIn(settings.baseurl).replace(/\/+$/, '');
  const zone = zoneOf(settings, remarks);
  const services = servicesOf(settings);
  const site: Site = {
    zone,
    now,
    url: /^https?:\/\/[^/]/.test(url) ? url : undefined,
    permalinks: isMapping(settings.permalinks) ? settings.permalinks : {},
    known: new Map(services?.map(({ key, name }) => [name.toLowerCase(), key])),
  };
  const ids = idsOf(posts.map(({ file }) => file));
  const notices = posts.flatMap(
    ({ file, text }) => noticeOf({ file, id: ids.get(file) ?? file, text }, site, remarks) ?? [],
  );
  const named = new Set(notices.flatMap((notice) => notice.services));
  for (const { key } of services ?? []) named.delete(key);
  const name = textIn(settings.title);
  return {
    origin: 'cstate',
    ...(name === '' ? {} : { name }),
    ...(site.url === undefined ? {} : { url: site.url }),
    zone,
    breaks: false,
    services,
    former: [...named].map((key) => ({ key, name: key })),
    notices,
    read: posts.length,
    remarks,
  };
}

/** The language that a cState site says it is in. */
export function languageOf(sources: Sources): string {
  const settings = settingsIn(sources, postsIn(sources)[0]?.file ?? '');
  return textIn(settings.languagecode).slice(0, 2).toLowerCase();
}

interface Site extends Home {
  readonly now: number;
  /** Keys of services by their names in small letters. */
  readonly known: ReadonlyMap<string, string>;
}

const apart = /(?:^|\/)(?:themes|layouts|archetypes|node_modules|static|public|i18n|\.[^/]*)\//;
const inFolder = /(?:^|\/)(?:issues?|incidents?)\/[^/]+(?:\/[^/]+)*$/;

/** The texts of incidents: those in their folder, else those at the top that have a date. */
function postsIn(sources: Sources): readonly { readonly file: string; readonly text: string }[] {
  const texts = [...sources]
    .filter(
      ([file]) =>
        /\.(?:mdx?|markdown|html)$/i.test(file) &&
        !/(?:^|\/)_?index\.[a-z]+$/i.test(file) &&
        !apart.test(file),
    )
    .map(([file, text]) => ({ file, text }));
  const filed = texts.filter(({ file }) => inFolder.test(file));
  return filed.length > 0
    ? filed
    : texts.filter(
        ({ file, text }) => !file.includes('/') && withFrontMatter(text)?.front?.date !== undefined,
      );
}

/** The ids of posts by their files: their paths below the folder of posts, or whole where another has that. */
function idsOf(files: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set<string>();
  return new Map(
    files.map((file) => {
      const short = file.replace(/^.*?(?:^|\/)(?:issues?|incidents?)\//, '').replace(/\.[a-z]+$/i, '');
      const id = used.has(short) ? file : short;
      used.add(id);
      return [file, id];
    }),
  );
}

interface Post {
  readonly file: string;
  readonly id: string;
  readonly text: string;
}

function noticeOf({ file, id, text }: Post, site: Site, remarks: Remark[]): ForeignNotice | undefined {
  const say = (field: string, value: string, did: Deed) =>
    remarks.push({ file, field, value, did, notice: id });
  const refuse = (field: string, value: string, did: Deed): undefined => {
    remarks.push({ file, field, value, did });
    return undefined;
  };
  const read = withFrontMatter(text);
  if (read?.front === undefined) return refuse('front matter', '', 'refused');
  const { front, body } = read;
  if (body.length > longestText * 5) return refuse('body', '', 'refused_text');
  if (body.split('{{<').length > mostUpdates) return refuse('body', '', 'refused_updates');
  const when = (field: string, value: Loose | undefined): When | undefined => {
    const written = textIn(value);
    if (written === '') return undefined;
    const found = readWhen(written, site.zone);
    if (found === undefined) say(field, written, 'refused_time');
    else if (!saysZone(written) && typeof found === 'number') assumeZone(field, written, file, site, remarks);
    return found;
  };
  const started = when('date', front.date);
  if (started === undefined) return refuse('date', textIn(front.date), 'refused');
  const over = isTrue(front.resolved);
  const found = when('resolvedWhen', front.resolvedwhen);
  const isLater = found !== undefined && epochOf(found, site.zone) >= epochOf(started, site.zone);
  if (found !== undefined && !isLater) say('resolvedWhen', textIn(front.resolvedwhen), 'end_before_start');
  const ended = isLater ? found : undefined;
  const named = namedServices(front.affected ?? front.affectedsystems, site.known);
  const common = {
    id,
    file,
    title: textIn(front.title).replace(/\s+/g, ' '),
    services: named,
    impact: impactOf(front, say),
    ...addressesOf(file, id, front, started, site),
    ...(isTrue(front.draft) ? { draft: true } : {}),
  };
  const entries = updatesOf(
    { body, started, zone: site.zone, ...(ended === undefined ? {} : { ended }) },
    say,
  );
  if (epochOf(started, site.zone) > site.now) {
    const from = epochOf(started, site.zone);
    const until = ended === undefined ? from : epochOf(ended, site.zone);
    if (until <= from) say('resolvedWhen', textIn(front.resolvedwhen), 'window_end');
    return {
      kind: 'maintenance',
      ...common,
      from,
      until: until > from ? until : from + 3_600_000,
      opening: entries.map((entry) => entry.body).join('\n\n'),
      entries: [],
    };
  }
  return {
    kind: 'incident',
    ...common,
    started,
    over,
    ...(over && ended !== undefined ? { ended } : {}),
    entries,
  };
}

/** That times without a zone were read on one clock is told once. */
function assumeZone(field: string, value: string, file: string, { zone }: Site, remarks: Remark[]): void {
  if (remarks.some(({ did }) => did === 'zone_assumed')) return;
  remarks.push({ file, field, value: `${value} (${zone})`, did: 'zone_assumed' });
}

/** Names as they were given; a text that is no name may be several, with commas between. */
function namedServices(value: Loose | undefined, known: Site['known']): readonly string[] {
  const given = textsIn(value);
  const isList = Array.isArray(value) || known.has((given[0] ?? '').toLowerCase());
  const names = isList ? given : given.flatMap((one) => one.split(',').map((part) => part.trim()));
  return [
    ...new Set(names.filter((name) => name !== '').map((name) => known.get(name.toLowerCase()) ?? name)),
  ];
}

function impactOf(front: Mapping, say: (field: string, value: string, did: Deed) => unknown): Impact {
  if (isTrue(front.informational)) return 'none';
  const found = textIn(front.severity).toLowerCase();
  if (found === 'under-maintenance') say('severity', found, 'impact_none');
  const impact = Object.hasOwn(severities, found) ? severities[found] : undefined;
  if (impact === undefined) say('severity', found, 'impact_unknown');
  return impact ?? 'none';
}
