import { isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import { at, fault, type Place, type Problem, problem } from '../../model/problem.ts';
import { placeIn, type Read, type ReadText, readSource, type Source } from '../files.ts';
import { emptyYaml, type YamlDocument, yamlDocumentOf } from './document.ts';
import { beforeFix, type Fix, fixed, withoutBlock } from './fixes.ts';
import { type Mistake, mistakeIn, templateIn } from './mistakes.ts';
import { oddSignIn } from './odd-signs.ts';

/** Each fix is read anew: at most this often, and at most so many characters in all. */
const mostReadings = 100;
const mostCharacters = 200_000;

/** Facts are short; a line that is this long was not typed by a person. */
const longestLine = 10_000;

/** Reads a YAML file; an empty document stands for one that cannot be read. */
export function readYamlFile(
  file: string,
  keepEmptyIn?: string,
  read: ReadText = readSource,
): Read<YamlDocument> {
  const { value: source, problems } = read(file);
  return source === undefined ? { value: emptyYaml(file), problems } : readYaml(source, keepEmptyIn);
}

/**
 * Reads YAML 1.2, with scalars as they are written (the failsafe schema). A mistake that is certain to be one, such as
 * a value that needs quotation marks, is reported and then read as it was meant; what cannot be read is left out and
 * the rest is read, so that one run reports everything.
 * An empty value is an absent key, except in the mapping `keepEmptyIn`: a commitment may be an id alone.
 */
export function readYaml(source: Source, keepEmptyIn?: string): Read<YamlDocument> {
  const problems: Problem[] = [];
  const nothing = () => ({ value: emptyYaml(source.file), problems });
  const place = placesIn(source);
  const fixes: Fix[] = [];
  const unread = new Set<string>();
  let { text } = source;
  const long = text.split('\n').findIndex((line) => line.length > longestLine);
  if (long >= 0) {
    problems.push(problem('yaml/syntax', placeIn(source.file, long + 1), { limit: longestLine }, 'long'));
    const rest = withoutBlock(text, text.split('\n', long).join('\n').length + 1);
    if (rest === undefined || rest.text.split('\n').some((line) => line.trimEnd().length > longestLine))
      return nothing();
    text = rest.text;
    unread.add(rest.key);
  }
  let lastFixed: number | undefined;
  let readings = 0;
  for (;;) {
    const deep = tooDeepAt(text);
    const document = deep === undefined ? parse(text) : undefined;
    const [error] = document?.errors ?? [];
    if (document === undefined || error?.code === 'RESOURCE_EXHAUSTION') {
      problems.push(problem('yaml/syntax', place(deep ?? 0), {}, 'deep'));
      return nothing();
    }
    const placeOf = (offset: number) => place(fixes.reduceRight(beforeFix, offset));
    const mistake =
      oddSignIn(text) ??
      (error === undefined
        ? (templateIn(text) ?? entryWithoutDash(text, document.contents))
        : mistakeIn(text, error.code, error.pos[0]));
    if (error === undefined && mistake === undefined) {
      const read = yamlDocumentOf(source.file, document.contents, placeOf, text, keepEmptyIn, unread);
      return { value: read.value, problems: [...problems, ...read.problems] };
    }
    const offset = mistake?.offset ?? error?.pos[0] ?? 0;
    problems.push(at(placeOf(offset), mistake ?? fault('yaml/syntax', {}, variantOf(error?.code ?? ''))));
    readings += 1;
    if (readings > mostReadings || readings * text.length > mostCharacters) return nothing();
    // What was fixed and is wrong again is not what it was taken for.
    if (mistake?.fix !== undefined && mistake.offset !== lastFixed) {
      lastFixed = mistake.offset;
      text = fixed(text, mistake.fix);
      fixes.push(mistake.fix);
      continue;
    }
    const rest = withoutBlock(text, offset);
    if (rest === undefined) return nothing();
    text = rest.text;
    unread.add(rest.key);
  }
}

/** An entry that lacks its hyphen, and so repeats the time of the one above: `    at: 2024-03-02 09:00`. */
function entryWithoutDash(text: string, contents: ParsedNode | null): Mistake | undefined {
  let mistake: Mistake | undefined;
  visit(contents, {
    Map(_key, { items, flow }, path) {
      const [, second] = items.filter(({ key }) => isScalar(key) && key.value === 'at');
      const offset = isScalar(second?.key) ? (second.key.range?.[0] ?? 0) : 0;
      if (flow || !isSeq(path.at(-1)) || text.slice(offset - 2, offset) !== '  ') return undefined;
      const fix = { offset: offset - 2, old: '  ', put: '- ' };
      mistake = { ...fault('yaml/syntax', { found: 'at' }, 'repeated.entry'), offset, fix };
      return visit.BREAK;
    },
  });
  return mistake;
}

/** Line and column of an offset in a file. */
function placesIn({ file, text }: Source): (offset: number) => Place {
  const counter = new LineCounter();
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) counter.addNewLine(start);
  return (offset) => {
    const { line, col } = counter.linePos(Math.max(0, Math.min(offset, text.length)));
    return placeIn(file, Math.max(1, line), Math.max(1, col));
  };
}

/** Where brackets open for the hundredth time: the parser would go as deep as the stack of the machine. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    else if (sign === '\n' && /[A-Za-z-]/.test(text[index + 1] ?? '')) depth = 0;
    if (depth > 100) return index;
  }
  return undefined;
}

function parse(text: string) {
  try {
    return parseDocument(text, {
      schema: 'failsafe',
      // Compares each key with each: it is done below in linear time.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
      merge: false,
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const variants: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
};
const variantOf = (code: string): string => variants[code] ?? 'other';
