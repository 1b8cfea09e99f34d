import { pairsOf } from '../checks/texts/stale.ts';
import { agreedFile, readAgreed } from '../content/agreed.ts';
import { type Read, readFolder, readSource } from '../content/files.ts';
import { blocksOf } from '../content/notice/blocks.ts';
import {
  type ReadNotice,
  readNotice,
  type Schemas,
  type SoundFacts,
  schemasOf,
} from '../content/notice/read.ts';
import { sayableOf } from '../content/notice/sayable.ts';
import { readPhrases } from '../content/phrases.ts';
import { readTime } from '../content/schema/times.ts';
import { agreedText } from '../edit/agree.ts';
import type { NewEntry } from '../edit/insert-entry.ts';
import { instantAt } from '../language/format/zones.ts';
import { say, unfilledIn } from '../language/phrases/fill.ts';
import type { Phrase } from '../language/phrases/phrase.ts';
import { suggest } from '../language/suggest.ts';
import { UserError } from '../language/user-error.ts';
import { incidentPhases } from '../model/incident.ts';
import { maintenancePhases } from '../model/maintenance.ts';
import { isFault } from '../model/problem.ts';
import type { Settings } from '../model/site.ts';
import { compareMoments, type LocalText, type Moment } from '../model/values.ts';
import type { CommandContext } from './command.ts';
import { clockOf } from './context.ts';
import type { Found, Workspace, Written } from './workspace.ts';

/** A phrase to say, and the facts that it is filled with. */
export interface Saying {
  readonly phrase: Phrase;
  readonly facts: SoundFacts;
  readonly schemas: Schemas;
}

/** What `--say` asks for; `undefined` where it is not given, or where the facts are not sound. Refuses (2) no phrase. */
export function sayingOf(
  context: CommandContext,
  { content, settings: { zone } }: Workspace,
  { folder, kind }: Found,
): Read<Saying | undefined> {
  const { say: name } = context.given;
  if (name === undefined) return { value: undefined, problems: [] };
  const book = readPhrases(content);
  const phrase = phraseNamed(name, book.value.all);
  const schemas = schemasOf({ zone, now: instantAt(clockOf(context)(zone), zone) });
  const { value, problems } = readNotice(folder, kind, schemas);
  const facts = value.sound;
  const amiss = [...book.problems, ...problems].filter(({ severity }) => severity === 'error');
  const isRefused = facts === undefined || amiss.length > 0;
  return isRefused
    ? { value: undefined, problems: amiss }
    : { value: { phrase, facts, schemas }, problems: [] };
}

function phraseNamed(found: string, book: readonly Phrase[]): Phrase {
  const phrase = book.find(({ name }) => name === found);
  if (phrase !== undefined) return phrase;
  const meant = suggest(
    found,
    book.map(({ name }) => name),
  );
  throw meant === undefined
    ? new UserError(2, 'command.say.unknown', { found })
    : new UserError(2, 'command.say.nearest', { found, meant });
}

/** The phase of an entry that says a phrase and names none: that of the entry before, or the only one it is for. */
export function phaseFor({ phrase: { phase }, facts: { data } }: Saying): string | undefined {
  const before = data.timeline?.at(-1)?.phase;
  if (before !== undefined && phase.includes(before)) return before;
  return phase.length === 1 ? phase[0] : undefined;
}

/** The words of a new entry in both languages. Refuses (2) a phrase of another phase, or one that lacks a fact. */
export function wordsOf(
  { phrase, facts }: Saying,
  { at, entry }: { readonly at: Moment; readonly entry: NewEntry },
  settings: Settings,
): LocalText {
  if (!phrase.phase.some((one) => one === entry.phase)) {
    const allowed = phrase.phase.join(', ');
    throw new UserError(2, 'command.say.phase', { name: phrase.name, found: entry.phase, allowed });
  }
  const timeline = facts.data.timeline ?? [];
  const later = timeline.findIndex((one) => compareMoments(one.at, at) > 0);
  const index = later < 0 ? timeline.length : later;
  const said = sayableOf(withEntry(facts, index, at, entry, settings.zone), index, settings);
  if (said === undefined) throw new TypeError('the entry has just been put there');
  const [lacks] = unfilledIn(phrase, said.sayable);
  if (lacks === 'next' || lacks === 'expected')
    throw new UserError(2, 'command.say.needs_option', { name: phrase.name, option: `--${lacks}` });
  if (lacks !== undefined) throw new UserError(2, `command.say.needs_${lacks}`, { name: phrase.name });
  return { en: say(phrase, said.sayable, 'en'), fr: say(phrase, said.sayable, 'fr') };
}

function withEntry(facts: SoundFacts, index: number, at: Moment, entry: NewEntry, zone: string): SoundFacts {
  if (facts.kind === 'maintenance') {
    const phase = phaseIn(maintenancePhases, entry);
    const timeline = (facts.data.timeline ?? []).toSpliced(index, 0, { at, phase });
    return { kind: 'maintenance', data: { ...facts.data, timeline } };
  }
  const phase = phaseIn(incidentPhases, entry);
  const made = { at, phase, next: momentOf(entry.next, zone), expected: momentOf(entry.expected, zone) };
  return {
    kind: 'incident',
    data: { ...facts.data, timeline: facts.data.timeline.toSpliced(index, 0, made) },
  };
}

function phaseIn<T extends string>(phases: readonly T[], entry: NewEntry): T {
  const phase = phases.find((one) => one === entry.phase);
  if (phase === undefined) throw new TypeError(`no phase of this kind of notice: ${entry.phase}`);
  return phase;
}

function momentOf(written: string | undefined, zone: string): Moment | undefined {
  const read = written === undefined ? undefined : readTime(written, zone);
  return read === undefined || isFault(read) ? undefined : read;
}

/** The file that records that both texts of an entry are agreed, as they are about to be written: an approved pair. */
export function agreedWith(
  { t }: CommandContext,
  { content }: Workspace,
  { folder, kind }: Found,
  schemas: Schemas,
  at: Moment,
  edits: readonly Written[],
): readonly Written[] {
  const texts = new Map(edits.map(({ file, text }) => [file, text.replace(/^\ufeff/, '')]));
  const { value: notice } = readNotice(readFolder(folder.path), kind, schemas, [], (file) => {
    const text = texts.get(file);
    return text === undefined ? readSource(file) : { value: { file, text }, problems: [] };
  });
  const anchor = anchorAt(notice, at);
  const { en, fr } = notice.texts;
  if (anchor === undefined || en === undefined || fr === undefined) return [];
  const key = `timeline/${anchor}`;
  const pair = pairsOf({ en: blocksOf(en), fr: blocksOf(fr) })[key];
  if (pair === undefined) return [];
  const { value: before } = readAgreed(content);
  const after = new Map([...before, [notice.id, { ...before.get(notice.id), [key]: pair }]]);
  const file = `${content.path}/${agreedFile}`;
  return [{ file, text: agreedText(after, t('command.agree.comment')) }];
}

/** The entry that was put last at that time. */
function anchorAt({ data, anchors }: ReadNotice, at: Moment): string | undefined {
  const timeline: readonly { readonly at: Moment }[] = data.timeline ?? [];
  const index = timeline.findLastIndex((one) => one.at.kind === at.kind && compareMoments(one.at, at) === 0);
  return anchors[index];
}
