import type { Locale } from '../../model/values.ts';
import { type WordingFamily, wordingFamilies } from '../../model/wording.ts';
import type { Finding } from '../text/finding.ts';
import { matchesOf } from '../text/matches.ts';
import { type Pattern, patternOf } from './pattern.ts';
import { lexicons, phrasesIn } from './phrases.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

interface Family {
  readonly rule: `wording/${WordingFamily}`;
  readonly unless: readonly Pattern[];
  readonly far: boolean;
}

/** The patterns of one language, found by a word that any of their matches holds. */
interface Table {
  readonly byWord: ReadonlyMap<string, readonly { readonly pattern: Pattern; readonly family: Family }[]>;
}

interface Match {
  readonly index: number;
  readonly end: number;
}

/**
 * The phrases of the thirty families in one paragraph: `text` is plain, with U+FFFC where code
 * stands. What is quoted, what is code and what is asked is left alone. In order of index, then of the table; in
 * time linear in the text.
 */
export function wordingFindings(text: string, locale: Locale): Finding[] {
  const sentences = sentencesOf(text, 'silent');
  const findings: Finding[] = [];
  const silencedHere = new Map<Family, boolean>();
  for (const sentence of sentences) {
    if (sentence.asks) continue;
    for (const [family, matches] of matchesIn(sentence, tableOf(locale))) {
      const known = family.far ? silencedHere.get(family) : undefined;
      const silenced = known ?? isSilenced(family, family.far ? sentences : [sentence]);
      if (family.far) silencedHere.set(family, silenced);
      if (silenced) continue;
      for (const { index, end } of apart(matches)) {
        const found = text.slice(index, end).replace(/\s+/gu, ' ');
        findings.push({ rule: family.rule, index, length: end - index, values: { found } });
      }
    }
  }
  return findings.sort((a, b) => a.index - b.index || orderOf(a.rule) - orderOf(b.rule));
}

const isSilenced = ({ unless }: Family, scope: readonly Sentence[]): boolean =>
  scope.some(({ words }) => unless.some(({ regex }) => words.search(regex) >= 0));

function matchesIn(sentence: Sentence, { byWord }: Table): ReadonlyMap<Family, Match[]> {
  const tried = new Set<Pattern>();
  const matches = new Map<Family, Match[]>();
  for (const { word } of sentence.places) {
    for (const { pattern, family } of byWord.get(word) ?? []) {
      if (tried.has(pattern)) continue;
      tried.add(pattern);
      const found = placedMatches(pattern, sentence);
      if (found.length > 0) matches.set(family, [...(matches.get(family) ?? []), ...found]);
    }
  }
  return matches;
}

/** From places in the folded words back to places in the text. */
function placedMatches({ regex }: Pattern, { words, places }: Sentence): Match[] {
  const matches: Match[] = [];
  let place = 0;
  for (const match of matchesOf(words, regex)) {
    const until = match.index + match[0].length;
    while ((places[place]?.at ?? until) < match.index) place += 1;
    const index = places[place]?.index ?? 0;
    while ((places[place + 1]?.at ?? until) < until) place += 1;
    matches.push({ index, end: places[place]?.end ?? index });
  }
  return matches;
}

/** The leftmost, then the longest of matches that overlap. */
function apart(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => a.index - b.index || b.end - a.end)) {
    if (match.index >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  }
  return kept;
}

const orders: ReadonlyMap<string, number> = new Map(
  wordingFamilies.map((name, order) => [`wording/${name}`, order]),
);
const orderOf = (rule: string): number => orders.get(rule) ?? wordingFamilies.length;

const tables: Partial<Record<Locale, Table>> = {};

/** Compiled at the first paragraph of a language. */
function tableOf(locale: Locale): Table {
  const ready = tables[locale];
  if (ready !== undefined) return ready;
  const lexicon = lexicons[locale];
  const byWord = new Map<string, { pattern: Pattern; family: Family }[]>();
  for (const name of wordingFamilies) {
    const { say, unless = [], within } = phrasesIn[locale][name];
    const family: Family = {
      rule: `wording/${name}`,
      unless: unless.map((written) => patternOf(written, lexicon)),
      far: within === 'paragraph',
    };
    for (const pattern of say.map((written) => patternOf(written, lexicon))) {
      if (pattern.triggers.length === 0)
        throw new Error(`a pattern of ${family.rule} has no word to look for`);
      for (const word of new Set(pattern.triggers)) {
        const entries = byWord.get(word) ?? [];
        byWord.set(word, entries);
        entries.push({ pattern, family });
      }
    }
  }
  const table = { byWord };
  tables[locale] = table;
  return table;
}
