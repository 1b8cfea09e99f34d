import { z } from 'zod';
import { type Problem, problem } from '../../model/problem.ts';
import { placeIn, type Source } from '../files.ts';
import { isId, listOf, refuse, refused, slug, text, truth } from './fields.ts';

/** Whether a path is one that may be a former address: `/incidents/kz1xjx`, `/issues/2.0-outage/`. */
export const isAliasPath = (found: string): boolean =>
  /^(?:\/[a-z0-9]+(?:[-_.~][a-z0-9]+)*)+\/?$/i.test(found);

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

/** A note's two parts; without `yaml` where there is none that may be read. */
interface Parts {
  readonly yaml?: string;
  readonly body: string;
  readonly firstLine: number;
}

/** Splits at the `---` lines. The YAML keeps its line numbers. */
export function divideFrontMatter({ file, text }: Source, problems: Problem[]): Parts | undefined {
  const lines = text.split('\n');
  const first = (lines[0] ?? '').trimEnd();
  const engine = /^---[ \t]*([A-Za-z]\w*)/.exec(first)?.[1];
  if (engine !== undefined) {
    problems.push(
      problem('front-matter/engine', placeIn(file, 1, first.indexOf(engine) + 1), { found: engine }),
    );
    return bodyAfter(lines, lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---') + 1);
  }
  if (first !== '---') {
    const top = lines.findIndex((line) => line.trim() !== '');
    const begun = (lines[top] ?? '').trim();
    const variant = /^(?:-[ -]*-|[\u2013\u2014][ \u2013\u2014-]*)$/.test(begun.slice(0, 80))
      ? begun === '---'
        ? 'above'
        : 'dashes'
      : undefined;
    const place = placeIn(file, variant === 'dashes' ? top + 1 : 1);
    problems.push(problem('front-matter/missing', place, { found: short(begun) }, variant));
    // What stands above the first heading may be the front matter, written otherwise.
    return bodyAfter(
      lines,
      lines.findIndex((line) => /^##? /.test(line)),
    );
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) {
    problems.push(problem('front-matter/missing', placeIn(file), {}, 'unclosed'));
    return undefined;
  }
  return {
    // The last line ends like the others: in a CRLF file a CR of its own would be part of the value.
    yaml: ['', ...lines.slice(1, end), ''].join('\n'),
    body: lines.slice(end + 1).join('\n'),
    // A file may end with its front matter: what is missing below is told at its last line.
    firstLine: Math.min(end + 2, lines.length),
  };
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
