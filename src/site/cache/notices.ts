import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Content, Linked, NoticeReader } from '../../content/content.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { type Cache, openCache } from './cache.ts';
import { standIn } from './digest.ts';
import { type Findings, findingsOf, firstLook, type Look, lookInto } from './findings.ts';
import { keysIn } from './keys.ts';
import { nothingBetween } from './moments.ts';
import { type Reading, readings } from './reading.ts';
import { callThreads } from './threads.ts';
import { isStillSo } from './watch.ts';

/** Reads, checks and renders notices, each once while what it rests on is the same. */
export interface Notices {
  readonly read: NoticeReader;
  readonly findings: (notice: Linked<ReadNotice>, content: Content) => Findings;
  /** Ends the keeping of what was found, once all checks are done. */
  readonly save: () => void;
}

/** A folder in which earlier runs kept what they found. */
export interface Kept {
  readonly folder: string;
  /** Whether this run keeps there what it finds. */
  readonly isKeptUp: boolean;
  /** For who reads the same folder again and again. */
  readonly memory?: Memory;
}

/** Without a cache: each notice is read, checked and rendered. */
const noticesAnew = (): Notices => ({
  read: (found) => found.map(({ read }) => read()),
  findings: findingsOf,
  save() {},
});

/**
 * With what was found before; anew where it cannot be told what the program is made of. `call` has other threads help with
 * what is not known.
 */
export function noticesIn(kept: Kept | undefined, call: typeof callThreads = callThreads): Notices {
  const cache = openCache(kept?.folder);
  return kept === undefined || cache === undefined ? noticesAnew() : keptNotices(cache, kept, call);
}

/** A notice of this run. */
interface Known {
  readonly key: string;
  readonly reading: Reading;
  /** Whether its files are those of its key still. */
  readonly isUntouched: () => boolean;
  readonly look: Look;
  /** Whether it was seen by an earlier run. */
  readonly isFromBefore: boolean;
}

/** What a process has taken out of a cache that it reads again and again: by the hash of its bytes. */
export type Memory = Map<string, Look>;

function keptNotices(cache: Cache, { folder, isKeptUp, memory }: Kept, call: typeof callThreads): Notices {
  const remembered = new Map<string, Look>();
  const lookIn = (bytes: Uint8Array): Look => {
    if (memory === undefined) return deserialize(bytes);
    const hash = createHash('sha256').update(bytes).digest('base64');
    const look: Look = memory.get(hash) ?? deserialize(bytes);
    remembered.set(hash, look);
    return look;
  };
  const store = cache.store('notices');
  const known = new Map<ReadNotice, Known>();
  /** At once: of thousands, the bytes would take as much memory as what they are of. */
  const keep = (key: string, look: Look): void => {
    if (isKeptUp && look.found?.sound?.rests !== undefined) store.set(key, serialize(look));
  };
  /** What an earlier run saw of a notice, if it would see the same by this clock. */
  const before = (key: string, now: number): Look | undefined => {
    const bytes = store.get(key);
    const look = bytes && lookIn(bytes);
    const rests = look?.found?.sound?.rests;
    return rests && nothingBetween(rests.now, now, rests.moments) ? look : undefined;
  };
  return {
    read(found, ground) {
      if (!ground.site.isSound) return found.map(({ read }) => read());
      const keyOf = keysIn(cache, ground);
      const now = ground.clock.now.epoch;
      const listed = found.map((one) => {
        const key = keyOf(one);
        return { one, key, seen: key === undefined ? undefined : before(key, now) };
      });
      const news = listed.flatMap(({ one, key, seen }) =>
        key === undefined || seen !== undefined ? [] : [{ path: one.folder.path, key }],
      );
      const threads = call({ directory: ground.folder.path, cache: folder, now, notices: news });
      const readingOf = readings();
      let at = -1;
      return listed.map(({ one, key, seen }) => {
        if (key === undefined) return one.read();
        const reading = readingOf(one);
        const isUntouched = () => keyOf(one) === key;
        if (seen === undefined) at += 1;
        const look = seen ?? threads?.lookAt(at) ?? plain(firstLook(reading, ground, isUntouched));
        if (look === undefined) return { value: reading.whole(), problems: reading.unread() };
        if (seen === undefined) keep(key, look);
        if (look.found !== undefined) reading.letGo();
        const value = standIn(one.folder, look.digest, reading.whole);
        known.set(value, { key, reading, isUntouched, look, isFromBefore: seen !== undefined });
        return { value, problems: [] };
      });
    },
    findings(notice, content) {
      const one = known.get(notice);
      if (one === undefined) return findingsOf(notice, content);
      const { key, reading, look, isFromBefore } = one;
      const answers = look.found?.sound?.rests?.answers;
      const isSo = !isFromBefore || (answers !== undefined && isStillSo(answers, notice, content));
      const found = (isSo ? look.found : undefined) ?? plain(lookInto(reading, content, one.isUntouched));
      if (found !== look.found) keep(key, { digest: look.digest, found });
      reading.letGo();
      const { sound, ...told } = found;
      const built = () => sound?.built ?? findingsOf(reading.whole(), content).built();
      return { ...told, built };
    },
    save() {
      if (isKeptUp) store.save();
      memory?.clear();
      for (const [hash, look] of remembered) memory?.set(hash, look);
    },
  };
}

/** The same, without what it was made from: a text that was cut out of another holds that one too. */
const plain = <T>(data: T): T => deserialize(serialize(data));
