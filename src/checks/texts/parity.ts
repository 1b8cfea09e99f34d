import { headingIds, isEmpty } from '../../content/document/sections.ts';
import { placeIn } from '../../content/files.ts';
import type { Links } from '../../content/links/resolve.ts';
import type { Target } from '../../content/links/targets.ts';
import { type DocumentBlock, joined } from '../../content/notice/blocks.ts';
import type { ReadNotice, Text } from '../../content/notice/read.ts';
import { idFrom, isId } from '../../content/schema/fields.ts';
import { quantityDifferences } from '../../language/quantities/quantities.ts';
import { isFault, type Place, type Problem, problem } from '../../model/problem.ts';
import type { RuleId } from '../../model/rules.ts';
import { isOfIds, isOfTimes, type SectionName, sectionKinds, titleText } from '../../model/sections.ts';
import { mayWait, type Settings } from '../../model/site.ts';
import { type Locale, locales, otherLocale } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';
import { roleMeant } from './apology.ts';

export const id = 'parity/*';

/** What one text of a notice has and the other lacks: sections, ids, numbers and links (contract 1.6). */
export const check: CheckOf<CheckedNotice> = (notice, { site: { settings }, links }) => {
  const { en, fr } = notice.blocks;
  return [
    ...parityProblems(notice, settings.mayBeLate),
    ...(en === undefined || fr === undefined ? [] : numberProblems({ en, fr }, notice.target, links)),
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

function lacking(
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
): Problem[] {
  const french = new Map(blocks.fr.map((block) => [block.key, block]));
  return blocks.en.flatMap((en) => {
    const fr = french.get(en.key);
    return fr === undefined
      ? []
      : [...quantityProblems({ en, fr }), ...linkProblems({ en, fr }, target, links)];
  });
}

function quantityProblems(pair: Readonly<Record<Locale, DocumentBlock>>): Problem[] {
  const en = joined(pair.en);
  const fr = joined(pair.fr);
  return quantityDifferences(en.text, fr.text).flatMap(({ missingIn, quantity }) => {
    // Words in another language are not read, so what they say cannot be missed.
    if (pair[missingIn].foreign) return [];
    const place = (missingIn === 'en' ? fr : en).at(quantity.index);
    const lacks = pair[missingIn].place;
    return [problem('parity/number', place, { found: quantity.text, other: lacks.file, line: lacks.line })];
  });
}

/** The same number of links to each outside host, and the same targets inside. */
function linkProblems(
  pair: Readonly<Record<Locale, DocumentBlock>>,
  target: Target,
  links: Links,
): Problem[] {
  const destinations = {
    en: destinationsOf(pair.en, 'en', target, links),
    fr: destinationsOf(pair.fr, 'fr', target, links),
  };
  return locales.flatMap((locale) => {
    const counts = new Map<string, number>();
    for (const { to } of destinations[otherLocale(locale)]) counts.set(to, (counts.get(to) ?? 0) + 1);
    const other = pair[otherLocale(locale)].place;
    // A link that leads nowhere may be the counterpart of any other, and has its own problem.
    let astray = counts.get(nowhere) ?? 0;
    return destinations[locale].flatMap(({ to, place, written, isNumber }) => {
      const left = counts.get(to) ?? 0;
      counts.set(to, left - 1);
      if (left > 0 || to === nowhere || isNumber || astray-- > 0) return [];
      return [
        problem('parity/number', place, { found: written, other: other.file, line: other.line }, 'link'),
      ];
    });
  });
}

function destinationsOf({ references }: DocumentBlock, locale: Locale, target: Target, links: Links) {
  return references.flatMap(({ kind, target: written, place, isBare }) => {
    if (kind === 'image') return [];
    // The digits of a telephone number that stands in the words are compared as a number.
    const isNumber = isBare && /^tel:/i.test(written);
    return [{ to: destinationOf(written, locale, target, links), place, written, isNumber }];
  });
}

const nowhere = '';

/** A host, a telephone or an e-mail address; or the folder and anchor of what lies inside. */
function destinationOf(written: string, locale: Locale, target: Target, links: Links): string {
  // A mailbox may differ by language; a telephone number is a number.
  if (/^mailto:/i.test(written)) return 'mailto';
  if (/^tel:/i.test(written)) return `tel:${written.replace(/\D/g, '')}`;
  if (/^https?:/i.test(written))
    return URL.canParse(written) ? new URL(written).hostname.replace(/^www\./, '') : nowhere;
  const link = links.resolve(written, target, locale);
  return isFault(link) ? nowhere : (link.inside ?? nowhere);
}
