import { Document, isSeq } from 'yaml';
import { isAliasPath } from '../content/schema/front-matter.ts';
import { tolerance } from '../content/schema/notices.ts';
import { translator } from '../language/translate.ts';
import { originalSource } from '../model/notice.ts';
import type { SectionName } from '../model/sections.ts';
import { titleText } from '../model/sections.ts';
import { unspecified } from '../model/site.ts';
import { formerPath, homePath, isOfProgram, listPath, lists } from '../model/urls.ts';
import { type Locale, locales } from '../model/values.ts';
import type { Deed, ForeignIncident, ForeignMaintenance, ForeignNotice, Remark } from './history.ts';
import { converted, type ResolveLink } from './markup.ts';
import {
  type Clockwork,
  inOrder,
  ofOneKind,
  type WrittenEntry,
  withChanges,
  withCompletion,
  withEnd,
  written,
} from './timeline.ts';
import { epochOf } from './times.ts';

/** What all the notices of an import share. */
export interface Setting {
  readonly origin: string;
  readonly zone: string;
  readonly now: number;
  readonly locale: Locale;
  readonly breaks: boolean;
  readonly publisher: string;
  /** Our ids of services, by their keys. */
  readonly serviceIds: ReadonlyMap<string, string>;
  readonly linksOf: (notice: ForeignNotice) => ResolveLink;
  /** Former addresses that are spoken for; those taken here are added. */
  readonly takenPaths: Set<string>;
}

interface NoticeFiles {
  readonly facts: string;
  readonly note: string;
  readonly remarks: readonly Remark[];
}

interface Desk extends Clockwork {
  readonly setting: Setting;
  readonly words: (field: string, text: string) => { readonly markdown: string; readonly opening: string };
}

/** The facts and the text of a notice of ours, of one of another program. */
export function noticeFiles(notice: ForeignNotice, setting: Setting): NoticeFiles {
  const remarks: Remark[] = [];
  const say = (field: string, value: string, did: Deed) =>
    remarks.push({ file: notice.file, field, value, did, notice: notice.id });
  const resolve = setting.linksOf(notice);
  const words: Desk['words'] = (field, text) => {
    const { markdown, opening, lost } = converted(text, setting.breaks, resolve);
    for (const { value, did } of lost) say(field, value, did);
    return { markdown, opening };
  };
  const desk: Desk = { zone: setting.zone, now: setting.now, say, setting, words };
  const made = notice.kind === 'incident' ? incidentOf(notice, desk) : maintenanceOf(notice, desk);
  const title = titleOf(notice, say);
  const front = { title, summary: summaryOf(made.opening) || title, ...aliasesOf(notice, setting, say) };
  const facts = {
    ...made.facts,
    imported: { from: setting.origin, id: notice.id, ...(notice.entry && { entry: notice.entry }) },
    ...sourceOf(notice, title, setting),
    ...(notice.draft === true ? { draft: true } : {}),
  };
  return {
    facts: yamlOf(facts),
    note: `---\n${yamlOf(front)}---\n${made.sections.map((section) => `\n${section}\n`).join('')}`,
    remarks,
  };
}

interface Made {
  readonly facts: object;
  /** The first words, without markup. */
  readonly opening: string;
  /** The blocks of the text. */
  readonly sections: readonly string[];
}

function incidentOf(notice: ForeignIncident, desk: Desk): Made {
  const { zone, setting } = desk;
  const [first, ...rest] = ofOneKind(notice.entries, desk);
  const entries = first === undefined ? [] : [first, ...rest];
  const ending = withEnd({ ...notice, entries }, desk);
  const ordered = withChanges(inOrder(ofOneKind(ending.entries, desk), 'investigating', desk), notice);
  const texts = textsOf(ordered, desk);
  const started = startOf(notice, entries[0]?.at, desk);
  const cause = notice.cause === undefined ? '' : desk.words('postmortem_body', notice.cause).markdown;
  return {
    facts: {
      services: servicesOf(notice, desk),
      impact: notice.impact,
      ...started,
      timeline: ordered.map(({ at, phase, services, ended }) => ({
        at,
        phase,
        ...statesOf(services, setting),
        ...(ended === undefined ? {} : { ended }),
      })),
      ...(ending.closed === undefined ? {} : { closed: written(ending.closed, zone) }),
    },
    opening: texts.opening,
    sections: [...texts.blocks, ...(cause === '' ? [] : [heading('cause', setting), cause])],
  };
}

function startOf(
  { started }: ForeignIncident,
  first: ForeignIncident['started'],
  { zone, say }: Desk,
): object {
  if (started === undefined || first === undefined) return {};
  const [start, word] = [epochOf(started, zone), epochOf(first, zone)];
  if (Math.floor(start / 1000) === Math.floor(word / 1000)) return {};
  if (start < word && typeof started === typeof first) return { started: written(started, zone) };
  say('started', new Date(start).toISOString(), 'start_is_first');
  return {};
}

