import type { ReadNotice } from '../../content/notice/read.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { isOfIds } from '../../model/sections.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'facts/no-fact';

/** Words without their fact; so for `timeline/no-fact`. */
export const check: CheckOf<ReadNotice> = (notice) =>
  locales.flatMap((locale) => [
    ...(notice.texts[locale]?.matched.withoutFact ?? []),
    ...apologyWithoutFact(notice, locale),
    ...ofMaintenance(notice, locale),
  ]);

function apologyWithoutFact(notice: ReadNotice, locale: Locale): readonly Problem[] {
  const { kind, facts, data, texts } = notice;
  if (kind === 'incident' && (facts.unread('apology') || data.apology !== undefined)) return [];
  const section = texts[locale]?.sections.byName.get('apology');
  if (section === undefined) return [];
  const variant = kind === 'incident' ? 'apology' : 'apology.maintenance';
  return [problem('facts/no-fact', section.heading.place, {}, variant)];
}

/** Words under a section that no maintenance has facts for, and no page shows; below headings they are told by those. */
function ofMaintenance({ kind, texts }: ReadNotice, locale: Locale): readonly Problem[] {
  if (kind === 'incident') return [];
  return [...(texts[locale]?.sections.byName.values() ?? [])].flatMap(({ name, heading, parts }) =>
    isOfIds(name) && parts.length === 0
      ? [problem('facts/no-fact', heading.place, { found: heading.title }, `${name}.maintenance`)]
      : [],
  );
}
