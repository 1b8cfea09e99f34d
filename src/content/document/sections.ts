import { attribute, type Block, plainText, withoutComments } from '../../language/markdown/markdown.ts';
import { suggest } from '../../language/suggest.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import type { Locale } from '../../model/values.ts';
import { type SectionName, sectionNames } from '../../model/words.ts';
import { placeAt } from '../files.ts';
import { idFrom, isId } from '../schema/fields.ts';
import { type Division, type Document, divide, type Heading } from './document.ts';
import {
  allTitles,
  firstTitles,
  foldTitle,
  partedSections,
  sectionAlsoCalled,
  sectionInOther,
  sectionOf,
  titleText,
} from './section-titles.ts';

/** A section of a note, before its parts are matched with the facts. */
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

/** Divides a notice's body into the sections of contract 1.5, and reports headings that are none of them. */
export function sectionsOf(document: Document<unknown>, problems: Problem[]): Sections {
  const { opening, divisions } = divide(document, raised(document, problems), 2);
  const byName = new Map<SectionName, DocumentSection>();
  const named = divisions.map(({ heading }) =>
    heading.level === 2 ? sectionOf(heading.title, document.locale) : undefined,
  );
  divisions.forEach(({ heading, block }, index) => {
    let name = named[index];
    if (name === undefined) {
      const meant = meantSection(heading, document.locale);
      problems.push(unknownSection(heading, document.locale, meant));
      // Read as what was meant, so that one run tells everything that is in it.
      if (meant === undefined || named.includes(meant) || byName.has(meant)) return;
      name = meant;
    }
    const first = byName.get(name);
    if (first !== undefined) {
      const values = { found: heading.title, line: first.heading.place.line };
      problems.push(problem('section/repeated', heading.place, values));
    }
    const parted = partedSections.includes(name);
    const divided = parted ? divide(document, block, 3) : { opening: block, divisions: [] };
    byName.set(name, {
      name,
      heading: first?.heading ?? heading,
      whole: [...(first?.whole ?? []), ...block],
      opening: [...(first?.opening ?? []), ...divided.opening],
      parts: [...(first?.parts ?? []), ...divided.divisions],
    });
  });
  reportIds(document, byName, problems);
  return { opening, byName };
}

/** The body, in which `### FAQ` is read as the section that it names where there is no other; that is told. */
function raised(document: Document<unknown>, problems: Problem[]): Block {
  const titleAt = (index: number) => plainText(document.body.slice(index + 1, index + 2)).trim();
  const named = new Set(
    document.body.flatMap((token, index) =>
      token.type === 'heading_open' && token.tag === 'h2'
        ? (sectionOf(titleAt(index), document.locale) ?? [])
        : [],
    ),
  );
  let around: SectionName | undefined;
  return document.body.map((token, index) => {
    if (token.type !== 'heading_open' || token.level !== 0) return token;
    const found = titleAt(index);
    const name = sectionOf(found, document.locale);
    if (token.tag === 'h2') around = name;
    // Elsewhere headings of level 3 are the writer's own.
    const isFact = around !== undefined && around !== 'apology' && partedSections.includes(around);
    if (token.tag !== 'h3' || !isFact || attribute(token, 'id') !== undefined) return token;
    if (name === undefined || named.has(name)) return token;
    named.add(name);
    const place = placeAt(document, { line: token.map?.[0] ?? 0, column: 0 });
    problems.push(
      problem('section/unknown', place, { found, meant: titleText(name)[document.locale] }, 'level-three'),
    );
    return Object.assign(Object.create(Object.getPrototypeOf(token)), token, { tag: 'h2' });
  });
}

/** The section that a heading means in its own language, in the other, or but for a few letters. */
function meantSection({ title }: Heading, locale: Locale): SectionName | undefined {
  const known = sectionOf(title, locale) ?? sectionInOther(title, locale) ?? sectionAlsoCalled(title);
  if (known !== undefined) return known;
  const near = suggest(foldTitle(title), [...allTitles(locale), ...allTitles(otherThan(locale))]);
  return near === undefined ? undefined : (sectionOf(near, locale) ?? sectionInOther(near, locale));
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

const otherThan = (locale: Locale): Locale => (locale === 'en' ? 'fr' : 'en');

/** Ids of headings, the apology's roles and the names of sections are one namespace (contract 1). */
function reportIds(
  document: Document<unknown>,
  sections: ReadonlyMap<SectionName, DocumentSection>,
  problems: Problem[],
): void {
  const seen = new Map<string, number>(sectionNames.map((name) => [name, 0]));
  for (const { id, place } of headingIds(document, document.body)) {
    if (!isId(id)) problems.push(headingIdProblem(id, place));
    else if (isMomentAnchor(id)) problems.push(problem('id/duplicate', place, { found: id }, 'anchor'));
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
    if (name === 'timeline' || name === 'corrections') {
      for (const { heading } of parts) {
        if (heading.id === undefined) continue;
        problems.push(problem('id/format', heading.place, { found: heading.id }, 'timed'));
      }
    }
    if (name !== 'credits' && name !== 'commitments' && name !== 'faq') continue;
    for (const { heading } of parts) {
      if (heading.id === undefined) problems.push(withoutId(heading, name === 'faq' ? undefined : 'fact'));
    }
  }
  reportIdsAstray(document, problems);
}

/** `t-20240302`, `c-20240302-2`: what the program calls entries and corrections of a day. */
const isMomentAnchor = (id: string): boolean => /^[tc]-\d{8}(?:-\d+)?$/.test(id);

/** A question's id can be made of its words; that of a credit or a commitment is in the facts. */
export function withoutId({ title, place }: Heading, kind?: 'fact'): Problem {
  const suggestion = kind === undefined ? idFrom(title) : undefined;
  const variant = kind ?? (suggestion === undefined ? 'other' : undefined);
  const values = { found: title, suggestion: suggestion ?? '' };
  return problem('id/format', place, values, variant === undefined ? 'missing' : `missing.${variant}`);
}

export function headingIdProblem(found: string, place: Place): Problem {
  const suggestion = idFrom(found);
  const variant = suggestion === undefined ? 'heading.other' : 'heading';
  return problem('id/format', place, { found, suggestion: suggestion ?? '' }, variant);
}

/** An id on a heading without words, or on a line that is no heading. */
export function reportIdsAstray(document: Document<unknown>, problems: Problem[]): void {
  document.body.forEach((token, index) => {
    const inline = document.body[index + 1];
    const line = token.map?.[0] ?? 0;
    if (token.type === 'heading_open' && inline !== undefined) {
      const id = attribute(token, 'id');
      if (id === undefined || inline.content.trim() !== '') return;
      const column = Math.max(0, (document.lines[line] ?? '').indexOf('{#'));
      problems.push(problem('id/format', placeAt(document, { line, column }), { found: id }, 'alone'));
    } else if (token.type === 'paragraph_open' && inline?.type === 'inline') {
      inline.content.split('\n').forEach((written, nth) => {
        const id = /\{#([^{}\s]{1,80})\}[ \t]*$/.exec(written.slice(-100))?.[1];
        if (id === undefined || written.includes('`')) return;
        const column = (document.lines[line + nth] ?? '').lastIndexOf('{#');
        if (column < 0) return;
        problems.push(
          problem('id/format', placeAt(document, { line: line + nth, column }), { found: id }, 'astray'),
        );
      });
    }
  });
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
