import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import { type Place, type Problem, problem } from '../model/problem.ts';
import { placeIn, type Source } from './files.ts';

export type Path = readonly (string | number)[];

/** A YAML value as written: every scalar is a text, an empty value is an absent key. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** A YAML text, with where each value stands. */
export interface Facts {
  readonly file: string;
  readonly value: Plain;
  /** The place of a value, of its key where it has none, else of the nearest thing around it. */
  readonly at: (path: Path) => Place;
  /** The place of a key. */
  readonly atKey: (path: Path) => Place;
  /** `# allow RULE: reason` and every other comment, by line. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

const mendings = 100;

/**
 * Reads YAML 1.2, with scalars as they are written (the failsafe schema). A slip that is certain to be one, such as a
 * value that needs quotation marks, is reported and then read as it was meant, so that one run tells everything.
 * An empty value is an absent key, but for those in the mapping `keepEmptyIn`: a commitment may be an id alone.
 */
export function readYaml(source: Source, problems: Problem[], keepEmptyIn?: string): Facts | undefined {
  let text = source.text;
  for (let mended = 0; ; mended += 1) {
    const counter = new LineCounter();
    const document = parse(text, counter);
    if (document === undefined) {
      problems.push(problem('yaml/syntax', placeIn(source.file), {}, 'deep'));
      return undefined;
    }
    const [error] = document.errors;
    if (error === undefined)
      return factsOf(source.file, document.contents, counter, text, problems, keepEmptyIn);
    const { line, col } = counter.linePos(error.pos[0]);
    const slip = slipIn(text, error.code, error.pos[0]);
    const [lineNumber, column] = slip === undefined ? [line, col] : [slip.line, slip.column];
    problems.push(
      problem(
        'yaml/syntax',
        placeIn(source.file, lineNumber, column),
        slip?.values ?? {},
        slip?.variant ?? variantOf(error.code),
      ),
    );
    if (slip === undefined || mended >= mendings) return undefined;
    text = slip.mended;
  }
}

function parse(text: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, {
      schema: 'failsafe',
      lineCounter,
      prettyErrors: false,
      logLevel: 'silent',
      merge: false,
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const variants: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tab',
  MISSING_CHAR: 'unclosed',
  DUPLICATE_KEY: 'repeated',
  MULTIPLE_DOCS: 'documents',
  MULTILINE_IMPLICIT_KEY: 'no-colon',
  BAD_INDENT: 'indent',
  RESOURCE_EXHAUSTION: 'deep',
};
const variantOf = (code: string): string => variants[code] ?? 'other';

interface Slip {
  readonly variant: string;
  readonly line: number;
  readonly column: number;
  readonly values: Readonly<Record<string, string>>;
  readonly mended: string;
}

/** A plain value that needs quotation marks: it holds a colon and a space, or begins with a reserved sign. */
function slipIn(text: string, code: string, offset: number): Slip | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' && code !== 'BAD_SCALAR_START') return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  const written = text.slice(start, end).replace(/\r$/, '');
  const key = /^(\s*(?:- +)*[^\s:#][^:]*?[ \t]*:[ \t\u00a0]+|\s*- +)/.exec(written)?.[0];
  const value = key === undefined ? '' : written.slice(key.length).trimEnd();
  if (key === undefined || value === '' || /^['"[{]/.test(value)) return undefined;
  const quoted = `'${value.replaceAll("'", "''")}'`;
  return {
    variant: code === 'BAD_SCALAR_START' ? 'quote' : 'colon',
    line: text.slice(0, start).split('\n').length,
    column: key.length + 1,
    values: {
      found: value,
      key: key.trim().replace(/^(?:- +)+/, ''),
      quoted: quotedByWriter(value),
      sign: value.slice(0, 1),
    },
    mended: text.slice(0, start) + key + quoted + text.slice(start + key.length + value.length),
  };
}

const quotedByWriter = (value: string): string =>
  value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value.replaceAll('\\', '\\\\')}"`;

function factsOf(
  file: string,
  contents: ParsedNode | null,
  counter: LineCounter,
  text: string,
  problems: Problem[],
  keepEmptyIn: string | undefined,
): Facts | undefined {
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return placeIn(file, Math.max(1, line), Math.max(1, col));
  };
  let refused = false;
  visit(contents, {
    Node(_key, node: Node) {
      const sign = isAlias(node)
        ? '*'
        : 'anchor' in node && node.anchor !== undefined
          ? '&'
          : node.tag !== undefined && /^!(?!!)|^tag:(?!yaml\.org)/.test(node.tag)
            ? '!'
            : undefined;
      if (sign === undefined) return;
      refused = true;
      problems.push(
        problem(
          'yaml/syntax',
          placeOf(signAt(text, sign, node.range?.[0] ?? 0)),
          { sign },
          sign === '!' ? 'tag' : 'anchor',
        ),
      );
    },
  });
  if (refused) return undefined;
  const at = (path: Path): Place => placeOf(offsetOf(contents, path, false));
  return {
    file,
    value: plainOf(contents, keepEmptyIn) ?? {},
    at,
    atKey: (path) => placeOf(offsetOf(contents, path, true)),
    comments: commentsIn(text),
  };
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

function offsetOf(contents: unknown, path: Path, ofKey: boolean): number {
  let node = contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, step] of path.entries()) {
    if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
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

/** An anchor or a tag stands before the value that it is for. */
const signAt = (text: string, sign: string, value: number): number =>
  Math.max(0, text.lastIndexOf(sign, value));
