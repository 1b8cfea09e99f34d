import { wordsOf } from '../../language/markdown/plain-text.ts';
import { attribute, type Block, withoutComments } from '../../language/markdown/tokens.ts';
import { suggest } from '../../language/suggest.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import { foldTitle, isDivided, type SectionName, sectionKinds, titleText } from '../../model/sections.ts';
import type { Locale } from '../../model/values.ts';
import { placeAt, type Read } from '../files.ts';
import { type Division, type Document, divide, type Heading } from './document.ts';
import {
  allNames,
  firstTitles,
  sectionAlsoCalled,
  sectionInOther,
  sectionOf,
  sectionWithin,
} from './section-titles.ts';
import { withShorts } from './shorts.ts';

/** A section of a text, before its parts are matched with the facts. */
export interface DocumentSection {
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
  readonly byName: ReadonlyMap<SectionName, DocumentSection>;
}

/** Divides a notice's body into its sections; headings that are none of them are problems. */
export function sectionsOf(document: Document<unknown>): Read<Sections> {
  const body = raised(document);
  const problems = [...body.problems];
  const { opening, divisions } = divide(document, body.value, 2);
  const byName = new Map<SectionName, DocumentSection>();
  const named = divisions.map(({ heading }) =>
    heading.level === 2 ? sectionOf(heading.title, document.locale) : undefined,
  );
  for (const [index, { heading, block }] of divisions.entries()) {
    let name = named[index];
    if (name === undefined) {
      const meant = meantSection(heading, document.locale) ?? timelineMeant(block);
      problems.push(unknownSection(heading, document.locale, meant));
      // Read as what was meant, so that one run reports everything that is in it.
      if (meant === undefined || named.includes(meant) || byName.has(meant)) continue;
      name = meant;
    }
    const first = byName.get(name);
    if (first !== undefined) {
      const values = { found: heading.title, line: first.heading.place.line };
      problems.push(problem('section/repeated', heading.place, values));
    }
    const divided = isDivided(name) ? divide(document, block, 3) : { opening: block, divisions: [] };
    const parts: readonly Division[] =
      name === 'timeline' ? divided.divisions.map((entry) => withShorts(document, entry)) : divided.divisions;
    byName.set(name, {
      name,
      heading: first?.heading ?? heading,
      whole: [...(first?.whole ?? []), ...block],
      opening: [...(first?.opening ?? []), ...divided.opening],
      parts: [...(first?.parts ?? []), ...parts],
    });
  }
  return { value: { opening, byName }, problems };
}

/** The body, in which `### FAQ` is read as the section that it names where there is no other; that is a problem. */
function raised(document: Document<unknown>): Read<Block> {
  const problems: Problem[] = [];
  const titleAt = (index: number) => {
    const inline = document.body[index + 1];
    return inline === undefined ? '' : wordsOf(inline).trim();
  };
  const named = new Set(
    document.body.flatMap((token, index) =>
      token.type === 'heading_open' && token.tag === 'h2'
        ? (sectionOf(titleAt(index), document.locale) ?? [])
        : [],
    ),
  );
  let around: SectionName | undefined;
  const value = document.body.map((token, index) => {
    if (token.type !== 'heading_open' || token.level !== 0) return token;
    const found = titleAt(index);
    const name = sectionOf(found, document.locale);
    if (token.tag === 'h2') around = name;
    // Elsewhere headings of level 3 are the writer's own.
    const headings = around === undefined ? 'free' : sectionKinds[around].headings;
    const isFact = headings !== 'roles' && headings !== 'free';
    if (token.tag !== 'h3' || !isFact || attribute(token, 'id') !== undefined) return token;
    if (name === undefined || named.has(name)) return token;
    named.add(name);
    const place = placeAt(document, { line: token.map?.[0] ?? 0, column: 0 });
    const values = { found, meant: titleText(name)[document.locale] };
    problems.push(problem('section/unknown', place, values, 'level-three'));
    return Object.assign(Object.create(Object.getPrototypeOf(token)), token, { tag: 'h2' });
  });
  return { value, problems };
}

/** The section that a heading means in its own language, in the other, or but for a few letters. */
function meantSection({ title }: Heading, locale: Locale): SectionName | undefined {
  const known = sectionOf(title, locale) ?? sectionInOther(title, locale) ?? sectionAlsoCalled(title);
  if (known !== undefined) return known;
  const near = suggest(foldTitle(title), allNames);
  return near === undefined
    ? sectionWithin(title, locale)
    : (sectionOf(near, locale) ?? sectionInOther(near, locale) ?? sectionAlsoCalled(near));
}

/** What is divided by times is the timeline, whatever it is called. */
function timelineMeant(block: Block): SectionName | undefined {
  const titles = block.flatMap((token, index) => {
    const inline = block[index + 1];
    return token.type === 'heading_open' && inline !== undefined ? [wordsOf(inline).trim()] : [];
  });
  return titles.length > 0 && titles.every((title) => /^\d{4}-\d{2}-\d{2}(?:\b|$)/.test(title))
    ? 'timeline'
    : undefined;
}

function unknownSection(heading: Heading, locale: Locale, meant: SectionName | undefined): Problem {
  const values = {
    found: heading.title,
    allowed: firstTitles(locale),
    ...(meant === undefined ? {} : { meant: titleText(meant)[locale] }),
  };
  const variant = () => {
    if (heading.title === '') return 'empty';
    if (heading.level === 1) return meant === undefined ? 'level-one' : 'level-one.section';
    if (meant === undefined) return undefined;
    return sectionInOther(heading.title, locale) === undefined ? 'nearest' : 'other-language';
  };
  return problem('section/unknown', heading.place, values, variant());
}

/** The ids of a text that lead to a place on its page: those of texts for messages, the same below each entry, do not. */
export function anchorsIn(document: Document<unknown>, sections: Sections['byName']) {
  const shorts = (sections.get('timeline')?.parts ?? []).flatMap((entry) => entry.shorts ?? []);
  const lines = new Set(shorts.map(({ heading }) => heading.place.line));
  return headingIds(document, document.body).filter(({ place }) => !lines.has(place.line));
}

/** The ids of the headings of a block that are not headings of sections. */
export function headingIds(
  document: Document<unknown>,
  block: Block,
): { readonly id: string; readonly place: Place }[] {
  return block.flatMap((token) => {
    const id = token.type === 'heading_open' && token.tag !== 'h2' ? attribute(token, 'id') : undefined;
    if (id === undefined) return [];
    const line = token.map?.[0] ?? 0;
    return [
      {
        id,
        place: placeAt(document, { line, column: Math.max(0, (document.lines[line] ?? '').indexOf('{#')) }),
      },
    ];
  });
}

/** Whether a block has words, an image or code: not comments alone. */
export const isEmpty = (block: Block): boolean =>
  !block.some(
    ({ type, content, children }) =>
      (type === 'html_block' && withoutComments(content) !== '') ||
      type === 'fence' ||
      type === 'code_block' ||
      (type === 'inline' &&
        (withoutComments(content) !== '' || (children ?? []).some((child) => child.type === 'image'))),
  );
