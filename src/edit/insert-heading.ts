import { divide, type Heading } from '../content/document/document.ts';
import { sectionOf } from '../content/document/section-titles.ts';
import { parseMarkdown } from '../language/markdown/markdown.ts';
import { type SectionName, sectionNames } from '../model/sections.ts';
import { applied, type Edit, type Insertion, linesAt, linesWithEnds } from './text-edit.ts';

/**
 * Adds a level-3 heading with a line of guidance to a section of a text (its title in the text's language), before the
 * heading `before` of that section, else at the section's end; a section that is absent comes in the order of
 * `sectionNames`. No other byte changes. The line is that of the guidance. `undefined` where Markdown would read otherwise, as in
 * a block of code that is not closed, or where no section has that title.
 */
export function addHeading(
  document: string,
  section: string,
  heading: string,
  guidance: string,
  before?: string,
): Edit | undefined {
  const name = nameOf(section);
  if (name === undefined) return undefined;
  const headings = headingsOf(document);
  const { isThere, inside, end } = around(headings, name);
  const next = inside.find(({ title }) => title === before) ?? end;
  const added = [...(isThere ? [] : [`## ${section}`, '']), `### ${heading}`, '', guidance];
  const edit = applied(document, [headingInsertion(document, next?.place.line, added)]);
  const index = next === undefined ? headings.length : headings.indexOf(next);
  const expected = headings
    .map(({ title }) => title)
    .toSpliced(index, 0, ...(isThere ? [] : [section]), heading);
  const found = headingsOf(edit.text).map(({ title }) => title);
  return JSON.stringify(expected) === JSON.stringify(found) ? edit : undefined;
}

/** The level-3 headings of a section of a text, in the order of the file. */
export const headingsBelow = (document: string, section: SectionName): readonly string[] =>
  around(headingsOf(document), section).inside.map(({ title }) => title);

/** Where a section stands or would stand: its level-3 headings, and the heading of level 1 or 2 that ends it. */
function around(headings: readonly Heading[], name: SectionName) {
  const own = headings.findIndex(({ level, title }) => level === 2 && nameOf(title) === name);
  const rest = headings.slice(own + 1);
  const end = rest.find(({ level, title }) => level <= 2 && (own >= 0 || comesAfter(title, name)));
  const below = own < 0 ? [] : rest.slice(0, end === undefined ? undefined : rest.indexOf(end));
  return { isThere: own >= 0, inside: below.filter(({ level }) => level === 3), end };
}

/** Before the line (from 1) of a heading and of the comments that belong to it, else at the end. */
function headingInsertion(document: string, line: number | undefined, added: readonly string[]): Insertion {
  const lines = linesWithEnds(document);
  let index = line === undefined ? lines.length : line - 1;
  while (line !== undefined && /^<!--.*-->\s*$/.test(lines[index - 1] ?? '')) index -= 1;
  const offset = lines.slice(0, index).join('').length;
  const above = (lines[index - 1] ?? '').trim() === '' ? [] : [''];
  return linesAt(
    document,
    offset,
    [...above, ...added, ...(line === undefined ? [] : [''])],
    above.length + added.length - 1,
  );
}

/** The headings of the levels 1 to 3, placed in the whole text. */
function headingsOf(document: string): readonly Heading[] {
  const lines = linesWithEnds(document);
  const close =
    lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') : -1;
  const body = lines.slice(close + 1);
  const { divisions } = divide(
    { file: '', firstLine: close + 2, lines: body },
    parseMarkdown(body.join('')),
    3,
  );
  return divisions.map(({ heading }) => heading);
}

const nameOf = (title: string): SectionName | undefined => sectionOf(title, 'en') ?? sectionOf(title, 'fr');

function comesAfter(title: string, name: SectionName): boolean {
  const other = nameOf(title);
  return other !== undefined && sectionNames.indexOf(other) > sectionNames.indexOf(name);
}
