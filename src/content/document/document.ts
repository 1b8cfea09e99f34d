import type { z } from 'zod';
import { parseMarkdown } from '../../language/markdown/markdown.ts';
import { wordsOf } from '../../language/markdown/plain-text.ts';
import { attribute, type Block, type Token } from '../../language/markdown/tokens.ts';
import type { Place } from '../../model/problem.ts';
import type { Locale } from '../../model/values.ts';
import type { ShortKind } from '../../model/words.ts';
import { linesOf, type Parsed, placeAt, type Read, type Source } from '../files.ts';
import { divideFrontMatter, type FrontMatter } from '../schema/front-matter.ts';
import { allowedKeys } from '../yaml/decode.ts';
import { emptyYaml, type YamlDocument } from '../yaml/document.ts';
import { readYaml } from '../yaml/parse.ts';
import { recover } from '../yaml/recover.ts';
import { commentsIn, type Suppression, suppressionsIn } from './comments.ts';
import { fixedLines, lineStartMistakes } from './line-starts.ts';

/** A heading of a text file. */
export interface Heading {
  readonly level: number;
  readonly inline: Token;
  readonly title: string;
  readonly id?: string;
  readonly place: Place;
}

/** A heading with what stands below it, up to the next heading of its level or above. */
export interface Division {
  readonly heading: Heading;
  readonly block: Block;
  /** Of an entry: what stands under its `#### … {#sms}` and the like, apart from the block. */
  readonly shorts?: readonly Short[];
}

/** A text of an entry for messages. */
export interface Short {
  readonly kind: ShortKind;
  readonly heading: Heading;
  readonly block: Block;
}

/** A text file: its front matter, and its body parsed once. */
export interface Document<Front> {
  readonly file: string;
  readonly locale: Locale;
  /** What can be read of the front matter. */
  readonly front: Partial<Front>;
  /** The front matter, where nothing is wrong with it. */
  readonly sound?: Front;
  readonly facts: YamlDocument;
  readonly body: Block;
  /** The body's lines; `place` puts a spot in them into the file. */
  readonly lines: readonly string[];
  readonly firstLine: number;
  readonly suppressions: readonly Suppression[];
}

/** Reads a text file: front matter by its schema, body by Markdown. Nothing in it can be run. */
export function readDocument<T extends z.ZodType>(
  source: Source,
  locale: Locale,
  { strict, lenient }: FrontMatter<T>,
): Read<Document<z.output<T>> | undefined> {
  const { value: parts, problems } = divideFrontMatter(
    source,
    allowedKeys(strict, []).includes('summary') ? undefined : 'page',
  );
  if (parts === undefined) return { value: undefined, problems };
  const written =
    parts.yaml === undefined
      ? { value: emptyYaml(source.file), problems: [] }
      : readYaml({ file: source.file, text: parts.yaml });
  const recovered = recover(strict, lenient, written.value);
  const { data, sound, facts } = recovered.value;
  const body = readBody(source.file, parts.firstLine, linesOf(parts.body));
  const suppressions = suppressionsIn([...facts.comments, ...commentsIn(body.value)]);
  return {
    value: { ...body.value, locale, front: data, facts, suppressions, ...(sound && { sound }) },
    problems: [...problems, ...written.problems, ...recovered.problems, ...body.problems],
  };
}

/** Parses a body, with the beginnings of its lines as they were meant: sections and lists would be missing otherwise. */
function readBody(file: string, firstLine: number, lines: readonly string[]): Read<Parsed> {
  const asWritten = parsedAs(file, firstLine, lines);
  const mistakes = lineStartMistakes(asWritten);
  const value = mistakes.some(({ fix }) => fix !== undefined)
    ? parsedAs(file, firstLine, fixedLines(lines, mistakes))
    : asWritten;
  return { value, problems: mistakes.map(({ problem }) => problem) };
}

const parsedAs = (file: string, firstLine: number, lines: readonly string[]): Parsed => ({
  file,
  firstLine,
  lines,
  body: parseMarkdown(lines.join('\n')),
});

/** Divides a block at its headings of one level; what stands before the first is the opening. */
export function divide(
  document: { readonly file: string; readonly firstLine: number; readonly lines: readonly string[] },
  block: Block,
  level: number,
) {
  const opening: Token[] = [];
  const divisions: { heading: Heading; block: Token[] }[] = [];
  for (let index = 0; index < block.length; index += 1) {
    const token = block[index];
    const inline = block[index + 1];
    if (token === undefined) continue;
    if (
      token.type === 'heading_open' &&
      token.level === 0 &&
      Number(token.tag.slice(1)) <= level &&
      inline !== undefined
    ) {
      const id = attribute(token, 'id');
      const line = token.map?.[0] ?? 0;
      divisions.push({
        heading: {
          level: Number(token.tag.slice(1)),
          inline,
          title: wordsOf(inline).trim(),
          place: placeAt(document, { line, column: Math.max(0, (document.lines[line] ?? '').search(/\S/)) }),
          ...(id === undefined ? {} : { id }),
        },
        block: [],
      });
      index += 2;
    } else (divisions.at(-1)?.block ?? opening).push(token);
  }
  return { opening, divisions };
}

/** The lines of a block as written, from its heading's line on. */
export function writtenLines(document: { readonly lines: readonly string[] }, block: Block): string {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const token of block) {
    if (token.map === null) continue;
    first = Math.min(first, token.map[0]);
    last = Math.max(last, token.map[1]);
  }
  return last === 0 ? '' : document.lines.slice(first, last).join('\n').trim();
}
