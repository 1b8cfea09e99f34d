import { type Problem, problem } from '../../model/problem.ts';
import type { Settings } from '../../model/site.ts';
import { type Locale, locales } from '../../model/values.ts';
import { type Folder, nearlyNamed, placeIn } from '../../content/files.ts';
import { isEmpty } from '../../content/document/sections.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { titleText } from '../../content/document/section-titles.ts';

/** Whether a language may be published later than the other (contract 1.6). */
export const mayWait = (locale: Locale, mayBeLate: Settings['mayBeLate']): boolean =>
  mayBeLate === 'any' || (mayBeLate === 'en' && locale === 'en');

/** What one language lacks: an error, or a warning where that language may be late and the other has the text. */
export function lateProblems(notice: ReadNotice, mayBeLate: Settings['mayBeLate']): Problem[] {
  const { folder, texts } = notice;
  const missing = locales.filter((locale) => !folder.files.has(`${locale}.md`));
  if (missing.length === locales.length) {
    return missing.map((locale) => {
      const near = nearlyNamed(folder, `${locale}.md`);
      const place = placeIn(`${folder.path}/${locale}.md`);
      if (near !== undefined)
        return problem('file/missing', place, { found: near, meant: `${locale}.md` }, 'named');
      return problem('file/missing', place, { locale }, 'text');
    });
  }
  return locales.flatMap((locale): Problem[] => {
    const late = mayWait(locale, mayBeLate);
    if (missing.includes(locale)) return [fileProblem(folder, locale, late)];
    const text = texts[locale];
    if (text === undefined) return [];
    const other = locales.find((one) => one !== locale) ?? locale;
    const elsewhere = new Set(texts[other]?.matched.missing.map(({ values }) => String(values.found)));
    const blocks = text.matched.missing.map((one) =>
      late && texts[other] !== undefined && !elsewhere.has(String(one.values.found))
        ? problem('parity/late', one.place, one.values, 'block')
        : one,
    );
    return [...blocks, ...withoutApology(notice, locale, late), ...withoutAnswer(notice, locale, late)];
  });
}

export function fileProblem(folder: Folder, locale: Locale, late: boolean): Problem {
  const place = placeIn(`${folder.path}/${locale}.md`);
  const near = nearlyNamed(folder, `${locale}.md`);
  if (near !== undefined)
    return problem('parity/file', place, { found: near, meant: `${locale}.md` }, 'named');
  return late ? problem('parity/late', place, { locale }, 'file') : problem('parity/file', place, { locale });
}

/** A question needs its answer. */
function withoutAnswer({ texts }: ReadNotice, locale: Locale, late: boolean): Problem[] {
  const questionsOf = (one: Locale) => texts[one]?.sections.byName.get('faq')?.parts ?? [];
  const other = locales.find((one) => one !== locale) ?? locale;
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
function withoutApology({ kind, data, facts, texts }: ReadNotice, locale: Locale, late: boolean): Problem[] {
  const text = texts[locale];
  if (kind !== 'incident' || data.apology === undefined || text === undefined) return [];
  const section = text.sections.byName.get('apology');
  if (section !== undefined && !isEmpty(section.whole)) return [];
  const place = section?.heading.place ?? placeIn(text.note.file);
  const at = facts.atKey(['apology']);
  const title = titleText('apology')[locale];
  const values = { found: title, section: title, factsFile: at.file, factsLine: at.line };
  const other = locales.find((one) => one !== locale) ?? locale;
  const elsewhere = texts[other]?.sections.byName.has('apology') === true;
  return [
    late && elsewhere
      ? problem('parity/late', place, values, 'block')
      : problem('facts/no-text', place, values, 'apology'),
  ];
}
