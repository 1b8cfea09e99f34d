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
import { type Place, type Problem, problem } from '../../model/problem.ts';
import { placeIn } from '../files.ts';
import { lossesIn } from './lost-text.ts';
import { quotedByWriter, valueAt } from './mistakes.ts';

export type Path = readonly (string | number)[];

/** A YAML value as written: every scalar is a text, an empty value is an absent key. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** A YAML text, with where each value stands. */
export interface Facts {
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
  /** `# allow RULE: reason` and every other comment, by line. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

/** The facts of a file of which nothing can be read. */
export const noFacts = (file: string): Facts => ({
  file,
  value: {},
  at: () => placeIn(file),
  atKey: () => placeIn(file),
  empty: [],
  unread: () => true,
  comments: [],
});

/** The facts of a document, and what in it is refused: repeated keys, anchors, aliases, tags. */
export function factsOf(
  file: string,
  contents: ParsedNode | null,
  placeOf: (offset: number) => Place,
  text: string,
  problems: Problem[],
  keepEmptyIn: string | undefined,
  unread: Set<string>,
): Facts {
  const aliased = new Set<string>();
  visit(contents, {
    Map(_key, map, path) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (name === '__proto__' && path.length > 0)
          problems.push(
            problem('id/format', placeOf(key.range?.[0] ?? 0), { found: name, suggestion: '' }, 'key.other'),
          );
        if (seen.has(name)) {
          unread.add(firstKey([...path, key]));
          problems.push(problem('yaml/syntax', placeOf(key.range?.[0] ?? 0), { found: name }, 'repeated'));
        }
        seen.add(name);
      }
    },
    Node(_key, node: Node, path) {
      const sign = isAlias(node)
        ? '*'
        : 'anchor' in node && node.anchor !== undefined
          ? '&'
          : node.tag !== undefined &&
              !/^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(node.tag)
            ? '!'
            : undefined;
      if (sign === undefined) return;
      unread.add(firstKey([...path, node]));
      if (sign === '*') aliased.add(firstKey([...path, node]));
      const at = signAt(text, sign, node.range?.[0] ?? 0);
      const { key, value } = valueAt(text, at);
      const quoted = `${key} ${quotedByWriter(value)}`.trim();
      problems.push(problem('yaml/syntax', placeOf(at), { sign, quoted }, sign === '!' ? 'tag' : 'anchor'));
    },
  });
  problems.push(...lossesIn(contents, placeOf, text, keepEmptyIn));
  const at = (path: Path, index = 0): Place => {
    const from = offsetOf(contents, path, false);
    return placeOf(index === 0 ? from : indexIn(text, from, contents, path, index));
  };
  return {
    file,
    value: without(plainOf(contents, keepEmptyIn) ?? {}, aliased),
    empty: emptyIn(contents, keepEmptyIn),
    at,
    atKey: (path) => placeOf(offsetOf(contents, path, true)),
    unread: (key) => unread.has(key),
    comments: commentsIn(text),
  };
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

function commentsIn(text: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const comment = /(?:^|\s)#\s*(allow\s.*)$/.exec(line.trimEnd())?.[1];
    if (comment !== undefined) found.push({ line: index + 1, text: comment });
  }
  return found;
}

/** An anchor or a tag stands before the value that it is for; `!!` is one sign. */
function signAt(text: string, sign: string, value: number): number {
  let at = Math.max(0, text.lastIndexOf(sign, value));
  while (text[at - 1] === sign) at -= 1;
  return at;
}
