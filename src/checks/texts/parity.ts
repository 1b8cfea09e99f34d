import type { Note } from '../../content/document/document.ts';
import { titleText } from '../../content/document/section-titles.ts';
import { headingIds, isEmpty } from '../../content/document/sections.ts';
import { placeIn } from '../../content/files.ts';
import type { Target, Targets } from '../../content/links/targets.ts';
import { joined, type NoteBlock } from '../../content/notice/blocks.ts';
import type { ReadNotice, Text } from '../../content/notice/read.ts';
import { idFrom, isId } from '../../content/schema/fields.ts';
import { quantityDifferences } from '../../language/quantities/quantities.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import type { Settings } from '../../model/site.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { InEach, SectionName } from '../../model/words.ts';
import { roleMeant } from './apology.ts';
import { mayWait } from './late.ts';
import { linkProblems } from './links.ts';
import type { Twins } from './twins.ts';

const otherThan = (locale: Locale): Locale => (locale === 'en' ? 'fr' : 'en');

/** The sections and ids that one text of a notice has and the other lacks, where no fact holds them (contract 1.6). */
export function parityProblems(
  { texts: { en, fr } }: ReadNotice,
  mayBeLate: Settings['mayBeLate'],
): Problem[] {
  if (en === undefined || fr === undefined) return [];
  const texts = { en, fr };
  return locales.flatMap((locale) =>
    sectionProblems(texts[locale], texts[otherThan(locale)], mayWait(locale, mayBeLate)),
  );
}

/** Sections that a fact demands are not among them: those are told with the fact. */
const free: readonly SectionName[] = ['now', 'cause', 'faq'];

function sectionProblems(text: Text, other: Text, late: boolean): Problem[] {
  const { note, sections } = text;
  const problems: Problem[] = [];
  // Of a text without its front matter it is not known where the opening begins.
  if (isEmpty(sections.opening) && !isEmpty(other.sections.opening) && !note.facts.unread('title')) {
    const values = { other: other.note.file, line: other.note.firstLine };
    problems.push(lacking('parity/section', placeIn(note.file, note.firstLine), values, 'intro', late));
  }
  for (const theirs of other.sections.byName.values()) {
    const ours = sections.byName.get(theirs.name);
    if (ours !== undefined && !(isEmpty(ours.whole) && !isEmpty(theirs.whole))) {
      problems.push(...idProblems(text, other, theirs.name, late));
    } else if (free.includes(theirs.name)) {
      const values = {
        meant: titleText(theirs.name)[note.locale],
        other: other.note.file,
        line: theirs.heading.place.line,
      };
      problems.push(
        lacking(
          'parity/section',
          ours?.heading.place ?? placeIn(note.file),
          values,
          ours === undefined ? undefined : 'empty',
          late,
        ),
      );
    }
  }
  return problems;
}

/** The ids of headings that the other language has and this one lacks; those of facts are told with the fact. */
function idProblems(
  { note, sections, matched }: Text,
  other: Text,
  name: SectionName,
  late: boolean,
): Problem[] {
  const ours = sections.byName.get(name);
  const theirs = other.sections.byName.get(name);
  // The headings of entries have no ids.
  if (ours === undefined || theirs === undefined || name === 'timeline' || name === 'corrections') return [];
  // Of a credit or a commitment that no fact holds it is enough to say so.
  const parts = name === 'credits' || name === 'commitments' ? theirs.parts : [];
  const withoutFact = new Set(parts.map(({ heading }) => heading.id));
  const here = new Set(headingIds(note, ours.whole).flatMap(({ id }) => [id, idFrom(id)]));
  // Of a part of an apology that is misspelt it is enough to say so.
  const isMisspelt = (id: string | undefined) => name === 'apology' && (roleMeant(id) ?? id) !== id;
  const there = new Set(headingIds(other.note, theirs.whole).map(({ id }) => id));
  const lacks = headingIds(other.note, theirs.whole).filter(
    ({ id }) =>
      isId(id) &&
      !here.has(id) &&
      !isMisspelt(id) &&
      !ours.parts.some(({ heading }) => isMisspelt(heading.id) && roleMeant(heading.id) === id) &&
      !matched.parts.get(name)?.has(id) &&
      !other.matched.parts.get(name)?.has(id) &&
      !withoutFact.has(id),
  );
  // As many headings that the other text lacks: each is the counterpart, under another id or none.
  const astray = ours.parts.filter(({ heading: { id } }) => id === undefined || !there.has(id));
  const pairs = astray.length === lacks.length ? astray : [];
  return lacks.map(({ id, place }, index) => {
    const mine = pairs[index]?.heading;
    const values = { found: id, other: place.file, line: place.line, ours: mine?.id ?? '' };
    if (mine === undefined) return lacking('parity/id', ours.heading.place, values, undefined, late);
    if (mine.id === undefined)
      return problem(
        'id/format',
        mine.place,
        { ...values, found: mine.title, suggestion: id },
        'missing.counterpart',
      );
    if (!isId(mine.id))
      return problem(
        'id/format',
        mine.place,
        { ...values, found: mine.id, suggestion: id },
        'heading.counterpart',
      );
    return lacking('parity/id', mine.place, values, 'otherwise', late);
  });
}

