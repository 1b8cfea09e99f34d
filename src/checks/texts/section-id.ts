import { anchorsIn } from '../../content/document/sections.ts';
import type { ReadNotice, Text } from '../../content/notice/read.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { isOfTimes, sectionKinds, sectionNames } from '../../model/sections.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';
import { idProblems, idsAstray, withoutId } from './heading-ids.ts';

export const id = 'id/format';

/**
 * The ids of a notice's headings are ids, and stand where they belong. They, the apology's roles and the names of
 * sections are one namespace, for all are anchors of one page: so for `id/duplicate`.
 */
export const check: CheckOf<ReadNotice> = ({ texts }) =>
  locales.flatMap((locale) => {
    const text = texts[locale];
    if (text === undefined) return [];
    const { document, sections } = text;
    return [
      ...idProblems(anchorsIn(document, sections.byName), takenBy),
      ...shortIds(text),
      ...sectionIds(text),
      ...idsAstray(document),
    ];
  });

/** `t-20240302`, `c-20240302-2` are what the program calls entries and corrections of a day. */
function takenBy(found: string): string | undefined {
  if (/^[tc]-\d{8}(?:-\d+)?$/.test(found)) return 'anchor';
  return sectionNames.some((name) => name === found) ? 'section' : undefined;
}

/** Of texts for messages an entry has one of each kind. */
const shortIds = ({ sections }: Text): readonly Problem[] =>
  (sections.byName.get('timeline')?.parts ?? []).flatMap(({ shorts = [] }) =>
    idProblems(shorts.map(({ kind, heading }) => ({ id: kind, place: heading.place }))),
  );

const sectionIds = ({ sections }: Text): readonly Problem[] =>
  [...sections.byName.values()].flatMap(({ name, parts }) => {
    const { headings } = sectionKinds[name];
    return parts.flatMap(({ heading }) => {
      if (isOfTimes(name) && heading.id !== undefined)
        return [problem('id/format', heading.place, { found: heading.id }, 'timed')];
      if (heading.id !== undefined || (headings !== 'ids' && headings !== 'questions')) return [];
      return [withoutId(heading, headings === 'ids' ? 'fact' : undefined)];
    });
  });
