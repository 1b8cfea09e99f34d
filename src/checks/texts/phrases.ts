import { type SaidAt, sayableAt } from '../../content/notice/sayable.ts';
import { type Sayable, valuesOf } from '../../language/phrases/fill.ts';
import { isVariable } from '../../language/phrases/phrase.ts';
import { plain, type Said, saidIn } from '../../language/phrases/recognize.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';

export const id = 'phrase/contradiction';

/** The phrases that the entries of a notice say are not taken back by its facts. */
export const check: CheckOf<CheckedNotice> = (notice, { phrases, site: { settings } }) => {
  const facts = notice.anchors.map((_, index) => sayableAt(notice, index, settings));
  return locales.flatMap((locale) => {
    const byKey = new Map((notice.blocks[locale] ?? []).map((block) => [block.key, block]));
    return notice.anchors.flatMap((anchor, index) => {
      const entry = facts[index];
      return entry === undefined
        ? []
        : (byKey.get(`timeline/${anchor}`)?.paragraphs ?? []).flatMap(({ text, quoted, at }) => {
            const said = quoted ? undefined : saidIn(text, phrases.all, locale);
            return said === undefined ? [] : contradictions(said, entry, locale, at(0));
          });
    });
  });
};

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
