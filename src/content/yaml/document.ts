import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  visit,
  type YAMLMap,
} from 'yaml';
import { at, type Fault, fault, type Place } from '../../model/problem.ts';
import { placeIn, type Read } from '../files.ts';
import { quotedByWriter, valueAt } from './lines.ts';
import { lostTextIn } from './lost-text.ts';

export type Path = readonly (string | number)[];

/** A YAML value as written: every scalar is a text, an empty value is an absent key. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** A YAML text, with where each value stands. */
export interface YamlDocument {
  readonly file: string;
  readonly value: Plain;
  /**
   * The place of a value, of its key where it has none, else of the nearest thing around it; or of what stands in the
   * value at `index`.
   */
  readonly at: (path: Path, index?: number) => Place;
  /** The place of a key. */
  readonly atKey: (path: Path) => Place;
  /** Keys that are there without a value. */
  readonly empty: readonly Path[];
  /** Whether a key of the first level, or an item of it, could not be read; or whether a path below it was refused. */
  readonly unread: (key: string, ...below: Path) => boolean;
  /** The comments that begin with `allow`; lines and columns from 1. What they are about ends on the line `until`. */
  readonly comments: readonly {
    readonly line: number;
    readonly column: number;
    readonly words: string;
    readonly until: number;
  }[];
}

/** Stands for a file that cannot be read. */
export const emptyYaml = (file: string): YamlDocument => ({
  file,
  value: {},
  at: () => placeIn(file),
  atKey: () => placeIn(file),
  empty: [],
  unread: () => true,
  comments: [],
});

/** A parsed YAML text without what is refused in it: repeated keys, anchors, aliases, tags. */
export function yamlDocumentOf(
  file: string,
  contents: ParsedNode | null,
  placeOf: (offset: number) => Place,
  text: string,
  keepEmptyIn: string | undefined,
  lost: ReadonlySet<string>,
): Read<YamlDocument> {
  const refusals = [...repeatedKeys(contents), ...references(contents, text)];
  const unread = new Set([...lost, ...refusals.flatMap(({ key }) => key ?? [])]);
  const aliased = new Set(refusals.flatMap(({ isAlias: is, key }) => (is && key !== undefined ? [key] : [])));
  const value: YamlDocument = {
    file,
    value: without(plainOf(contents, keepEmptyIn) ?? {}, aliased),
    empty: emptyIn(contents, keepEmptyIn),
    at: (path, index = 0) => {
      const from = offsetOf(contents, path, false);
      return placeOf(index === 0 ? from : indexIn(text, from, contents, path, index));
    },
    atKey: (path) => placeOf(offsetOf(contents, path, true)),
    unread: (key) => unread.has(key),
    comments: commentsIn(text),
  };
  const refused = refusals.map((one) => at(placeOf(one.offset), one));
  return { value, problems: [...refused, ...lostTextIn(contents, placeOf, text, keepEmptyIn)] };
}

/** What YAML allows and content does not; below which key of the first level, where that is not read. */
interface Refusal extends Fault {
  readonly offset: number;
  readonly key?: string;
  readonly isAlias?: true;
}

function repeatedKeys(contents: ParsedNode | null): readonly Refusal[] {
  const refusals: Refusal[] = [];
  visit(contents, {
    Map(_key, map, path) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const offset = key.range?.[0] ?? 0;
        if (name === '__proto__' && path.length > 0)
          refusals.push({ ...fault('id/format', { found: name, suggestion: '' }, 'key.other'), offset });
        if (seen.has(name))
          refusals.push({
            ...fault('yaml/syntax', { found: name }, 'repeated'),
            offset,
            key: firstKey([...path, key]),
          });
        seen.add(name);
      }
    },
  });
  return refusals;
}

const knownTag = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;

function references(contents: ParsedNode | null, text: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  visit(contents, {
    Node(_key, node: Node, path) {
      const sign = signOf(node);
      if (sign === undefined) return;
      const offset = signAt(text, sign, node.range?.[0] ?? 0);
      const { key, value } = valueAt(text, offset);
      const quoted = `${key} ${quotedByWriter(value)}`.trim();
      refusals.push({
        ...fault('yaml/syntax', { sign, quoted }, sign === '!' ? 'tag' : 'anchor'),
        offset,
        key: firstKey([...path, node]),
        ...(sign === '*' ? { isAlias: true } : {}),
      });
    },
  });
  return refusals;
}

