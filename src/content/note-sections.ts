import { attribute, type Block } from '../language/markdown.ts';
import { type Place, type Problem, problem } from '../model/problem.ts';
import type { Locale } from '../model/values.ts';
import { type SectionName, sectionNames } from '../model/words.ts';
import { nearest } from './decode.ts';
import { type Division, divide, type Heading, type Note, placeAt } from './notes.ts';
import { isId } from './schema.ts';
import { allTitles, firstTitles, partedSections, sectionInOther, sectionOf, titleText } from './sections.ts';

/** A section of a note, before its parts are matched with the facts. */
export interface NoteSection {
  readonly name: SectionName;
  readonly heading: Heading;
  /** Everything below the heading. */
  readonly whole: Block;
  /** What stands before the first level-3 heading. */
  readonly opening: Block;
  /** The level-3 headings; none in a free section. */
  readonly parts: readonly Division[];
}

export interface Sections {
  readonly opening: Block;
  readonly byName: ReadonlyMap<SectionName, NoteSection>;
}

/** Divides a notice's body into the sections of contract 1.5, and reports headings that are none of them. */
export function sectionsOf(note: Note<unknown>, problems: Problem[]): Sections {
  const { opening, divisions } = divide(note, note.body, 2);
  const byName = new Map<SectionName, NoteSection>();
  for (const { heading, block } of divisions) {
    const name = heading.level === 2 ? sectionOf(heading.title, note.locale) : undefined;
    if (name === undefined) {
      problems.push(unknownSection(heading, note.locale));
      continue;
    }
    const first = byName.get(name);
    if (first !== undefined) {
      const values = { found: heading.title, line: first.heading.place.line };
      problems.push(problem('section/repeated', heading.place, values));
      continue;
    }
    const parted = partedSections.includes(name);
    const divided = parted ? divide(note, block, 3) : { opening: block, divisions: [] };
    byName.set(name, { name, heading, whole: block, opening: divided.opening, parts: divided.divisions });
  }
  reportIds(note, byName, problems);
  return { opening, byName };
}

function unknownSection(heading: Heading, locale: Locale): Problem {
  const values = { found: heading.title, allowed: firstTitles(locale) };
  if (heading.level === 1) return problem('section/unknown', heading.place, values, 'level-one');
  const other = sectionInOther(heading.title, locale);
  if (other !== undefined)
    return problem(
      'section/unknown',
      heading.place,
      { ...values, meant: titleText(other)[locale] },
      'other-language',
    );
  const folded = nearest(heading.title, allTitles(locale));
  const meant = folded === undefined ? undefined : sectionOf(folded, locale);
  if (meant === undefined) return problem('section/unknown', heading.place, values);
  return problem('section/unknown', heading.place, { ...values, meant: titleText(meant)[locale] }, 'nearest');
}

/** Ids of headings, the apology's roles and the names of sections are one namespace (contract 1). */
function reportIds(
  note: Note<unknown>,
  sections: ReadonlyMap<SectionName, NoteSection>,
  problems: Problem[],
): void {
  const seen = new Map<string, number>(
    sectionNames.map((name) => [name, sections.get(name)?.heading.place.line ?? 0]),
  );
  for (const { id, place } of headingIds(note, note.body)) {
    if (!isId(id)) problems.push(problem('id/format', place, { found: id }, 'heading'));
    else if (seen.has(id)) {
      const line = seen.get(id) ?? 0;
      problems.push(
        line === 0
          ? problem('id/duplicate', place, { found: id }, 'section')
          : problem('id/duplicate', place, { found: id, line }, 'heading'),
      );
    } else seen.set(id, place.line);
  }
  for (const { parts, name } of sections.values()) {
    if (name !== 'credits' && name !== 'commitments' && name !== 'faq') continue;
    for (const { heading } of parts) {
      if (heading.id === undefined)
        problems.push(problem('id/format', heading.place, { found: heading.title }, 'missing'));
    }
  }
}

/** The ids of the headings of a block that are not headings of sections. */
export function headingIds(
  note: Note<unknown>,
  block: Block,
): { readonly id: string; readonly place: Place }[] {
  return block.flatMap((token) => {
    const id = token.type === 'heading_open' && token.tag !== 'h2' ? attribute(token, 'id') : undefined;
    if (id === undefined) return [];
    const line = token.map?.[0] ?? 0;
    return [
      { id, place: placeAt(note, { line, column: Math.max(0, (note.lines[line] ?? '').indexOf('{#')) }) },
    ];
  });
}

/** Whether a block has words, an image or code: not comments alone. */
export const isEmpty = (block: Block): boolean =>
  !block.some(
    ({ type, content, children }) =>
      type === 'fence' ||
      type === 'code_block' ||
      (type === 'inline' &&
        (content.replace(/<!--[\s\S]*?-->/g, '').trim() !== '' ||
          (children ?? []).some((child) => child.type === 'image'))),
  );
