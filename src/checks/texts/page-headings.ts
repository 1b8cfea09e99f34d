import { type Document, divide } from '../../content/document/document.ts';
import { pageIds } from '../../content/pages.ts';
import { problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf, Texts } from '../context.ts';
import { idProblems, idsAstray } from './heading-ids.ts';

export const id = 'section/unknown';

/** A page has one heading of level 1, its title; its ids are unique (so for `id/*`). */
export const check: CheckOf<Pick<Texts, 'documents'>> = ({ documents }) =>
  locales.flatMap((locale) => {
    const document = documents[locale];
    if (document === undefined) return [];
    return [...titles(document), ...idsAstray(document), ...idProblems(pageIds(document))];
  });

const titles = (document: Document<unknown>) =>
  divide(document, document.body, 2)
    .divisions.filter(({ heading }) => heading.level === 1)
    .map(({ heading: { place, title } }) =>
      problem('section/unknown', place, { found: title }, 'level-one-page'),
    );
