import {
  type Paragraph,
  paragraphsOf,
  type Reference,
  referencesOf,
} from '../../language/markdown/paragraphs.ts';
import { attribute, type Block } from '../../language/markdown/tokens.ts';
import type { Place } from '../../model/problem.ts';
import { isOfTimes } from '../../model/sections.ts';
import { type Division, type Document, writtenLines } from '../document/document.ts';
import { placeAt } from '../files.ts';
import type { Text } from './read.ts';

/**
 * A part of a text that has a counterpart in the other language: the title, the summary, the opening, a section, or
 * what stands under one of its headings. Its key is the same in both languages.
 */
export interface DocumentBlock {
  readonly key: string;
  readonly place: Place;
  /** As written, for comparing with what was agreed. */
  readonly written: string;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly references: readonly (Reference & { readonly place: Place })[];
  /** Some of its words are in another language. */
  readonly foreign: boolean;
}

export type PlacedParagraph = Omit<Paragraph, 'spot'> & { readonly at: (index: number) => Place };

/** The blocks of one language of a notice, in the order of the file. */
export function blocksOf({ document, sections, matched }: Text): DocumentBlock[] {
  const blocks = [
    ...frontBlocks(document),
    bodyBlock(document, 'intro', sections.opening, {
      file: document.file,
      line: document.firstLine,
      column: 1,
    }),
  ];
  for (const { name, heading, whole, opening, parts } of sections.byName.values()) {
    blocks.push(bodyBlock(document, name, parts.length === 0 ? whole : opening, heading.place));
    const anchors = new Map([...(matched.parts.get(name) ?? [])].map(([anchor, part]) => [part, anchor]));
    parts.forEach((part, index) => {
      const key = anchors.get(part) ?? part.heading.id ?? String(index + 1);
      blocks.push(partBlock(document, `${name}/${key}`, part, !isOfTimes(name)));
      for (const { kind, block, heading: own } of part.shorts ?? [])
        blocks.push(bodyBlock(document, `${name}/${key}/${kind}`, block, own.place));
    });
  }
  return blocks.filter(({ written }) => written !== '');
}

/** The title and the summary. */
export function frontBlocks(
  document: Document<{ readonly title: string; readonly summary?: string | undefined }>,
): DocumentBlock[] {
  return (['title', 'summary'] as const).flatMap((key) => {
    const text = document.front[key];
    if (text === undefined) return [];
    const place = document.facts.at([key]);
    const paragraph = {
      text,
      heading: key === 'title',
      quoted: false,
      at: (index: number) => document.facts.at([key], index),
    };
    return [{ key, place, written: text, paragraphs: [paragraph], references: [], foreign: false }];
  });
}

/** What stands under a heading, with the heading's words where they are the writer's. */
export function partBlock(
  document: Document<unknown>,
  key: string,
  { heading, block }: Division,
  withHeading: boolean,
): DocumentBlock {
  const body = bodyBlock(document, key, block, heading.place);
  if (!withHeading) return body;
  const words = paragraphsOf([heading.inline], document.lines, document.locale).map((one) =>
    placed(document, { ...one, heading: true }),
  );
  return {
    ...body,
    written: `${heading.title}\n${body.written}`,
    paragraphs: [...words, ...body.paragraphs],
  };
}

export function bodyBlock(
  document: Document<unknown>,
  key: string,
  block: Block,
  place: Place,
): DocumentBlock {
  return {
    key,
    place,
    written: writtenLines(document, block),
    paragraphs: paragraphsOf(block, document.lines, document.locale).map((one) => placed(document, one)),
    references: referencesOf(block, document.lines).map((one) => ({
      ...one,
      place: placeAt(document, one.spot),
    })),
    foreign: hasForeign(block),
  };
}

function placed(document: Document<unknown>, { text, heading, quoted, spot }: Paragraph): PlacedParagraph {
  return { text, heading, quoted, at: (index) => placeAt(document, spot(index)) };
}

const hasForeign = (block: Block): boolean =>
  block.some(
    (token) =>
      attribute(token, 'lang') !== undefined ||
      (token.children ?? []).some(({ type }) => type === 'lang_open'),
  );

const gap = '\n\n';

/** The paragraphs of a block as one text that remembers where each stood. */
export function joined(block: DocumentBlock) {
  let text = '';
  const starts = block.paragraphs.map((paragraph) => {
    const start = text.length;
    text += paragraph.text + gap;
    return { start, paragraph };
  });
  const at = (index: number): Place => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle]?.start ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const found = starts[low];
    return found === undefined ? block.place : found.paragraph.at(index - found.start);
  };
  return { text, at };
}
