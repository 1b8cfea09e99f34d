import { bookOf, firstSet } from '../language/phrases/book.ts';
import type { Phrase } from '../language/phrases/phrase.ts';
import { suggest } from '../language/suggest.ts';
import { incidentPhases } from '../model/incident.ts';
import { maintenancePhases } from '../model/maintenance.ts';
import { problem } from '../model/problem.ts';
import type { Folder, Read } from './files.ts';
import { phrasesSchema } from './schema/phrases.ts';
import { decode } from './yaml/decode.ts';
import { emptyYaml, type YamlDocument } from './yaml/document.ts';
import { readYamlFile } from './yaml/parse.ts';

const phrasesFile = 'phrases.yml';

/** The phrases that a team may say: the program's, and its own, whose places are known. */
export interface PhraseBook {
  readonly all: readonly Phrase[];
  readonly own: readonly Phrase[];
  readonly facts: YamlDocument;
}

/** Reads `phrases.yml`; where there is none, or where it has errors, the book is the program's. */
export function readPhrases(content: Folder): Read<PhraseBook> {
  const file = `${content.path}/${phrasesFile}`;
  const firstBook = { all: firstSet, own: [], facts: emptyYaml(file) };
  if (!content.files.has(phrasesFile)) return { value: firstBook, problems: [] };
  const written = readYamlFile(file);
  const { value: data, problems } = decode(phrasesSchema, written.value);
  const unread = [...written.problems, ...problems];
  if (data === undefined) return { value: firstBook, problems: unread };
  const facts = written.value;
  const own = Object.entries(data.phrases ?? {}).map(
    ([name, { phase = [...incidentPhases, ...maintenancePhases], says = {}, en, fr }]): Phrase => ({
      name,
      phase,
      says,
      en,
      fr,
    }),
  );
  const off = data.off ?? [];
  return {
    value: { all: bookOf(own, off), own, facts },
    problems: [...unread, ...unknownPhrases(off, facts)],
  };
}

function unknownPhrases(off: readonly string[], facts: YamlDocument) {
  const known = firstSet.map(({ name }) => name);
  return off.flatMap((found, index) => {
    if (found === 'all' || known.includes(found)) return [];
    const meant = suggest(found, known);
    const variant = meant === undefined ? undefined : 'nearest';
    return [problem('phrase/unknown', facts.at(['off', index]), { found, meant: meant ?? '' }, variant)];
  });
}
