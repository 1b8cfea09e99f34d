import { type Problem, problem } from '../../model/problem.ts';
import { type Parsed, placeAt } from '../files.ts';

/** A sign at the beginning of a line that Markdown does not take for what it was typed for. */
interface LineStartMistake {
  readonly problem: Problem;
  readonly line: number;
  /** What stands there instead, where that is certain: a space after the sign. */
  readonly fix?: (written: string) => string;
}

/** Keyboards that type U+00A0 after `#`, `-` or `1.`. */
const noBreakSpace = /^[ >]*(#{1,6}|[-*+]|\d{1,9}[.)])[\u00a0\u202f]/;
/** `##Title`. */
const headingWithoutSpace = /^ {0,3}(#{2,6})[^\s#]/;
/** `-Words`, and bullets that were pasted. */
const itemWithoutSpace = /^ {0,3}([-+]|\*(?![^*]*\*))(?=\p{L})/u;
const bullet = /^ {0,3}([•◦▪‣·]|[–—](?= ?\p{L}))/u;

/** What was typed for a heading or a list and is none, in the paragraphs of a text file. */
export function lineStartMistakes(document: Parsed): readonly LineStartMistake[] {
  return document.body.flatMap((token, index) => {
    if (token.type !== 'inline' || token.map === null) return [];
    const [first, end] = token.map;
    const numbers = Array.from({ length: end - first }, (_, nth) => first + nth);
    const isPlain = document.body[index - 1]?.type === 'paragraph_open';
    const pasted = numbers.filter((line) => bullet.test(document.lines[line] ?? ''));
    return numbers.flatMap((line) => {
      const written = document.lines[line] ?? '';
      const at = (sign: string): Problem['place'] =>
        placeAt(document, { line, column: written.indexOf(sign) + sign.length });
      const glued = noBreakSpace.exec(written)?.[1];
      if (glued !== undefined)
        return [
          { line, problem: problem('markdown/no-break-space', at(glued), { sign: glued }), fix: unglued },
        ];
      const heading = headingWithoutSpace.exec(written)?.[1];
      if (heading !== undefined)
        return [{ line, problem: problem('markdown/no-space', at(heading), { sign: heading }), fix: spaced }];
      if (!isPlain) return [];
      const sign =
        (line === first ? itemWithoutSpace.exec(written)?.[1] : undefined) ??
        (pasted.length > 1 || /^ *[•◦▪‣]/.test(written) ? bullet.exec(written)?.[1] : undefined);
      return sign === undefined
        ? []
        : [{ line, problem: problem('markdown/no-space', at(sign), { sign }, 'list') }];
    });
  });
}

const unglued = (written: string): string =>
  written.replace(noBreakSpace, (found) => `${found.slice(0, -1)} `);
const spaced = (written: string): string => written.replace(/^( {0,3}#{2,6})/, '$1 ');

export function fixedLines(
  lines: readonly string[],
  mistakes: readonly LineStartMistake[],
): readonly string[] {
  const fixes = new Map(
    mistakes.flatMap(({ line, fix }) => (fix === undefined ? [] : [[line, fix] as const])),
  );
  return lines.map((written, line) => fixes.get(line)?.(written) ?? written);
}
