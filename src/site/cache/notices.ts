import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { checkNotice } from '../../checks/check.ts';
import * as example from '../../checks/site/example.ts';
import { type Scorecard, scorecardsOf } from '../../checks/texts/apology.ts';
import { agreedFile } from '../../content/agreed.ts';
import { type BuiltNotice, buildNotice } from '../../content/build/site.ts';
import type { Content, Linked, NoticeReader } from '../../content/content.ts';
import type { Folder, Read } from '../../content/files.ts';
import { lateTexts } from '../../content/notice/late.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import type { Problem } from '../../model/problem.ts';
import { type Locale, perLocale } from '../../model/values.ts';
import { exampleLines } from '../starter.ts';
import { type Cache, openCache } from './cache.ts';
import { type Digest, digestOf, standIn } from './digest.ts';
import { momentsIn, nothingBetween } from './moments.ts';
import { type Answers, isStillSo, type Watch, watch } from './watch.ts';

/** What comes of one notice. */
export interface Findings {
  readonly problems: readonly Problem[];
  /** What it gives to the site; only asked where nothing is wrong with it. */
  readonly built: () => BuiltNotice;
  readonly late: Readonly<Record<Locale, number>>;
  readonly scorecards: readonly Scorecard[];
}

/** Reads, checks and renders notices, each once while what it rests on is the same. */
export interface Notices {
  readonly read: NoticeReader;
  readonly findings: (notice: Linked<ReadNotice>, content: Content) => Findings;
  /** Keeps what was found, once all checks are done. */
  readonly save: () => void;
}

/** A notice as it is kept. */
interface Entry {
  readonly digest: Digest;
  readonly found: Omit<Findings, 'built'> & { readonly built: BuiltNotice };
  /** The clock that it was checked by, and the times that the notice names, in epoch milliseconds. */
  readonly now: number;
  readonly moments: readonly number[];
  /** What was asked of the rest of the site, and the answers. */
  readonly answers: Answers;
}

/** Without a cache: each notice is read, checked and rendered. */
const noticesAnew = (): Notices => ({
  read: (_found, read) => read(),
  findings: (notice, content) => findingsOf(notice, content, { content, around: (check) => check() }),
  save() {},
});

/** With what was found before, in a folder; anew where it cannot be told what the program is made of. */
export function noticesIn(cache: string | undefined, memory?: Memory): Notices {
  const opened = openCache(cache);
  return opened === undefined ? noticesAnew() : keptNotices(opened, memory);
}

/** A notice of this run: how it is read in whole, and what is known of it from before. */
interface Known {
  readonly key: string;
  readonly digest: Digest;
  readonly whole: () => Linked<ReadNotice>;
  /** What could not be read of it. */
  readonly unread: () => readonly Problem[];
  /** Whether its files are those of its key still. */
  readonly isUntouched: () => boolean;
  /** Forgets it but for its digest, once it was checked; who asks more has it read again. */
  readonly letGo: () => void;
  readonly entry?: Entry;
}

/** How many notices are held whole, some 100 kB each: of more, the first are read again when they are checked. */
const mostHeld = 2_000;

/** What a process has taken out of a cache that it reads again and again: by the hash of its bytes. */
export type Memory = Map<string, Entry>;

