import { headingIds, isEmpty } from '../../content/document/sections.ts';
import { placeIn } from '../../content/files.ts';
import type { Links } from '../../content/links/resolve.ts';
import type { Target } from '../../content/links/targets.ts';
import { type DocumentBlock, joined } from '../../content/notice/blocks.ts';
import type { ReadNotice, Text } from '../../content/notice/read.ts';
import { idFrom, isId } from '../../content/schema/scalars.ts';
import { quantityDifferences } from '../../language/quantities/quantities.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import type { RuleId } from '../../model/rules.ts';
import { isOfIds, isOfTimes, type SectionName, sectionKinds, titleText } from '../../model/sections.ts';
import { mayWait, type Settings } from '../../model/site.ts';
import { type Locale, locales, otherLocale, perLocale } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';
import { roleMeant } from './apology.ts';
import { linkProblems } from './link-parity.ts';
import type { Twins } from './twin-hosts.ts';

export const id = 'parity/*';

/** What one text of a notice has and the other lacks: sections, ids, numbers and links. */
export const check: CheckOf<CheckedNotice> = (notice, { site: { settings }, links }) => {
  const { en, fr } = notice.blocks;
  return [
    ...parityProblems(notice, settings.mayBeLate),
    ...(en === undefined || fr === undefined
      ? []
      : numberProblems({ en, fr }, notice.target, links, settings.twins)),
  ];
};

/** The sections and ids that one text has and the other lacks, where no fact holds them. */
function parityProblems({ texts: { en, fr } }: ReadNotice, mayBeLate: Settings['mayBeLate']): Problem[] {
  if (en === undefined || fr === undefined) return [];
  const texts = { en, fr };
  return locales.flatMap((locale) =>
    sectionProblems(texts[locale], texts[otherLocale(locale)], mayWait(locale, mayBeLate)),
  );
}

/** Sections that a fact demands are not among them: those are reported with the fact. */
const isFree = (name: SectionName): boolean => sectionKinds[name].fact === undefined;

function sectionProblems(text: Text, other: Text, late: boolean): Problem[] {
  const { document, sections } = text;
  const problems: Problem[] = [];
  // Without its front matter, the opening of a text may begin anywhere.
  if (isEmpty(sections.opening) && !isEmpty(other.sections.opening) && !document.facts.unread('title')) {
    const values = { other: other.document.file, line: other.document.firstLine };
    problems.push(
      lacking('parity/section', placeIn(document.file, document.firstLine), values, 'intro', late),
    );
  }
  for (const theirs of other.sections.byName.values()) {
    const ours = sections.byName.get(theirs.name);
    if (ours !== undefined && !(isEmpty(ours.whole) && !isEmpty(theirs.whole))) {
      problems.push(...idProblems(text, other, theirs.name, late));
    } else if (isFree(theirs.name)) {
      const values = {
        meant: titleText(theirs.name)[document.locale],
        other: other.document.file,
        line: theirs.heading.place.line,
      };
      problems.push(
        lacking(
          'parity/section',
          ours?.heading.place ?? placeIn(document.file),
          values,
          ours === undefined ? undefined : 'empty',
          late,
        ),
      );
    }
  }
  return problems;
}

/** The ids of headings that the other language has and this one lacks; those of facts are reported with the fact. */
function idProblems(
  { document, sections, matched }: Text,
  other: Text,
  name: SectionName,
  late: boolean,
): Problem[] {
  const ours = sections.byName.get(name);
  const theirs = other.sections.byName.get(name);
  // The headings of entries have no ids.
  if (ours === undefined || theirs === undefined || isOfTimes(name)) return [];
  // A credit or a commitment without a fact is reported as that alone.
  const parts = isOfIds(name) ? theirs.parts : [];
  const withoutFact = new Set(parts.map(({ heading }) => heading.id));
  const here = new Set(headingIds(document, ours.whole).flatMap(({ id }) => [id, idFrom(id)]));
  // A misspelt part of an apology is reported as that alone.
  const isMisspelt = (id: string | undefined) =>
    sectionKinds[name].headings === 'roles' && (roleMeant(id) ?? id) !== id;
  const there = new Set(headingIds(other.document, theirs.whole).map(({ id }) => id));
  const lacks = headingIds(other.document, theirs.whole).filter(
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

/** What one language lacks: late where it may be. */
export function lacking(
  rule: RuleId,
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
  blocks: Readonly<Record<Locale, readonly DocumentBlock[]>>,
  target: Target,
  links: Links,
  twins: Twins,
): Problem[] {
  const french = new Map(blocks.fr.map((block) => [block.key, block]));
  return blocks.en.flatMap((en) => {
    const fr = french.get(en.key);
    return fr === undefined
      ? []
      : [...quantityProblems({ en, fr }), ...linkProblems({ en, fr }, target, links, twins)];
  });
}

/** Quantities that one of two counterparts has and the other lacks. */
export function quantityProblems(pair: Readonly<Record<Locale, DocumentBlock>>): Problem[] {
  const texts = perLocale((locale) => joined(pair[locale]));
  return quantityDifferences(texts.en.text, texts.fr.text).flatMap(({ en, fr, near, exchanged, meant }) => {
    if (en !== undefined && fr !== undefined) {
      const there = texts.en.at(en.index);
      const values = { found: fr.text, theirs: en.text, other: there.file, line: there.line };
      const place = texts.fr.at(fr.index);
      if (meant !== undefined) return [problem('parity/number', place, { ...values, meant }, 'clocks')];
      return [problem('parity/number', place, values, exchanged ? 'exchanged' : 'differs')];
    }
    const [locale, found] = en === undefined ? (['fr', fr] as const) : (['en', en] as const);
    const lacking = otherLocale(locale);
    // Words in another language are not read, so what they say cannot be missed.
    if (found === undefined || pair[lacking].foreign) return [];
    const there = texts[lacking].at(near);
    const values = { found: found.text, other: there.file, line: there.line };
    return [problem('parity/number', texts[locale].at(found.index), values)];
  });
}
