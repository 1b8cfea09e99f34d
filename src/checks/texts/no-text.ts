import { isEmpty } from '../../content/document/sections.ts';
import { placeIn } from '../../content/files.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { titleText } from '../../model/sections.ts';
import { mayWait } from '../../model/site.ts';
import { type Locale, locales, otherLocale } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'facts/no-text';

/**
 * Facts without their words (so for `timeline/no-text`): an error, or a warning where that language may be late and
 * the other has the words.
 */
export const check: CheckOf<ReadNotice> = (notice, { site: { settings } }) =>
  locales.flatMap((locale) => {
    if (notice.texts[locale] === undefined) return [];
    const late = mayWait(locale, settings.mayBeLate);
    return [
      ...withoutWords(notice, locale, late),
      ...withoutApology(notice, locale, late),
      ...withoutAnswer(notice, locale, late),
    ];
  });

function withoutWords({ texts }: ReadNotice, locale: Locale, late: boolean): readonly Problem[] {
  const other = texts[otherLocale(locale)];
  const missing = texts[locale]?.matched.missing ?? [];
  const elsewhere = new Set(other?.matched.missing.map(({ values }) => String(values.found)));
  return missing.map((one) =>
    late && other !== undefined && !elsewhere.has(String(one.values.found))
      ? problem('parity/late', one.place, one.values, 'block')
      : one,
  );
}

/** A question needs its answer. */
function withoutAnswer({ texts }: ReadNotice, locale: Locale, late: boolean): readonly Problem[] {
  const questionsOf = (one: Locale) => texts[one]?.sections.byName.get('faq')?.parts ?? [];
  const other = otherLocale(locale);
  const answered = new Set(
    questionsOf(other).flatMap(({ heading, block }) => (isEmpty(block) ? [] : [heading.id])),
  );
  return questionsOf(locale)
    .filter(({ block }) => isEmpty(block))
    .map(({ heading: { title, id, place } }) =>
      late && id !== undefined && answered.has(id)
        ? problem('parity/late', place, { found: title }, 'block')
        : problem('facts/no-text', place, { found: title }, 'faq.empty'),
    );
}

/** `apology:` in the facts needs the section. */
function withoutApology(
  { kind, data, facts, texts }: ReadNotice,
  locale: Locale,
  late: boolean,
): readonly Problem[] {
  const text = texts[locale];
  if (kind !== 'incident' || data.apology === undefined || text === undefined) return [];
  const section = text.sections.byName.get('apology');
  if (section !== undefined && !isEmpty(section.whole)) return [];
  const place = section?.heading.place ?? placeIn(text.document.file);
  const at = facts.atKey(['apology']);
  const title = titleText('apology')[locale];
  const values = { found: title, section: title, factsFile: at.file, factsLine: at.line };
  const other = otherLocale(locale);
  const elsewhere = texts[other]?.sections.byName.has('apology') === true;
  return [
    late && elsewhere
      ? problem('parity/late', place, values, 'block')
      : problem('facts/no-text', place, values, 'apology'),
  ];
}
