import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLSeq } from 'yaml';
import { applied, type Edit, eolOf, type Insertion, indentAt, linesAt, nextLine } from './text-edit.ts';

/** An entry of `timeline:`, its times as a writer types them. */
export interface NewEntry {
  readonly at: string;
  readonly phase: string;
  /** States by service. */
  readonly services?: Readonly<Record<string, string>> | undefined;
  /** Where it still holds. */
  readonly regions?: readonly string[] | undefined;
  readonly next?: string | undefined;
  readonly expected?: string | undefined;
}

/**
 * Adds an entry to the `timeline:` of the facts, before the first that is later by `compare` (negative where its first
 * time is the earlier), in the list's own style, and changes no other byte. The line is the entry's first. `undefined`
 * where the text is no sound YAML, or where no place is certain to be read as it is meant.
 */
export function addEntry(
  facts: string,
  entry: NewEntry,
  compare: (a: string, b: string) => number,
): Edit | undefined {
  if (facts.startsWith('\uFEFF')) {
    const edit = addEntry(facts.slice(1), entry, compare);
    return edit && { ...edit, text: `\uFEFF${edit.text}` };
  }
  const document = parseDocument(facts, { schema: 'failsafe', keepSourceTokens: true, logLevel: 'silent' });
  const { contents } = document;
  if (document.errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === 'timeline');
  if (pair === undefined) {
    const indent = contents === null ? '' : indentAt(facts, contents.range[0]);
    const lines = [`${indent}timeline:`, ...blockLines(`${indent}  - `, entry)];
    return checked(facts, entry, 0, [linesAt(facts, facts.length, lines, 1)]);
  }
  const keyEnd = pair.key.range[1];
  if (!isSeq(pair.value)) {
    const lines = blockLines(`${indentAt(facts, keyEnd)}  - `, entry);
    return checked(facts, entry, 0, [linesAt(facts, nextLine(facts, keyEnd), lines)]);
  }
  const list = pair.value;
  const later = list.items.findIndex((item) => {
    const at = isMap(item) ? item.get('at') : undefined;
    return typeof at === 'string' && compare(at, entry.at) > 0;
  });
  const index = later < 0 ? list.items.length : later;
  const insertions = list.flow
    ? flowInsertions(facts, list, index, entry)
    : [blockInsertion(facts, list, keyEnd, index, entry)];
  return checked(facts, entry, index, insertions);
}

/** The edit, where it reads as the facts did with one entry more and nothing else. */
function checked(
  facts: string,
  entry: NewEntry,
  index: number,
  insertions: readonly Insertion[],
): Edit | undefined {
  const edit = applied(facts, insertions);
  const [before, after] = [plainOf(facts), plainOf(edit.text)];
  const timeline = Array.isArray(before?.timeline) ? before.timeline : [];
  const expected = { ...before, timeline: timeline.toSpliced(index, 0, entry) };
  return JSON.stringify(expected) === JSON.stringify(after) ? edit : undefined;
}

function plainOf(text: string): Readonly<Record<string, unknown>> | undefined {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : { ...document.toJS() };
}

const keysOf = ({ at, phase, services, regions, next, expected }: NewEntry): readonly string[] => [
  `at: ${at}`,
  `phase: ${phase}`,
  ...(services === undefined
    ? []
    : [
        `services: { ${Object.entries(services)
          .map(([id, state]) => `${id}: ${state}`)
          .join(', ')} }`,
      ]),
  ...(regions === undefined ? [] : [`regions: [${regions.join(', ')}]`]),
  ...(next === undefined ? [] : [`next: ${next}`]),
  ...(expected === undefined ? [] : [`expected: ${expected}`]),
];

function blockLines(start: string, entry: NewEntry): readonly string[] {
  const [first = '', ...rest] = keysOf(entry);
  return [start + first, ...rest.map((line) => ' '.repeat(start.length) + line)];
}

