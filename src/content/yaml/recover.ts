import type { z } from 'zod';
import { suggest, valueMeant } from '../../language/suggest.ts';
import type { Read } from '../files.ts';
import { meantTime } from '../schema/times.ts';
import { allowedKeys, decoded, isList, pathOf, valueAt } from './decode.ts';
import type { Path, Plain, YamlDocument } from './document.ts';

/** What of a file can be read, whatever is wrong with the rest. */
interface Recovered<T> {
  /** The whole, where nothing is wrong. */
  readonly sound?: T;
  /** What can be read: what was misspelt as it was meant, and without what could not be read. */
  readonly data: Partial<T>;
  /** Where in the file each value of `data` stands. */
  readonly facts: YamlDocument;
}

/** Every round leaves out what the one before found wrong, at most as far up as the first level. */
const rounds = 12;

/**
 * Reads what can be read of a file, so that one run reports everything: a mistake in one place hides none in another.
 * `lenient` is the schema with every key of the first level optional.
 */
export function recover<T extends z.ZodType>(
  schema: T,
  lenient: z.ZodType<Partial<z.output<T>>>,
  facts: YamlDocument,
): Read<Recovered<z.output<T>>> {
  const first = decoded(schema, facts);
  const { problems } = first;
  if (first.data !== undefined) return { value: { sound: first.data, data: first.data, facts }, problems };
  const changes: Changes = new Map();
  const lost = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const { value, origins } = changed(facts.value, changes, []);
    const again = lenient.safeParse(value);
    if (again.success) {
      const { data } = again;
      for (const { path } of first.issues) {
        if (path.length === 1 && !(String(path[0]) in data)) lost.add(String(path[0]));
      }
      const refused = new Set([...first.issues.map(({ path }) => nameOf(pathOf(path))), ...changes.keys()]);
      return { value: { data, facts: moved(facts, origins, lost, refused) }, problems };
    }
    for (const issue of again.error.issues) {
      change(issue, schema, facts.value, writtenPath(pathOf(issue.path), origins), changes, lost);
    }
  }
  return { value: { data: {}, facts: { ...facts, unread: () => true } }, problems };
}

/** What is read at a path instead of what is written there: the same under another key, another value, or nothing. */
interface Change {
  readonly key?: string;
  readonly value?: Plain;
  readonly dropped?: true;
}
type Changes = Map<string, Change>;

const nameOf = (path: Path): string => JSON.stringify(path);

/** Adds to `changes` what to read in place of what an issue is about, and to `lost` the key that is not read. */
function change(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  value: Plain,
  path: Path,
  changes: Changes,
  lost: Set<string>,
): void {
  const put = (at: Path, one: Change) => changes.set(nameOf(at), { ...changes.get(nameOf(at)), ...one });
  if (issue.code === 'unrecognized_keys') {
    const map = valueAt(value, path);
    for (const key of issue.keys) {
      const meant = suggest(key, allowedKeys(schema, path));
      const isFree = meant !== undefined && typeof map === 'object' && !(meant in map);
      put([...path, key], isFree ? { key: meant } : { dropped: true });
    }
    return;
  }
  const isGone = (at: Path) => valueAt(value, at) === undefined || changes.get(nameOf(at))?.dropped === true;
  let at = path;
  while (at.length > 0 && isGone(at)) at = at.slice(0, -1);
  if (at.length === 0) return;
  const isNew = at.length === path.length && changes.get(nameOf(at))?.value === undefined;
  const meant = isNew ? meantBy(issue, valueAt(value, at)) : undefined;
  if (meant === undefined && at.length <= 2) lost.add(String(at[0]));
  put(at, meant === undefined ? { dropped: true } : { value: meant });
}

/** The time that was meant, or the word of a list; the first word stands for one that is near none, so that what is around it is read. */
function meantBy(issue: z.core.$ZodIssue, found: Plain | undefined): Plain | undefined {
  if (typeof found !== 'string') return undefined;
  if (issue.code === 'invalid_value') return nearestOrFirst(found, issue.values.map(String));
  if (issue.code !== 'custom') return undefined;
  const meant: unknown = meantTime({ values: issue.params?.values ?? {} });
  return typeof meant === 'string' && meant !== '' ? meant : undefined;
}

const nearestOrFirst = (found: string, allowed: readonly string[]): string | undefined =>
  valueMeant(found, allowed) ?? allowed[0];

/** Where a step of the changed value came from, and those below it. */
interface Origin {
  readonly written: string | number;
  readonly below: Origins;
}
type Origins = ReadonlyMap<string | number, Origin>;

/** A value with its changes, and the way back to where everything is written. */
function changed(
  value: Plain,
  changes: Changes,
  path: Path,
): { readonly value: Plain; readonly origins: Origins } {
  const put = changes.get(nameOf(path))?.value;
  if (put !== undefined) return { value: put, origins: new Map() };
  if (typeof value === 'string') return { value, origins: new Map() };
  const origins = new Map<string | number, Origin>();
  const steps: readonly (string | number)[] = isList(value) ? [...value.keys()] : Object.keys(value);
  const entries = steps.flatMap((step) => {
    const inner = valueAt(value, [step]);
    const here = changes.get(nameOf([...path, step]));
    if (inner === undefined || here?.dropped === true) return [];
    const { value: rest, origins: below } = changed(inner, changes, [...path, step]);
    const key = here?.key ?? (isList(value) ? origins.size : step);
    origins.set(key, { written: step, below });
    return [[String(key), rest] as const];
  });
  return { value: isList(value) ? entries.map(([, rest]) => rest) : mapOf(entries), origins };
}

function mapOf(entries: readonly (readonly [string, Plain])[]): Plain {
  const map: Record<string, Plain> = Object.create(null);
  for (const [key, value] of entries) map[key] = value;
  return map;
}

/** The path in the file of a path in the changed value. */
function writtenPath(path: Path, origins: Origins): Path {
  let at: Origins | undefined = origins;
  return path.map((step) => {
    const origin: Origin | undefined = at?.get(step);
    at = origin?.below;
    return origin?.written ?? step;
  });
}

const moved = (
  facts: YamlDocument,
  origins: Origins,
  lost: ReadonlySet<string>,
  refused: ReadonlySet<string>,
): YamlDocument => ({
  ...facts,
  at: (path) => facts.at(writtenPath(path, origins)),
  atKey: (path) => facts.atKey(writtenPath(path, origins)),
  unread: (key, ...below) =>
    facts.unread(key) ||
    (below.length === 0 && lost.has(key)) ||
    refused.has(nameOf(writtenPath([key, ...below], origins))),
});
