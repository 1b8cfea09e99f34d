import type { z } from 'zod';
import type { IncidentPhase } from '../../model/incident.ts';
import type { MaintenancePhase } from '../../model/maintenance.ts';
import { type NoticeKind, noticeKinds } from '../../model/notice-kinds.ts';
import type { Place, Problem } from '../../model/problem.ts';
import type { SectionName, SectionOfIds } from '../../model/sections.ts';
import { momentAnchor } from '../../model/urls.ts';
import { compareMoments, type Locale, locales, type Moment, otherLocale } from '../../model/values.ts';
import { type InEach, inEach } from '../../model/words.ts';
import { type Document, readDocument } from '../document/document.ts';
import { withoutGuidance } from '../document/guidance.ts';
import { type Sections, sectionsOf } from '../document/sections.ts';
import { textsAstray } from '../document/text-language.ts';
import { type Folder, placeIn, type Read, type ReadText, readSource } from '../files.ts';
import { type FrontMatter, type NoticeFront, noticeFrontMatter } from '../schema/front-matter.ts';
import {
  type Clock,
  type IncidentFacts,
  incidentSchema,
  type MaintenanceFacts,
  maintenanceSchema,
} from '../schema/notices.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { readYamlFile } from '../yaml/parse.ts';
import { recover } from '../yaml/recover.ts';
import {
  countDays,
  type Expectations,
  type Expected,
  headingOf,
  type Matched,
  matchFacts,
  momentKey,
} from './match.ts';

/** One language of a notice: its text, divided, and matched with the facts. */
export interface Text {
  readonly document: Document<NoticeFront>;
  readonly sections: Sections;
  readonly matched: Matched;
}

interface Common {
  readonly id: string;
  readonly folder: Folder;
  /** Where the facts stand, and which could not be read. */
  readonly facts: YamlDocument;
  readonly texts: InEach<Text>;
  /** The anchors of the timeline's entries, in order. */
  readonly anchors: readonly string[];
}
type FactsOf<Incident, Maintenance> =
  | { readonly kind: 'incident'; readonly data: Incident }
  | { readonly kind: 'maintenance'; readonly data: Maintenance };

/** Facts without an error. */
export type SoundFacts = FactsOf<IncidentFacts, MaintenanceFacts>;

/**
 * A notice as read: facts decoded, texts matched; links are not yet resolved. What could not be read is not in `data`;
 * `sound` is there where nothing is amiss with the facts.
 */
export type ReadNotice = Common & ReadFacts;
type ReadFacts = FactsOf<Partial<IncidentFacts>, Partial<MaintenanceFacts>> & { readonly sound?: SoundFacts };

/** The schemas of the facts; of each a lenient one, for what can be read of facts with errors. */
export type Schemas = ReturnType<typeof schemasOf>;

/** What is still to come can be read all the same. */
const atTheEnd = (clock: Clock): Clock => ({
  ...clock,
  now: { ...clock.now, epoch: Number.POSITIVE_INFINITY },
});

export const schemasOf = (clock: Clock) => ({
  incident: { strict: incidentSchema(clock), lenient: incidentSchema(atTheEnd(clock)).partial() },
  maintenance: { strict: maintenanceSchema(clock), lenient: maintenanceSchema(atTheEnd(clock)).partial() },
  clock,
});

/** Reads a notice's folder, as far as it can be read; in the languages that may be late, guidance is a text to come. */
export function readNotice(
  folder: Folder,
  kind: NoticeKind,
  schemas: Schemas,
  late: readonly Locale[] = [],
  read: ReadText = readSource,
): Read<ReadNotice> {
  const id = folder.path.split('/').at(-1) ?? '';
  const written = readYamlFile(`${folder.path}/${noticeKinds[kind].facts}`, 'commitments', read);
  const documents = readTexts(folder, noticeFrontMatter, late, read);
  const { value: facts, problems: unread } = readFacts(kind, written.value, schemas);
  const anchors = anchorsOf(facts.data.timeline ?? []);
  const { zone, now } = schemas.clock;
  const expectations = expectationsOf(facts, facts.facts, anchors, zone);
  const matching = { kind, zone, now, expectations, unread: facts.facts.unread };
  const divided = inEach((locale) => {
    const document = documents.value[locale];
    return document && readText(document, matching);
  });
  const texts = inEach((locale) => divided[locale]?.value);
  return {
    value: { id, folder, texts, anchors, ...facts },
    problems: [
      ...written.problems,
      ...documents.problems,
      ...unread,
      ...locales.flatMap((locale) => divided[locale]?.problems ?? []),
    ],
  };
}

function readText(document: Document<NoticeFront>, facts: Parameters<typeof matchFacts>[2]): Read<Text> {
  const sections = sectionsOf(document);
  const matched = matchFacts(document, sections.value, facts);
  return {
    value: { document, sections: sections.value, matched: matched.value },
    problems: [...sections.problems, ...matched.problems],
  };
}

