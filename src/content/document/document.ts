import type { z } from 'zod';
import {
  attribute,
  type Block,
  parseMarkdown,
  plainText,
  type Token,
  withoutComments,
} from '../../language/markdown/markdown.ts';
import { htmlOf, located } from '../../language/markdown/paragraphs.ts';
import { catalogues } from '../../language/translate.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import type { Locale } from '../../model/values.ts';
import { linesOf, type Parsed, placeAt, type Source } from '../files.ts';
import { divideFrontMatter, type FrontMatter, short } from '../schema/front-matter.ts';
import { emptyYaml, type YamlDocument } from '../yaml/document.ts';
import { readYaml } from '../yaml/parse.ts';
import { recover } from '../yaml/recover.ts';
import { fixedLines, lineStartMistakes } from './line-starts.ts';

/** A heading in a note. */
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

/** `allow RULE: reason`: silences a warning on its own line and the next. */
export interface Suppression {
  readonly rule: string;
  readonly line: number;
}

/** Markdown leaves out what stands further in: its own limit is a hundred. */
const deepest = 40;

/** Reads a note: front matter by `schema`, body by Markdown. Nothing in it can be run. */
export function readDocument<T extends z.ZodType>(
  source: Source,
  locale: Locale,
  { strict, lenient }: FrontMatter<T>,
  problems: Problem[],
): Document<z.output<T>> | undefined {
  const parts = divideFrontMatter(source, problems);
  if (parts === undefined) return undefined;
  const written =
    parts.yaml === undefined
      ? emptyYaml(source.file)
      : readYaml({ file: source.file, text: parts.yaml }, problems);
  const { data, sound, facts } = recover(strict, lenient, written, problems);
  const asWritten = parsedAs(source.file, parts.firstLine, linesOf(parts.body));
  const signs = lineStartMistakes(asWritten);
  problems.push(...signs.map(({ problem: one }) => one));
  // Read and shown as it was meant: the sections and lists below would be told as missing otherwise.
  const fixed = signs.some(({ fix }) => fix !== undefined)
    ? parsedAs(source.file, parts.firstLine, fixedLines(asWritten.lines, signs))
    : asWritten;
  const document = { ...fixed, locale };
  const suppressions = [...suppressionsIn(facts.comments), ...reportHtml(document, problems)];
  reportOpenComments(document, problems);
  const deep = document.body.find(({ level }) => level >= deepest);
  if (deep !== undefined)
    problems.push(problem('markdown/nesting', placeAt(document, { line: deep.map?.[0] ?? 0, column: 0 })));
  return { ...document, front: data, facts, suppressions, ...(sound && { sound }) };
}

const parsedAs = (file: string, firstLine: number, lines: readonly string[]): Parsed => ({
  file,
  firstLine,
  lines,
  body: parseMarkdown(lines.join('\n')),
});

/** Whether the catalogue has a sentence for a rule, or for one of a family: `wording/*`. */
function isRule(rule: string): boolean {
  const key = `problem.${rule.replace(/\*$/, '')}`;
  return Object.keys(catalogues.en).some(
    (one) => one === key || one.startsWith(`${key}.`) || (key.endsWith('/') && one.startsWith(key)),
  );
}

const suppression = /^allow\s+([a-z-]+\/(?:[a-z-]+|\*))\s*:\s*\S/;

export const suppressionsIn = (comments: YamlDocument['comments']): Suppression[] =>
  comments.flatMap(({ line, text }) => {
    const rule = suppression.exec(text)?.[1];
    return rule === undefined ? [] : [{ rule, line }];
  });

/** Reports raw HTML and comments; returns what the comments allow. */
function reportHtml(
  document: { body: Block; lines: readonly string[]; file: string; firstLine: number },
  problems: Problem[],
): Suppression[] {
  const suppressions: Suppression[] = [];
  for (const { html, spot } of htmlOf(document.body, document.lines)) {
    const place = placeAt(document, spot);
    const comments = [...html.matchAll(/<!--([\s\S]*?)(?:-->|$)/g)];
    for (const comment of comments) {
      const words = (comment[1] ?? '').trim();
      const rule = suppression.exec(words)?.[1];
      const line = place.line + html.slice(0, comment.index + comment[0].length).split('\n').length - 1;
      if (rule !== undefined && !isRule(rule))
        problems.push(problem('markdown/comment', place, { found: rule }, 'allow-unknown'));
      else if (rule !== undefined) suppressions.push({ rule, line });
      else
        problems.push(
          problem(
            'markdown/comment',
            place,
            { found: short(words) },
            words.startsWith('allow') ? 'allow' : comment[0].endsWith('-->') ? undefined : 'unclosed',
          ),
        );
    }
    const rest = withoutComments(html);
    if (rest.includes('<')) problems.push(problem('markdown/raw-html', place, { found: short(rest) }));
  }
  return suppressions;
}

/** A comment that is not closed in its paragraph. */
function reportOpenComments(document: Parsed, problems: Problem[]): void {
  for (const token of document.body) {
    if (token.type !== 'inline' || token.map === null) continue;
    for (const { token: child, spot } of located(token, document.lines)) {
      if (child.type !== 'text' || !child.content.includes('<!--')) continue;
      const column = (document.lines[spot.line] ?? '').indexOf('<!--', spot.column);
      const place = placeAt(document, { line: spot.line, column: Math.max(spot.column, column) });
      const found = short(child.content.slice(child.content.indexOf('<!--') + 4).trim());
      problems.push(problem('markdown/comment', place, { found }, 'unclosed-inline'));
    }
  }
}

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
          title: plainText([inline]).trim(),
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
