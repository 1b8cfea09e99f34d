import { placeIn } from '../../content/files.ts';
import { problem } from '../../model/problem.ts';
import { locales, otherLocale } from '../../model/values.ts';
import type { CheckOf, Texts } from '../context.ts';
import { numberProblems } from './parity.ts';

export const id = 'parity/id';

/** The texts of a page or of the standing questions have the same ids, and the same numbers under each. */
export const check: CheckOf<Texts> = ({ documents, blocks: { en, fr }, target }, { links, site }) => {
  if (en === undefined || fr === undefined) return [];
  const both = { en, fr };
  const missing = locales.flatMap((locale) => {
    const keys = new Set(both[locale].map(({ key }) => key));
    return both[otherLocale(locale)].flatMap(({ key, place }) => {
      if (keys.has(key) || !key.startsWith('#')) return [];
      const values = { found: key.slice(1), other: place.file, line: place.line };
      return [problem('parity/id', placeIn(documents[locale]?.file ?? ''), values)];
    });
  });
  return [...numberProblems(both, target, links, site.settings.twins), ...missing];
};