function signOf(node: Node): string | undefined {
  if (isAlias(node)) return '*';
  if ('anchor' in node && node.anchor !== undefined) return '&';
  return node.tag !== undefined && !knownTag.test(node.tag) ? '!' : undefined;
}

/** Where the sign at `index` of a scalar stands in the source, behind quotation marks, escapes and folded lines. */
function indexIn(text: string, from: number, contents: unknown, path: Path, index: number): number {
  const value = isMap(contents) ? contents.getIn(path) : undefined;
  if (typeof value !== 'string') return from;
  let at = from;
  for (let sign = 0; sign <= index && at < text.length; sign++) {
    const sought = value.charAt(sign);
    const isSpace = sought.trim() === '';
    while (at < text.length && text.charAt(at) !== sought && !(isSpace && /\s/.test(text.charAt(at)))) at++;
    if (sign === index) return at < text.length ? at : from;
    at++;
    if (isSpace) while (/\s/.test(text.charAt(at)) && !/\s/.test(value.charAt(sign + 1))) at++;
  }
  return from;
}

const without = (value: Plain, keys: ReadonlySet<string>): Plain =>
  keys.size === 0 || typeof value !== 'object'
    ? value
    : Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)));

/** The key of the first level that a node stands under, or that it is. */
function firstKey(path: readonly unknown[]): string {
  const pair = path.find(isPair);
  const key = pair === undefined ? path.at(-1) : pair.key;
  return isScalar(key) ? String(key.value) : '';
}

/** The keys without a value. */
function emptyIn(node: unknown, keepEmptyIn?: string, path: Path = []): Path[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => emptyIn(item, undefined, [...path, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : String(key);
    if (path.length === 1 && path[0] === keepEmptyIn) return [];
    if (value === null) return [];
    return plainOf(value) === undefined ? [[...path, name]] : emptyIn(value, keepEmptyIn, [...path, name]);
  });
}

/** An empty value is nothing at all. */
function plainOf(node: unknown, keepEmptyIn?: string, keep = false): Plain | undefined {
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : String(node.source ?? '');
    return text.trim() === '' || (node.type === 'PLAIN' && text === '~') ? undefined : text;
  }
  if (isSeq(node)) return node.items.map((item) => plainOf(item) ?? '');
  if (!isMap(node)) return undefined;
  const map: Record<string, Plain> = Object.create(null);
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : String(key);
    const plain = plainOf(value, undefined, name === keepEmptyIn);
    if (plain !== undefined) map[name] = plain;
    else if (keep) map[name] = '';
  }
  return map;
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** The pairs of a mapping by key. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known =
    pairs.get(map) ??
    new Map(
      map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
    );
  pairs.set(map, known);
  return known;
}

function offsetOf(contents: unknown, path: Path, ofKey: boolean): number {
  let node = contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, step] of path.entries()) {
    if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
    } else if (isMap(node)) {
      const pair = pairsOf(node).get(String(step));
      if (pair === undefined) return offset;
      const keyOffset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
      const empty = !isNode(node) || (isScalar(node) && node.value === '' && node.type === 'PLAIN');
      offset =
        (ofKey && depth === path.length - 1) || empty
          ? keyOffset
          : isNode(node)
            ? (node.range?.[0] ?? keyOffset)
            : keyOffset;
      // A block mapping or list begins on the line below: its key is what a writer looks for.
      if (depth === path.length - 1 && (isMap(node) || isSeq(node)) && !node.flow) offset = keyOffset;
    } else return offset;
  }
  return offset;
}

/** A comment is about its own line and the next; above other comments, or a key whose value begins below it, that one too. */
function commentsIn(text: string): YamlDocument['comments'] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const isPassedOver = (line: string | undefined) =>
    line !== undefined && /^\s*(?:#.*|(?:- )?[\w-]+:(?:\s+#.*)?)$/.test(line);
  return lines.flatMap((written, index) => {
    const comment = /(?:^|\s)(#\s*)(allow\s.*)$/.exec(written);
    if (comment === null) return [];
    const [, sign = '', words = ''] = comment;
    let next = index + 1;
    while (isPassedOver(lines[next])) next += 1;
    return [{ line: index + 1, column: written.indexOf(sign + words) + 1, words, until: next + 1 }];
  });
}

/** The offset of an anchor or a tag, which stands before its value; `!!` is one sign. */
function signAt(text: string, sign: string, value: number): number {
  let at = Math.max(0, text.lastIndexOf(sign, value));
  while (text[at - 1] === sign) at -= 1;
  return at;
}