/** In braces, with as much space inside as the sample has: `{ at: …, phase: … }`. */
function inBraces(entry: NewEntry, sample: string): string {
  const space = /^\{\S/.test(sample) ? '' : ' ';
  return `{${space}${keysOf(entry).join(', ')}${space}}`;
}

/** Below the entry before, with what belongs to it; before the first entry, right below the key. */
function blockInsertion(
  facts: string,
  list: YAMLSeq.Parsed,
  keyEnd: number,
  index: number,
  entry: NewEntry,
): Insertion {
  const sample = list.items[Math.max(0, index - 1)];
  const dash = dashOf(list, Math.max(0, index - 1));
  const indent = indentAt(facts, dash);
  const begin = sample?.range[0] ?? dash;
  const gap = facts.slice(dash + 1, begin);
  const start = `${indent}-${/^ +$/.test(gap) ? gap : ' '}`;
  const lines =
    facts[begin] === '{' ? [start + inBraces(entry, facts.slice(begin))] : blockLines(start, entry);
  const spaced = isSpaced(facts, list);
  if (index === 0) return linesAt(facts, nextLine(facts, keyEnd), spaced ? [...lines, ''] : lines);
  let offset = nextLine(facts, sample === undefined ? dash : endOf(sample));
  const comment = new RegExp(`${' '.repeat(indent.length + 1)} *#[^\\n]*(?:\\n|$)`, 'y');
  for (comment.lastIndex = offset; comment.test(facts); ) offset = comment.lastIndex;
  return linesAt(facts, offset, spaced ? ['', ...lines] : lines, spaced ? 1 : 0);
}

/** Where the last value ends; a block that ends in an empty one takes in the comments below it. */
function endOf(node: ParsedNode): number {
  if (isMap<ParsedNode, ParsedNode | null>(node) && !node.flow) {
    const last = node.items.at(-1);
    return last === undefined ? node.range[1] : endOf(last.value ?? last.key);
  }
  const last = isSeq<ParsedNode>(node) && !node.flow ? node.items.at(-1) : undefined;
  return last === undefined ? node.range[1] : endOf(last);
}

function dashOf({ srcToken, range }: YAMLSeq.Parsed, index: number): number {
  const dash = srcToken?.items[index]?.start.find(({ type }) => type === 'seq-item-ind');
  return dash?.offset ?? range[0];
}

/** Whether a blank line stands between the first two entries. */
function isSpaced(facts: string, list: YAMLSeq.Parsed): boolean {
  const [first] = list.items;
  if (first === undefined || list.items.length < 2) return false;
  const between = facts
    .slice(nextLine(facts, endOf(first)), dashOf(list, 1))
    .split('\n')
    .slice(0, -1);
  return between.some((line) => line.trim() === '');
}

function flowInsertions(
  facts: string,
  list: YAMLSeq.Parsed,
  index: number,
  entry: NewEntry,
): readonly Insertion[] {
  const after = list.items[index];
  const sample = after ?? list.items.at(-1);
  if (sample === undefined) return [{ offset: list.range[0] + 1, text: inBraces(entry, ''), goal: 0 }];
  const [begin, end] = sample.range;
  const written = inBraces(entry, facts.slice(begin));
  const indent = indentAt(facts, begin);
  const ownLine = facts.slice(0, begin - indent.length).endsWith('\n');
  if (after !== undefined) {
    if (ownLine) return [linesAt(facts, begin - indent.length, [`${indent}${written},`])];
    return [{ offset: begin, text: `${written}, `, goal: 0 }];
  }
  const below = nextLine(facts, end);
  if (!ownLine) return [{ offset: end, text: `, ${written}`, goal: 0 }];
  if (below >= list.range[1]) {
    const start = `,${eolOf(facts)}${indent}`;
    return [{ offset: end, text: start + written, goal: start.length }];
  }
  const comma = list.srcToken?.items.slice(list.items.length).some(({ start }) => start.some(isComma));
  if (comma) return [linesAt(facts, below, [`${indent}${written},`])];
  return [{ offset: end, text: ',', goal: 0 }, linesAt(facts, below, [indent + written])];
}

const isComma = ({ type }: { readonly type: string }): boolean => type === 'comma';
