import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Entries by what they depend on, between one run and the next. */
export interface Store {
  /** Whether there is nothing in it. */
  readonly isEmpty: boolean;
  /** Whether something is kept under a key, as it was written or not; who asks wants it to stay. */
  readonly has: (key: string) => boolean;
  /** What was kept under a key; `undefined` where it is not there, or not as it was written. */
  readonly get: (key: string) => Uint8Array | undefined;
  readonly set: (key: string, bytes: Uint8Array) => void;
  /** Keeps what is new, and drops what the last runs did not ask for. Nothing is asked of it afterwards. */
  readonly save: () => void;
}

interface Place {
  readonly offset: number;
  readonly length: number;
  /** SHA-256 of the key and the bytes. */
  readonly hash: string;
  /** How many runs have not asked for it. */
  readonly age: number;
}

/** After so many runs without being asked for, an entry goes: `check` and `build` ask for different ones. */
const patience = 3;

const hashOf = (key: string, bytes: Uint8Array): string =>
  createHash('sha256').update(key).update('\n').update(bytes).digest('base64');

/**
 * The store of one kind of entry: `<name>.<n>.data` holds the bytes one after the other, `<name>.json` says where each
 * stands. Each entry is looked at by its hash when it is asked for, so that whatever happened to the files costs time
 * alone, and so does a disk that refuses. Never by the time of a file.
 */
export function openStore(folder: string, name: string): Store {
  const { number, places: former } = readIndex(folder, name);
  const places = new Map(former);
  const used = new Set<string>();
  let data: Data | undefined = number === undefined ? undefined : openData(folder, name, number, 'r');
  let isWritten = false;
  let isBroken = false;
  /** The bytes of what is new go to the disk at once: they are not all held. */
  const append = (key: string, bytes: Uint8Array): void => {
    if (!isWritten) {
      if (data !== undefined) closeSync(data.file);
      mkdirSync(folder, { recursive: true });
      data = openData(folder, name, data?.number ?? nextNumber(folder, name), 'a+');
      isWritten = true;
    }
    if (data === undefined) throw new Error(`no ${name}`);
    const offset = data.size;
    writeAll(data.file, bytes);
    data.size += bytes.length;
    places.set(key, { offset, length: bytes.length, hash: hashOf(key, bytes), age: 0 });
    used.add(key);
  };
  return {
    isEmpty: places.size === 0,
    has(key) {
      const isThere = places.has(key);
      if (isThere) used.add(key);
      return isThere;
    },
    get(key) {
      const place = places.get(key);
      const bytes = data === undefined || place === undefined ? undefined : readAt(data.file, place);
      if (place === undefined || bytes === undefined || hashOf(key, bytes) !== place.hash) return undefined;
      used.add(key);
      return bytes;
    },
    set(key, bytes) {
      isBroken ||= !attempt(() => append(key, bytes));
    },
    save() {
      const kept = [...places].flatMap(([key, place]) => {
        const age = used.has(key) ? 0 : place.age + 1;
        return age > patience ? [] : [[key, { ...place, age }] as const];
      });
      const isChanged = isWritten || kept.length < places.size || kept.some(([, { age }]) => age > 0);
      if (data !== undefined && !isBroken && isChanged) {
        const whole = data;
        attempt(() => writeIndex(folder, name, compacted(folder, name, whole, new Map(kept))));
      }
      if (data !== undefined) closeSync(data.file);
      data = undefined;
    },
  };
}

/** Whether the disk let it be done: nothing rests on the cache. */
function attempt(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}

interface Data {
  readonly number: number;
  readonly file: number;
  /** In bytes. */
  size: number;
}

interface Index {
  /** That of the file of the bytes; `undefined` where there is none. */
  readonly number?: number;
  readonly places: ReadonlyMap<string, Place>;
}

function readIndex(folder: string, name: string): Index {
  try {
    const index: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    if (!isIndex(index)) return { places: new Map() };
    const places = index.places.map(
      ([key, offset, length, hash, age]) => [key, { offset, length, hash, age }] as const,
    );
    return { number: index.number, places: new Map(places) };
  } catch {
    return { places: new Map() };
  }
}

interface WrittenIndex {
  readonly number: number;
  readonly places: readonly (readonly [string, number, number, string, number])[];
}

const isIndex = (found: unknown): found is WrittenIndex =>
  typeof found === 'object' &&
  found !== null &&
  'number' in found &&
  Number.isSafeInteger(found.number) &&
  'places' in found &&
  Array.isArray(found.places) &&
  found.places.every(
    (place: unknown) =>
      Array.isArray(place) &&
      place.length === 5 &&
      [place[1], place[2], place[4]].every((one) => Number.isSafeInteger(one) && one >= 0) &&
      typeof place[0] === 'string' &&
      typeof place[3] === 'string',
  );

const dataOf = (folder: string, name: string, number: number): string =>
  join(folder, `${name}.${number}.data`);

function openData(folder: string, name: string, number: number, flags: 'r' | 'a+' | 'w+'): Data | undefined {
  try {
    const file = openSync(dataOf(folder, name, number), flags);
    return { number, file, size: fstatSync(file).size };
  } catch {
    return undefined;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function readAt(file: number, { offset, length }: Place): Uint8Array | undefined {
  if (offset + length > fstatSync(file).size) return undefined;
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(file, bytes, done, length - done, offset + done);
    if (read === 0) return undefined;
    done += read;
  }
  return bytes;
}

/** The same entries in a file of their own, where more than half of what is there is of no use any more. */
function compacted(folder: string, name: string, data: Data, places: ReadonlyMap<string, Place>): Index {
  const live = [...places.values()].reduce((sum, { length }) => sum + length, 0);
  if (data.size <= 2 * live + 65_536) return { number: data.number, places };
  const next = openData(folder, name, nextNumber(folder, name), 'w+');
  if (next === undefined) return { number: data.number, places };
  try {
    const moved = [...places].flatMap(([key, place]) => {
      const bytes = readAt(data.file, place);
      if (bytes === undefined) return [];
      const offset = next.size;
      writeAll(next.file, bytes);
      next.size += bytes.length;
      return [[key, { ...place, offset }] as const];
    });
    return { number: next.number, places: new Map(moved) };
  } finally {
    closeSync(next.file);
  }
}

/** Whole or not at all. */
function writeIndex(folder: string, name: string, { number = 0, places }: Index): void {
  const index: WrittenIndex = {
    number,
    places: [...places].map(([key, { offset, length, hash, age }]) => [key, offset, length, hash, age]),
  };
  const file = join(folder, `${name}.json`);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(index));
  renameSync(`${file}.${process.pid}`, file);
  for (const other of numbersOf(folder, name)) {
    if (other !== number) rmSync(dataOf(folder, name, other), { force: true });
  }
}

/** Takes away the stores of other names: a former program kept other things. */
export function removeOthers(folder: string, names: readonly string[]): void {
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const [, name] = /^([a-z]+)\.(?:\d+\.data|json)$/.exec(file) ?? [];
    if (name !== undefined && !names.includes(name))
      attempt(() => rmSync(join(folder, file), { force: true }));
  }
}

const numbersOf = (folder: string, name: string): readonly number[] =>
  readdirSync(folder).flatMap((one) => {
    const [stem, number, ending, ...more] = one.split('.');
    return stem === name && ending === 'data' && more.length === 0 ? [Number(number)] : [];
  });

const nextNumber = (folder: string, name: string): number => Math.max(0, ...numbersOf(folder, name)) + 1;
