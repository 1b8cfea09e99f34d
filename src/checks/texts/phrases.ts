import type { NoteBlock } from '../../content/notice/blocks.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { type SaidAt, sayableAt } from '../../content/notice/sayable.ts';
import type { PhraseBook } from '../../content/phrases.ts';
import { type Sayable, valuesOf } from '../../language/phrases/fill.ts';
import { isVariable, openIn, type Phrase, variables } from '../../language/phrases/phrase.ts';
import { plain, type Said, saidIn } from '../../language/phrases/recognize.ts';
import { nearest } from '../../language/suggest.ts';
import { opaque } from '../../language/typography/typography.ts';
import type { Glossary } from '../../language/wording/glossary.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import type { Settings } from '../../model/site.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { InEach } from '../../model/words.ts';
import { quantityProblems } from './parity.ts';
import { lintProblems } from './prose.ts';

/** What is amiss with a team's own phrases: their variables, their numbers, and their words. */
export function bookProblems({ own, facts }: PhraseBook, glossary: Glossary): Problem[] {
  return own.flatMap((phrase) => {
    const place = (locale: Locale) => facts.at(['phrases', phrase.name, locale]);
    const en = blockOf(phrase, 'en', place('en'));
    const fr = blockOf(phrase, 'fr', place('fr'));
    return [
      ...locales.flatMap((locale) => variableProblems(phrase, locale, place(locale))),
      ...quantityProblems({ en, fr }),
      ...lintProblems([en], 'en', glossary),
      ...lintProblems([fr], 'fr', glossary),
    ];
  });
}

function variableProblems(phrase: Phrase, locale: Locale, place: Place): Problem[] {
  const other = locale === 'en' ? 'fr' : 'en';
  const here = openIn(phrase[locale]);
  const unknown = here
    .filter((name) => !isVariable(name))
    .map((found) => {
      const meant = nearest(found, variables);
      const values = {
        found: braced(found),
        allowed: variables.map(braced).join(', '),
        meant: braced(meant ?? ''),
      };
      return problem('phrase/variable', place, values, meant === undefined ? undefined : 'nearest');
    });
  const missing = openIn(phrase[other])
    .filter((name) => isVariable(name) && !here.includes(name))
    .map((found) =>
      problem('phrase/variable', place, { name: phrase.name, found: braced(found) }, `missing.${other}`),
    );
  return [...unknown, ...missing];
}

const braced = (name: string): string => `{${name}}`;

/** A phrase as a paragraph, its variables as words that nothing is known of. */
function blockOf(phrase: Phrase, locale: Locale, place: Place): NoteBlock {
  const text = phrase[locale].replace(/\{[^{}\s]{1,40}\}/g, opaque);
  const paragraph = { text, heading: false, quoted: false, at: () => place };
  return { key: phrase.name, place, written: text, paragraphs: [paragraph], references: [], foreign: false };
}

/** The phrases that the entries of a notice say and that its facts take back. */
export function phraseProblems(
  notice: ReadNotice,
  blocks: InEach<readonly NoteBlock[]>,
  book: readonly Phrase[],
  settings: Settings,
): Problem[] {
  const facts = notice.anchors.map((_, index) => sayableAt(notice, index, settings));
  return locales.flatMap((locale) => {
    const byKey = new Map((blocks[locale] ?? []).map((block) => [block.key, block]));
    return notice.anchors.flatMap((anchor, index) => {
      const entry = facts[index];
      return entry === undefined
        ? []
        : (byKey.get(`timeline/${anchor}`)?.paragraphs ?? []).flatMap(({ text, quoted, at }) => {
            const said = quoted ? undefined : saidIn(text, book, locale);
            return said === undefined ? [] : contradictions(said, entry, locale, at(0));
          });
    });
  });
}

function contradictions(said: Said, entry: SaidAt, locale: Locale, place: Place): Problem[] {
  const { phrase } = said;
  const told = (fact: string, key: string, variant?: string) =>
    problem('phrase/contradiction', place, { name: phrase.name, key, fact }, variant);
  const problems: Problem[] = [];
  if (!phrase.phase.includes(entry.phase))
    problems.push(
      problem(
        'phrase/contradiction',
        place,
        { name: phrase.name, key: 'phase', fact: entry.phase, allowed: phrase.phase.join(', ') },
        'phase',
      ),
    );
  const { state, data_loss, cause } = phrase.says;
  if (state !== undefined && !entry.states.includes(state)) problems.push(told(state, 'services', 'state'));
  if (data_loss !== undefined && entry.dataLoss !== undefined && data_loss !== entry.dataLoss)
    problems.push(told(entry.dataLoss, 'data_loss'));
  if (cause !== undefined && entry.cause !== undefined && cause !== entry.cause)
    problems.push(told(entry.cause, 'cause'));
  return [...problems, ...valueProblems(said, entry.sayable, locale, place)];
}

/** The words in the place of a variable that are not those of the facts. */
function valueProblems({ phrase, values }: Said, facts: Sayable, locale: Locale, place: Place): Problem[] {
  const right = valuesOf(facts, locale);
  return Object.entries(values).flatMap(([name, found]) => {
    if (!isVariable(name)) return [];
    const meant = right[name];
    if (meant !== undefined && plain(meant) === plain(found)) return [];
    // Of several services some may be named; of several amounts too.
    if (meant !== undefined && (name === 'service' || name === 'region' || name === 'amount')) {
      const known = plain(meant);
      const parts = plain(found).split(/, | and | et /);
      if (parts.every((part) => known.includes(part))) return [];
    }
    const said = { name: phrase.name, found, key: name, fact: meant ?? '' };
    return [problem('phrase/contradiction', place, said, meant === undefined ? 'no-fact' : 'value')];
  });
}
