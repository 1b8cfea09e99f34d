import type { Glossary } from '../language/wording/glossary.ts';
import type { Folder, Read } from './files.ts';
import { glossarySchema } from './schema/site.ts';
import { decode } from './yaml/decode.ts';
import { readYamlFile } from './yaml/parse.ts';

/** Reads `glossary.yml`: terms of the team's own, and those of the program that it switches off. */
export function readGlossary(content: Folder): Read<Glossary> {
  if (!content.files.has('glossary.yml')) return { value: { terms: [], off: [] }, problems: [] };
  const written = readYamlFile(`${content.path}/glossary.yml`);
  const { value, problems } = decode(glossarySchema, written.value);
  return {
    value: { terms: value?.terms ?? [], off: value?.off ?? [] },
    problems: [...written.problems, ...problems],
  };
}
