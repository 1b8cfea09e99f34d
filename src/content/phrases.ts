import { bookOf, firstSet } from '../language/phrases/book.ts';
import type { Phrase } from '../language/phrases/phrase.ts';
import { nearest } from '../language/suggest.ts';
import { incidentPhases } from '../model/incident.ts';
import { maintenancePhases } from '../model/maintenance.ts';
import { type Problem, problem } from '../model/problem.ts';
import { type Folder, readSource } from './files.ts';
import { phrasesSchema } from './schema/phrases.ts';
import { decode } from './yaml/decode.ts';
import { type Facts, noFacts } from './yaml/document.ts';
import { readYaml } from './yaml/parse.ts';

export const phrasesFile = 'phrases.yml';

/** The phrases that a team may say: the program's, and its own, whose places are known. */
export interface PhraseBook {
  readonly all: readonly Phrase[];
  readonly own: readonly Phrase[];
  readonly facts: Facts;
}

/** Reads `phrases.yml`; where there is none, the book is the program's. */
export function readPhrases(content: Folder, problems: Problem[]): PhraseBook {
  const file = `${content.path}/${phrasesFile}`;
  const source = content.files.has(phrasesFile) ? readSource(file, problems) : undefined;
  const facts = source && readYaml(source, problems);
  const data = facts && decode(phrasesSchema, facts, problems);
  if (facts === undefined || data === undefined) return { all: firstSet, own: [], facts: noFacts(file) };
  const own = Object.entries(data.phrases ?? {}).map(
    ([name, { phase = [...incidentPhases, ...maintenancePhases], says = {}, en, fr }]): Phrase => ({
      name,
      phase,
      says,
      en,
      fr,
    }),
  );
  const known = firstSet.map(({ name }) => name);
  data.off?.forEach((found, index) => {
    if (found === 'all' || known.includes(found)) return;
    const meant = nearest(found, known);
    const values = { found, meant: meant ?? '' };
    problems.push(
      problem(
        'phrase/unknown',
        facts.at(['off', index]),
        values,
        meant === undefined ? undefined : 'nearest',
      ),
    );
  });
  return { all: bookOf(own, data.off ?? []), own, facts };
}
