import { createHash } from 'node:crypto';
import { Document, visit } from 'yaml';
import { z } from 'zod';
import { compareText, type Problem, problem } from '../model/problem.ts';
import { type Locale, locales } from '../model/values.ts';
import type { NoteBlock } from './notice/blocks.ts';
import { decode } from './yaml/decode.ts';
import { type Folder, readSource } from './files.ts';
import { readYaml } from './yaml/parse.ts';

/** What a block said in each language, as the beginning of a SHA-256, when the two were last agreed. */
export type Pair = Readonly<Record<Locale, string>>;
/** By the key of the block. */
export type Pairs = Readonly<Record<string, Pair>>;
/** By the id of the notice. */
export type Agreed = ReadonlyMap<string, Pairs>;

export const agreedFile = 'agreed.yml';

const agreedSchema = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ en: z.string(), fr: z.string() })),
);

/** Reads `agreed.yml`; nothing is agreed where there is none. */
export function readAgreed(content: Folder, problems: Problem[]): Agreed {
  if (!content.files.has(agreedFile)) return new Map();
  const source = readSource(`${content.path}/${agreedFile}`, problems);
  const facts = source && readYaml(source, problems);
  return new Map(Object.entries((facts && decode(agreedSchema, facts, problems)) ?? {}));
}

/** The text of `agreed.yml`, one line to a block, so that two people's changes meet as rarely as can be. */
export function agreedText(agreed: Agreed, comment: string): string {
  const sorted = [...agreed].toSorted(([a], [b]) => compareText(a, b));
  const document = new Document(Object.fromEntries(sorted));
  document.commentBefore = ` ${comment}`;
  visit(document, {
    Map: (_key, map, path) => {
      map.flow = path.filter((node) => 'items' in node).length === 2;
    },
  });
  return document.toString({ lineWidth: 0 });
}

type Blocks = Readonly<Record<Locale, readonly NoteBlock[]>>;

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
const hashOf = ({ written }: NoteBlock): string =>
  createHash('sha256').update(written.normalize().replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);

/** The blocks that stayed as they were agreed while their counterpart changed (contract 1.6). */
export function staleProblems(id: string, blocks: Blocks, agreed: Agreed): Problem[] {
  const former = agreed.get(id) ?? {};
  const now = pairsOf(blocks);
  return locales.flatMap((locale) => {
    const other = locale === 'en' ? 'fr' : 'en';
    const counterparts = new Map(blocks[other].map((block) => [block.key, block.place]));
    return blocks[locale].flatMap(({ key, place }) => {
      const [then, pair, changed] = [former[key], now[key], counterparts.get(key)];
      if (then === undefined || pair === undefined || changed === undefined) return [];
      if (then[locale] !== pair[locale] || then[other] === pair[other]) return [];
      return [problem('parity/stale', place, { id, found: key, other: changed.file, line: changed.line })];
    });
  });
}