function maintenanceOf(notice: ForeignMaintenance, desk: Desk): Made {
  const { zone, now } = desk;
  const ordered = inOrder(ofOneKind(withCompletion(notice, desk), desk), 'scheduled', desk);
  const texts = textsOf(ordered, desk);
  const before = notice.opening === undefined ? undefined : desk.words('body', notice.opening);
  const announced =
    notice.announced === undefined || epochOf(notice.announced, zone) > now + tolerance
      ? {}
      : { announced: written(notice.announced, zone) };
  return {
    facts: {
      services: servicesOf(notice, desk),
      impact: notice.impact,
      from: written(notice.from, zone),
      until: written(notice.until, zone),
      ...announced,
      ...(ordered.length === 0 ? {} : { timeline: ordered.map(({ at, phase }) => ({ at, phase })) }),
    },
    opening: before?.opening ?? texts.opening,
    sections: [
      ...(before === undefined || before.markdown === '' ? [] : [before.markdown]),
      ...(ordered.length === 0 ? [] : texts.blocks),
    ],
  };
}

const heading = (name: SectionName, { locale }: Setting): string => `## ${titleText(name)[locale]}`;

/** The section of the timeline, and the words of its first entry. */
function textsOf(entries: readonly WrittenEntry<string>[], { words, say, setting }: Desk) {
  const t = translator(setting.locale);
  let opening = '';
  const blocks = entries.flatMap(({ heading: at, phase, label, body }) => {
    const { markdown, opening: first } = words('body', body);
    const above = label === undefined ? [] : [words('body', `**${label}**`).markdown];
    if (body.trim() !== '' && markdown === '') say('body', body, 'no_text');
    opening ||= first;
    const isEnd = phase === 'resolved' || phase === 'completed';
    const silence = isEnd ? phase : 'silence';
    return [`### ${at}`, ...above, markdown === '' ? t(`command.import.words.${silence}`) : markdown];
  });
  return { opening, blocks: [heading('timeline', setting), ...blocks] };
}

function servicesOf({ services }: ForeignNotice, { setting, say }: Desk): readonly string[] {
  const ids = [...new Set(services.flatMap((key) => setting.serviceIds.get(key) ?? []))];
  if (ids.length > 0) return ids;
  say('services', '', 'no_services');
  return [unspecified];
}

function statesOf(services: WrittenEntry<string>['services'], { serviceIds }: Setting): object {
  const named = Object.entries(services).flatMap(([key, state]) => {
    const id = serviceIds.get(key);
    return id === undefined ? [] : [[id, state] as const];
  });
  return named.length === 0 ? {} : { services: Object.fromEntries(named) };
}

type Say = Desk['say'];

function titleOf({ title, id }: ForeignNotice, say: Say): string {
  const line = title.replace(/(?:\s|\p{Cc})+/gu, ' ').trim();
  if (line === '') say('title', '', 'no_title');
  return cut(line === '' ? id : line, 300);
}

const summaryOf = (words: string): string => cut(words, 300);

/** At most so many characters, ended after a sentence or else after a word. */
function cut(words: string, most: number): string {
  const letters = [...words];
  if (letters.length <= most) return words;
  const head = letters.slice(0, most).join('');
  const sentence = /^[\s\S]*[.!?…](?=\s)/.exec(head)?.[0] ?? '';
  if (sentence.length >= most / 4) return sentence.trim();
  const whole = letters
    .slice(0, most - 1)
    .join('')
    .replace(/\s+\S*$/, '');
  return `${whole.replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Whether an address is a home or below a list of the site. */
const isOfSite = (path: string): boolean =>
  locales.some(
    (locale) => path === homePath(locale) || lists.some((list) => path.startsWith(listPath(list, locale))),
  );

function aliasesOf({ paths }: ForeignNotice, { takenPaths }: Setting, say: Say): object {
  const aliases = paths.filter((path) => {
    const at = formerPath(path, '/');
    const isFree = isAliasPath(path) && !isOfProgram(at) && !isOfSite(at) && !takenPaths.has(at);
    if (isFree) takenPaths.add(at);
    else say('address', path, 'alias_refused');
    return isFree;
  });
  return aliases.length === 0 ? {} : { aliases };
}

function sourceOf({ url }: ForeignNotice, title: string, { publisher, locale }: Setting): object {
  if (url === undefined || !/^https?:\/\/[^\s/]/i.test(url) || !URL.canParse(url)) return {};
  return { sources: { [originalSource]: { title, publisher, url, lang: locale } } };
}

function yamlOf(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const services = document.get('services');
  if (isSeq(services)) services.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
