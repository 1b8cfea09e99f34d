import { type Document, divide, type Heading } from '../../content/document/document.ts';
import { placeIn } from '../../content/files.ts';
import { idFrom } from '../../content/schema/scalars.ts';
import { problem } from '../../model/problem.ts';
import { locales, otherLocale } from '../../model/values.ts';
import type { CheckOf, Texts } from '../context.ts';
import { numberProblems } from './parity.ts';

export const id = 'parity/id';

/** The texts of a page or of the standing questions have the same ids (so for `id/format`), and the same numbers under each. */
export const check: CheckOf<Texts> = ({ documents, blocks: { en, fr }, target }, { links, site }) => {
  if (en === undefined || fr === undefined) return [];
  const both = { en, fr };
  const missing = locales.flatMap((locale) => {
    const [ours, theirs] = [headingsOf(documents[locale]), headingsOf(documents[otherLocale(locale)])];
    const here = new Set(ours.map((heading) => heading.id));
    const lacks = theirs.filter((heading) => heading.id !== undefined && !here.has(heading.id));
    // As many headings that have no id: each is the counterpart of one.
    const bare = ours.filter(({ id, title }) => id === undefined && idFrom(title) !== undefined);
    const pairs = bare.length === lacks.length ? bare : [];
    return lacks.map(({ id: found = '', place: { file, line } }, index) => {
      const mine = pairs[index];
      const values = { found: mine?.title ?? found, suggestion: found, other: file, line };
      if (mine !== undefined) return problem('id/format', mine.place, values, 'missing.counterpart');
      return problem('parity/id', placeIn(documents[locale]?.file ?? ''), values);
    });
  });
  return [...numberProblems(both, target, links, site.settings.twins), ...missing];
};

const headingsOf = (document: Document<unknown> | undefined): readonly Heading[] =>
  document === undefined
    ? []
    : divide(document, document.body, 2).divisions.flatMap(({ heading }) =>
        heading.level === 2 ? [heading] : [],
      );