function lacking(
  rule: string,
  place: Place,
  values: Problem['values'],
  variant: string | undefined,
  late: boolean,
): Problem {
  return late
    ? problem('parity/late', place, { ...values, found: values.found ?? values.meant ?? '' }, 'block')
    : problem(rule, place, values, variant);
}

/** Numbers and links that stand in a block of one language and not in its counterpart. */
export function numberProblems(
  blocks: Readonly<Record<Locale, readonly NoteBlock[]>>,
  target: Target,
  targets: Targets,
  twins: Twins,
): Problem[] {
  const french = new Map(blocks.fr.map((block) => [block.key, block]));
  return blocks.en.flatMap((en) => {
    const fr = french.get(en.key);
    return fr === undefined
      ? []
      : [...quantityProblems({ en, fr }), ...linkProblems({ en, fr }, target, targets, twins)];
  });
}

function quantityProblems(pair: Readonly<Record<Locale, NoteBlock>>): Problem[] {
  const texts = { en: joined(pair.en), fr: joined(pair.fr) };
  return quantityDifferences(texts.en.text, texts.fr.text).flatMap(({ en, fr, near, exchanged }) => {
    if (en !== undefined && fr !== undefined) {
      const there = texts.en.at(en.index);
      const values = { found: fr.text, theirs: en.text, other: there.file, line: there.line };
      const variant = exchanged ? 'exchanged' : 'differs';
      return [problem('parity/number', texts.fr.at(fr.index), values, variant)];
    }
    const [locale, found] = en === undefined ? (['fr', fr] as const) : (['en', en] as const);
    const lacking = otherThan(locale);
    // Words in another language are not read, so what they say cannot be missed.
    if (found === undefined || pair[lacking].foreign) return [];
    const there = texts[lacking].at(near);
    const values = { found: found.text, other: there.file, line: there.line };
    return [problem('parity/number', texts[locale].at(found.index), values)];
  });
}

/** The texts of a page or of the standing questions: the same ids, and the same numbers under each. */
export function pageParity(
  notes: InEach<Note<unknown>>,
  blocks: InEach<readonly NoteBlock[]>,
  target: Target,
  targets: Targets,
  twins: Twins,
): Problem[] {
  if (blocks.en === undefined || blocks.fr === undefined) return [];
  const both = { en: blocks.en, fr: blocks.fr };
  const problems = numberProblems(both, target, targets, twins);
  for (const locale of locales) {
    const keys = new Set(both[locale].map(({ key }) => key));
    for (const { key, place } of both[otherThan(locale)]) {
      if (keys.has(key) || !key.startsWith('#')) continue;
      problems.push(
        problem('parity/id', placeIn(notes[locale]?.file ?? ''), {
          found: key.slice(1),
          other: place.file,
          line: place.line,
        }),
      );
    }
  }
  return problems;
}
