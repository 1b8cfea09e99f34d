import { isEmpty } from '../../content/document/sections.ts';
import type { ReadNotice, Text } from '../../content/notice/read.ts';
import type { Problem } from '../../model/problem.ts';
import { mayWait } from '../../model/site.ts';
import { locales, otherLocale } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';
import { lacking } from './parity.ts';

export const id = 'parity/id';

/** The texts for messages that an entry has in one language and lacks in the other. */
export const check: CheckOf<ReadNotice> = ({ texts }, { site: { settings } }) =>
  locales.flatMap((locale) => {
    const [ours, theirs] = [texts[locale], texts[otherLocale(locale)]];
    return ours && theirs ? lackingShorts(ours, theirs, mayWait(locale, settings.mayBeLate)) : [];
  });

function lackingShorts(text: Text, other: Text, late: boolean): readonly Problem[] {
  const ours = text.matched.parts.get('timeline');
  return [...(other.matched.parts.get('timeline') ?? [])].flatMap(([anchor, theirs]) => {
    const entry = ours?.get(anchor);
    if (entry === undefined) return [];
    const here = new Set(entry.shorts?.filter(({ block }) => !isEmpty(block)).map(({ kind }) => kind));
    const lacks = (theirs.shorts ?? []).filter(({ kind, block }) => !isEmpty(block) && !here.has(kind));
    return lacks.map(({ kind, heading: { place } }) => {
      const own = entry.shorts?.find((one) => one.kind === kind)?.heading.place ?? entry.heading.place;
      const values = { found: kind, other: place.file, line: place.line };
      return lacking('parity/id', own, values, 'short', late);
    });
  });
}