function keptNotices(cache: Cache, memory: Memory | undefined): Notices {
  const remembered = new Map<string, Entry>();
  const entryOf = (bytes: Uint8Array): Entry => {
    if (memory === undefined) return deserialize(bytes);
    const hash = createHash('sha256').update(bytes).digest('base64');
    const entry: Entry = memory.get(hash) ?? deserialize(bytes);
    remembered.set(hash, entry);
    return entry;
  };
  const store = cache.store('notices');
  const known = new Map<ReadNotice, Known>();
  const held = new Set<() => void>();
  const toKeep = new Map<string, Entry>();
  const anew = noticesAnew();
  let shared: string | undefined;
  return {
    read(found, read, rest) {
      if (!rest.site.isSound) return read();
      const { folder } = found;
      shared ??= sharedHash(rest);
      if (shared === undefined) return read();
      const pairs = rest.agreed.get(folder.path.split('/').at(-1) ?? '') ?? {};
      const files = filesHash(folder);
      if (files === undefined) return read();
      const key = cache.keyOf(shared, JSON.stringify(pairs), found.kind, files);
      const bytes = store.get(key);
      const kept = bytes && entryOf(bytes);
      const entry = kept && nothingBetween(kept.now, rest.clock.now.epoch, kept.moments) ? kept : undefined;
      let full: Read<Linked<ReadNotice>> | undefined;
      const letGo = () => {
        full = undefined;
        held.delete(letGo);
      };
      const isUntouched = () => filesHash(folder) === files;
      const whole = () => {
        full ??= read();
        held.add(letGo);
        const [first] = held;
        if (held.size > mostHeld) first?.();
        return full.value;
      };
      if (entry === undefined) {
        const notice = whole();
        const problems = full?.problems ?? [];
        if (problems.some(isError)) return { value: notice, problems };
        const digest = plain(digestOf(notice));
        const value = standIn(folder, digest, whole);
        known.set(value, { key, digest, whole, unread: () => problems, isUntouched, letGo });
        return { value, problems };
      }
      const value = standIn(folder, entry.digest, whole);
      const unread = () => {
        whole();
        return full?.problems ?? [];
      };
      known.set(value, { key, digest: entry.digest, whole, unread, isUntouched, letGo, entry });
      return { value, problems: [] };
    },
    findings(notice, content) {
      const one = known.get(notice);
      if (one === undefined) return anew.findings(notice, content);
      const { entry, key, digest, whole, isUntouched, letGo } = one;
      if (entry !== undefined && isStillSo(entry.answers, notice, content)) {
        return { ...entry.found, built: () => entry.found.built };
      }
      const watched = watch(content, notice);
      const { built: build, ...found } = findingsOf(whole(), content, watched);
      // Where nothing was known of it, they were told when it was read.
      const told = { ...found, problems: [...(entry === undefined ? [] : one.unread()), ...found.problems] };
      const problems = [...one.unread(), ...found.problems];
      if (problems.some(isError)) return { ...told, built: build };
      const kept = plain({ ...found, problems, built: build() });
      const now = content.clock.now.epoch;
      if (watched.isOwn() && isUntouched()) {
        toKeep.set(key, {
          digest,
          found: kept,
          now,
          // What was found by the clock, not only looked for, is looked for again at another.
          moments: watched.isTimely() ? [now] : momentsIn(digest.said.data),
          answers: watched.answers,
        });
      }
      letGo();
      return { ...kept, problems: told.problems, built: () => kept.built };
    },
    save() {
      for (const [key, entry] of toKeep) store.set(key, serialize(entry));
      store.save();
      memory?.clear();
      for (const [hash, entry] of remembered) memory?.set(hash, entry);
    },
  };
}

/** The same, without what it was made from: a text that was cut out of another holds that one too. */
const plain = <T>(data: T): T => deserialize(serialize(data));

const isError = ({ severity }: Problem): boolean => severity === 'error';

function findingsOf(notice: Linked<ReadNotice>, content: Content, watch: Watch): Findings {
  const alone: Content = { ...content, notices: [notice], pages: [], faq: undefined };
  return {
    problems: [
      ...checkNotice(notice, watch.content, watch.around),
      ...example.check(alone, exampleLinesOnce),
    ],
    built: () => {
      const { site, links, images } = watch.content;
      return buildNotice(notice, { site, links, images });
    },
    late: perLocale((locale) => lateTexts(alone, locale)),
    scorecards: scorecardsOf(notice),
  };
}

let lines: ReadonlySet<string> | undefined;
const exampleLinesOnce = (): ReadonlySet<string> => {
  lines ??= exampleLines();
  return lines;
};

/** SHA-256 of what all notices rest on: the settings, and what else stands beside them. Of what is agreed, each its own. */
function sharedHash({ folder, site }: Parameters<NoticeReader>[2]): string | undefined {
  const names = [...folder.files].filter((name) => name !== agreedFile);
  return hashOf(folder.path, names, JSON.stringify([site.settings, site.written]));
}

/** SHA-256 of what stands in a notice's folder. */
const filesHash = (folder: Folder): string | undefined =>
  hashOf(
    folder.path,
    [...folder.files].filter((name) => /\.(?:yml|md)$/.test(name)),
    JSON.stringify(namesIn(folder)),
  );

/** Of files and of some words; `undefined` where a file cannot be read. */
function hashOf(path: string, names: readonly string[], words: string): string | undefined {
  const hash = createHash('sha256').update(words);
  try {
    for (const name of names) {
      const bytes = readFileSync(`${path}/${name}`);
      hash.update(`${name} ${bytes.length}\n`).update(bytes);
    }
  } catch {
    return undefined;
  }
  return hash.digest('base64');
}

const namesIn = ({ path, files, folders }: Folder): unknown => [path, [...files], folders.map(namesIn)];
