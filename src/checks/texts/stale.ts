import { createHash } from 'node:crypto';
import type { Agreed, Pairs } from '../../content/agreed.ts';
import type { DocumentBlock } from '../../content/notice/blocks.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { type Locale, locales, otherLocale } from '../../model/values.ts';

type Blocks = Readonly<Record<Locale, readonly DocumentBlock[]>>;

/** The pairs of texts that a notice has now. A block in one language only is told elsewhere. */
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

/** The blocks that stayed as they were agreed while their counterpart changed (contract 1.6). */
export function staleProblems(id: string, blocks: Blocks, agreed: Agreed): Problem[] {
  const former = agreed.get(id) ?? {};
  const now = pairsOf(blocks);
  return locales.flatMap((locale) => {
    const other = otherLocale(locale);
    const counterparts = new Map(blocks[other].map((block) => [block.key, block.place]));
    return blocks[locale].flatMap(({ key, place }) => {
      const [then, pair, changed] = [former[key], now[key], counterparts.get(key)];
      if (then === undefined || pair === undefined || changed === undefined) return [];
      if (then[locale] !== pair[locale] || then[other] === pair[other]) return [];
      return [problem('parity/stale', place, { id, found: key, other: changed.file, line: changed.line })];
    });
  });
}
