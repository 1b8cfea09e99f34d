import { z } from 'zod';
import { type Problem, problem } from '../../model/problem.ts';
import { placeIn, type Read, type Source } from '../files.ts';
import { isId, listOf, refuse, refused, slug, text, truth } from './scalars.ts';

/** Whether a path is one that may be a former address: `/incidents/kz1xjx`, `/issues/2.0-outage/`. */
export const isAliasPath = (found: string): boolean =>
  /^(?:\/[a-z0-9]+(?:[-_.~][a-z0-9]+)*)+\/?$/i.test(found) &&
  // No file system keeps a name of more than 255 bytes, nor some a path of more than 1,024.
  found.length <= 900 &&
  found.split('/').every((part) => part.length <= 200);

const alias = text.transform((found, context) =>
  isId(found) || isAliasPath(found) ? found : refuse(context, refused('slug/format', 'alias', found)),
);

/** The schema of a front matter, and the lenient one for what can be read of one with errors. */
export interface FrontMatter<T extends z.ZodType> {
  readonly strict: T;
  readonly lenient: z.ZodType<Partial<z.output<T>>>;
}

const noticeFront = z.strictObject({
  title: text,
  summary: text.refine((found) => [...found].length <= 300, {
    params: { rule: 'yaml/value', variant: 'summary' },
  }),
  slug: slug.optional(),
  aliases: listOf(alias).optional(),
});

const pageFront = z.strictObject({
  title: text,
  slug: slug.optional(),
  aliases: listOf(alias).optional(),
  draft: truth.optional(),
});

const faqFront = z.strictObject({ title: text });

export const noticeFrontMatter = { strict: noticeFront, lenient: noticeFront.partial() };
export const pageFrontMatter = { strict: pageFront, lenient: pageFront.partial() };
export const faqFrontMatter = { strict: faqFront, lenient: faqFront.partial() };

export type NoticeFront = z.output<typeof noticeFront>;
export type PageFront = z.output<typeof pageFront>;
export type FaqFront = z.output<typeof faqFront>;

/** The two parts of a text file; `yaml` is absent where there is none that may be read. */
interface Parts {
  readonly yaml?: string;
  readonly body: string;
  readonly firstLine: number;
}

/** Divides a text file at the `---` lines. The YAML keeps its line numbers. `kind` is what a page, without a summary, is told. */
export function divideFrontMatter({ file, text }: Source, kind?: 'page'): Read<Parts | undefined> {
  const lines = text.split('\n');
  const first = (lines[0] ?? '').trimEnd();
  const engine = /^---[ \t]*([A-Za-z]\w*)/.exec(first)?.[1];
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (engine !== undefined) {
    const place = placeIn(file, 1, first.indexOf(engine) + 1);
    return {
      value: bodyAfter(lines, end + 1),
      problems: [problem('front-matter/engine', place, { found: engine })],
    };
  }
  if (first !== '---') {
    // What stands above the first heading may be the front matter, written otherwise.
    const heading = lines.findIndex((line) => /^##? /.test(line));
    return { value: bodyAfter(lines, heading), problems: [withoutFrontMatter(file, lines, kind)] };
  }
  if (end < 0)
    return {
      value: undefined,
      problems: [problem('front-matter/missing', placeIn(file), {}, kind ? `unclosed.${kind}` : 'unclosed')],
    };
  const value = {
    // The last line ends like the others: in a CRLF file a CR of its own would be part of the value.
    yaml: ['', ...lines.slice(1, end), ''].join('\n'),
    body: lines.slice(end + 1).join('\n'),
    // A file may end with its front matter: what is missing below is reported at its last line.
    firstLine: Math.min(end + 2, lines.length),
  };
  return { value, problems: [] };
}

function withoutFrontMatter(file: string, lines: readonly string[], kind?: 'page'): Problem {
  const top = lines.findIndex((line) => line.trim() !== '');
  const begun = (lines[top] ?? '').trim();
  const isRule = /^(?:-[ -]*-|[\u2013\u2014][ \u2013\u2014-]*)$/.test(begun.slice(0, 80));
  const variant = !isRule ? kind : begun === '---' ? 'above' : 'dashes';
  const place = placeIn(file, variant === 'dashes' ? top + 1 : 1);
  return problem('front-matter/missing', place, { found: short(begun) }, variant);
}

const bodyAfter = (lines: readonly string[], start: number): Parts | undefined =>
  start < 1
    ? undefined
    : { body: lines.slice(start).join('\n'), firstLine: Math.min(start + 1, lines.length) };

/** The first line of a text, short enough for a sentence. */
export const short = (text: string): string => {
  const line = text.split('\n')[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};
