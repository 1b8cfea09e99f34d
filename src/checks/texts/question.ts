import { divide } from '../../content/document/document.ts';
import { isEmpty } from '../../content/document/sections.ts';
import { problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf, Texts } from '../context.ts';
import { withoutId } from './heading-ids.ts';

export const id = 'facts/no-text';

/** Each of the standing questions has an id (so for `id/format`) and an answer. */
export const check: CheckOf<Pick<Texts, 'documents'>> = ({ documents }) =>
  locales.flatMap((locale) => {
    const document = documents[locale];
    const divisions = document === undefined ? [] : divide(document, document.body, 2).divisions;
    return divisions.flatMap(({ heading, block }) => {
      if (heading.level !== 2) return [];
      const { place, title } = heading;
      return [
        ...(heading.id === undefined ? [withoutId(heading)] : []),
        ...(isEmpty(block) ? [problem('facts/no-text', place, { found: title }, 'faq.empty')] : []),
      ];
    });
  });
