import { readFileSync } from 'node:fs';
import type { QuantityDifference } from '../../src/language/quantities/quantities.ts';

/** A pair of texts with what stands in one only, as written there (`test/fixtures/parity-number/`). */
export interface Pair {
  readonly title: string;
  readonly en: string;
  readonly fr: string;
  readonly only: readonly string[];
}

/** Reads a table of pairs; throws where a pair has no text, or a line is neither a field nor a note. */
export function pairsIn(file: string): readonly Pair[] {
  const source = readFileSync(new URL(`../fixtures/parity-number/${file}`, import.meta.url), 'utf8');
  const visible = source
    .replaceAll('⍽', '\u00a0')
    .replaceAll('⎵', '\u202f')
    .replace(/\n {4}/g, '\u0000');
  return visible
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const lines = block.split('\n').map((line) => line.replaceAll('\u0000', '\n'));
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const [title = ''] = lines;
      const [en, fr] = [field('en'), field('fr')];
      if (en === undefined || fr === undefined) throw new Error(`${file}: “${title}” lacks a text`);
      return { title, en, fr, only: lines.filter((line) => /^only (?:en|fr): /.test(line)) };
    });
}

/** A difference as the table writes it: `only en: $15`, and `only fr: 16 $` where the French has that in its place. */
export const asWritten = ({ en, fr }: QuantityDifference): readonly string[] => [
  ...(en ? [`only en: ${en.text}`] : []),
  ...(fr ? [`only fr: ${fr.text}`] : []),
];
