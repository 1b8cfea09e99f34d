import { createHash } from 'node:crypto';
import type { Pairs } from '../../content/agreed.ts';
import type { DocumentBlock } from '../../content/notice/blocks.ts';
import { problem } from '../../model/problem.ts';
import { type Locale, locales, otherLocale } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';

type Blocks = Readonly<Record<Locale, readonly DocumentBlock[]>>;

/** The pairs of texts that a notice has now. A block in one language only has none. */
export function pairsOf({ en, fr }: Blocks): Pairs {
  const french = new Map(fr.map((block) => [block.key, block]));
  return Object.fromEntries(
    en.flatMap((block) => {
      const other = french.get(block.key);
      return other === undefined ? [] : [[block.key, { en: hashOf(block), fr: hashOf(other) }]];
    }),
  );
}

/** White space does not matter: a paragraph may be filled anew. */
const hashOf = ({ written }: DocumentBlock): string =>
  createHash('sha256').update(written.normalize().replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);

export const id = 'parity/stale';

/** The blocks that stayed as they were agreed while their counterpart changed. */
export const check: CheckOf<CheckedNotice> = ({ id: notice, blocks: { en, fr } }, { agreed }) => {
  const former = agreed.get(notice);
  if (former === undefined || en === undefined || fr === undefined) return [];
  const blocks = { en, fr };
  const now = pairsOf(blocks);
  return locales.flatMap((locale) => {
    const other = otherLocale(locale);
    const counterparts = new Map(blocks[other].map((block) => [block.key, block.place]));
    return blocks[locale].flatMap(({ key, place }) => {
      const [then, pair, changed] = [former[key], now[key], counterparts.get(key)];
      if (then === undefined || pair === undefined || changed === undefined) return [];
      if (then[locale] !== pair[locale] || then[other] === pair[other]) return [];
      const values = { id: notice, found: key, other: changed.file, line: changed.line };
      return [problem('parity/stale', place, values)];
    });
  });
};