/** Reads `en.md` and `fr.md` of a folder. */
export function readTexts<T extends z.ZodType>(
  folder: Folder,
  schema: FrontMatter<T>,
  late: readonly Locale[] = [],
  read: ReadText = readSource,
): Read<InEach<Document<z.output<T>>>> {
  const sources = inEach((locale) =>
    folder.files.has(`${locale}.md`) ? read(`${folder.path}/${locale}.md`) : undefined,
  );
  const problems: Problem[] = locales.flatMap((locale) => sources[locale]?.problems ?? []);
  const astray = textsAstray(inEach((locale) => sources[locale]?.value));
  problems.push(...astray.problems);
  const value = inEach((locale) => {
    const [written, other] = [astray.value[locale], astray.value[otherLocale(locale)]];
    const isLate = late.includes(locale) && written !== undefined && other !== undefined;
    const source = isLate ? { ...written, text: withoutGuidance(written.text, other.text) } : written;
    const document = source && readDocument(source, locale, schema);
    problems.push(...(document?.problems ?? []));
    return document?.value;
  });
  return { value, problems };
}

function readFacts(
  kind: NoticeKind,
  written: YamlDocument,
  { incident, maintenance }: Schemas,
): Read<ReadFacts & { readonly facts: YamlDocument }> {
  if (kind === 'incident') {
    const { value, problems } = recover(incident.strict, incident.lenient, written);
    const { data, facts, sound } = value;
    return { value: { kind, data, facts, ...(sound && { sound: { kind, data: sound } }) }, problems };
  }
  const { value, problems } = recover(maintenance.strict, maintenance.lenient, written);
  const { data, facts, sound } = value;
  return { value: { kind, data, facts, ...(sound && { sound: { kind, data: sound } }) }, problems };
}

type WrittenEntry = {
  readonly at: Moment;
  readonly was?: Moment | undefined;
  readonly phase: IncidentPhase | MaintenancePhase;
};

/** The anchor of each entry; where a time was corrected, that of the former time (`was`), so that links to it hold. */
function anchorsOf(timeline: readonly WrittenEntry[]): string[] {
  const published = timeline.map(({ at, was }) => was ?? at);
  const nth = countDays(published);
  return published.map((moment, index) => momentAnchor(moment, nth[index]));
}

/** The facts that need words, by section. */
function expectationsOf(
  notice: ReadFacts,
  facts: YamlDocument,
  anchors: readonly string[],
  zone: string,
): Expectations {
  const timeline = new Map<string, Expected>();
  const entries = notice.data.timeline ?? [];
  const nth = countDays(entries.map(({ at }) => at));
  entries.forEach(({ at }, index) => {
    const place = facts.at(['timeline', index, 'at']);
    timeline.set(momentKey(at, nth[index]), {
      label: headingOf(at, nth[index] ?? 1, zone),
      anchor: anchors[index] ?? '',
      place,
      needsBody: true,
      isDoubtful: facts.unread('timeline', index, 'at'),
    });
  });
  const corrections = new Map<string, Expected>();
  const corrected = notice.data.corrections ?? [];
  const nthCorrection = countDays(corrected.map(({ at }) => at));
  corrected.forEach(({ at }, index) => {
    corrections.set(momentKey(at, nthCorrection[index]), {
      label: headingOf(at, nthCorrection[index] ?? 1, zone),
      anchor: correctionAnchor(at, nthCorrection[index]),
      place: facts.at(['corrections', index, 'at']),
      needsBody: true,
      isDoubtful: facts.unread('corrections', index, 'at'),
    });
  });
  const expectations = new Map<SectionName, ReadonlyMap<string, Expected>>([
    ['timeline', timeline],
    ['corrections', corrections],
    ['credits', byId('credits', notice, facts)],
    ['commitments', byId('commitments', notice, facts)],
  ]);
  return expectations;
}

const correctionAnchor = (at: Moment, nth = 1): string => momentAnchor(at, nth).replace(/^t/, 'c');

function byId(section: SectionOfIds, notice: ReadFacts, facts: YamlDocument): Map<string, Expected> {
  const all = notice.kind === 'incident' ? Object.entries(notice.data[section] ?? {}) : [];
  return new Map(
    all.map(([id, one]) => {
      const needsBody = 'dropped' in one && one.dropped !== undefined;
      return [id, { label: id, anchor: id, place: facts.atKey([section, id]), needsBody, isDoubtful: false }];
    }),
  );
}

export function correctionsOf(notice: ReadNotice): { readonly at: Moment; readonly anchor: string }[] {
  const all = notice.data.corrections ?? [];
  const nth = countDays(all.map(({ at }) => at));
  return all.map(({ at }, index) => ({ at, anchor: correctionAnchor(at, nth[index]) }));
}

/** The entry whose time a writer names. */
export function entryAt(timeline: readonly { readonly at: Moment }[], moment: Moment): number {
  return timeline.findIndex(({ at }) => at.kind === moment.kind && compareMoments(at, moment) === 0);
}

export const factsPlace = (notice: ReadNotice): Place => placeIn(notice.facts.file);
