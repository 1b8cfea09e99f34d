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
  /** Keeps what was found, once all checks are done. */
  readonly save: () => void;
}

/** Without a cache: each notice is read, checked and rendered. */
const noticesAnew = (): Notices => ({
  read: (found) => found.map(({ read }) => read()),
  findings: findingsOf,
  save() {},
});

/**
 * With what was found before, in a folder; anew where it cannot be told what the program is made of. `call` has other
 * threads help with what is not known.
 */
export function noticesIn(
  cache: string | undefined,
  memory?: Memory,
  call: typeof callThreads = callThreads,
): Notices {
  const opened = openCache(cache);
  return cache === undefined || opened === undefined
    ? noticesAnew()
    : keptNotices(cache, opened, memory, call);
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

function keptNotices(
  folder: string,
  cache: Cache,
  memory: Memory | undefined,
  call: typeof callThreads,
): Notices {
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
  const toKeep = new Map<string, Look>();
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
        const look = seen ?? threads?.lookAt(at) ?? firstLook(reading, ground, isUntouched);
        if (look === undefined) return { value: reading.whole(), problems: reading.unread() };
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
      const found = (isSo ? look.found : undefined) ?? lookInto(reading, content, one.isUntouched);
      reading.letGo();
      const { sound, ...told } = found;
      if (sound === undefined) return { ...told, built: () => findingsOf(reading.whole(), content).built() };
      const isNew = !isFromBefore || found !== look.found;
      if (isNew && sound.rests !== undefined) toKeep.set(key, { digest: look.digest, found });
      return { ...told, built: () => sound.built };
    },
    save() {
      for (const [key, look] of toKeep) store.set(key, serialize(look));
      store.save();
      memory?.clear();
      for (const [hash, look] of remembered) memory?.set(hash, look);
    },
  };
}
