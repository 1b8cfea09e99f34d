import { attribute, type Block } from '../../language/markdown/markdown.ts';
import {
  type Paragraph,
  paragraphsOf,
  type Reference,
  referencesOf,
} from '../../language/markdown/paragraphs.ts';
import type { Place } from '../../model/problem.ts';
import { type Division, type Note, placeAt, writtenLines } from '../document/document.ts';
import type { Text } from './read.ts';

/**
 * A piece of a note that has a counterpart in the other language: the title, the summary, the opening, a section, or
 * what stands under one of its headings. Its key is the same in both languages.
 */
export interface NoteBlock {
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
export function blocksOf({ note, sections, matched }: Text): NoteBlock[] {
  const blocks = [
    ...frontBlocks(note),
    bodyBlock(note, 'intro', sections.opening, { file: note.file, line: note.firstLine, column: 1 }),
  ];
  for (const { name, heading, whole, opening, parts } of sections.byName.values()) {
    blocks.push(bodyBlock(note, name, parts.length === 0 ? whole : opening, heading.place));
    const anchors = new Map([...(matched.parts.get(name) ?? [])].map(([anchor, part]) => [part, anchor]));
    parts.forEach((part, index) => {
      const key = anchors.get(part) ?? part.heading.id ?? String(index + 1);
      blocks.push(partBlock(note, `${name}/${key}`, part, name !== 'timeline' && name !== 'corrections'));
    });
  }
  return blocks.filter(({ written }) => written !== '');
}

/** The title and the summary. */
export function frontBlocks(
  note: Note<{ readonly title: string; readonly summary?: string | undefined }>,
): NoteBlock[] {
  return (['title', 'summary'] as const).flatMap((key) => {
    const text = note.front[key];
    if (text === undefined) return [];
    const place = note.facts.at([key]);
    const paragraph = {
      text,
      heading: key === 'title',
      quoted: false,
      at: (index: number) => note.facts.at([key], index),
    };
    return [{ key, place, written: text, paragraphs: [paragraph], references: [], foreign: false }];
  });
}

/** What stands under a heading, with the heading's words where they are the writer's. */
export function partBlock(
  note: Note<unknown>,
  key: string,
  { heading, block }: Division,
  withHeading: boolean,
): NoteBlock {
  const body = bodyBlock(note, key, block, heading.place);
  if (!withHeading) return body;
  const words = paragraphsOf([heading.inline], note.lines, note.locale).map((one) =>
    placed(note, { ...one, heading: true }),
  );
  return {
    ...body,
    written: `${heading.title}\n${body.written}`,
    paragraphs: [...words, ...body.paragraphs],
  };
}

export function bodyBlock(note: Note<unknown>, key: string, block: Block, place: Place): NoteBlock {
  return {
    key,
    place,
    written: writtenLines(note, block),
    paragraphs: paragraphsOf(block, note.lines, note.locale).map((one) => placed(note, one)),
    references: referencesOf(block, note.lines).map((one) => ({ ...one, place: placeAt(note, one.spot) })),
    foreign: hasForeign(block),
  };
}

function placed(note: Note<unknown>, { text, heading, quoted, spot }: Paragraph): PlacedParagraph {
  return { text, heading, quoted, at: (index) => placeAt(note, spot(index)) };
}

const hasForeign = (block: Block): boolean =>
  block.some(
    (token) =>
      attribute(token, 'lang') !== undefined ||
      (token.children ?? []).some(({ type }) => type === 'lang_open'),
  );

const gap = '\n\n';

/** The paragraphs of a block as one text that remembers where each stood. */
export function joined(block: NoteBlock) {
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
