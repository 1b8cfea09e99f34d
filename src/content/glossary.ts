import type { Glossary } from '../language/wording/glossary.ts';
import type { Problem } from '../model/problem.ts';
import { type Folder, readSource } from './files.ts';
import { glossarySchema } from './schema/fields.ts';
import { decode } from './yaml/decode.ts';
import { readYaml } from './yaml/parse.ts';

/** Reads `glossary.yml`: terms of the team's own, and those of the program that it switches off. */
export function readGlossary(content: Folder, problems: Problem[]): Glossary {
  const none: Glossary = { terms: [], off: [] };
  if (!content.files.has('glossary.yml')) return none;
  const source = readSource(`${content.path}/glossary.yml`, problems);
  const facts = source && readYaml(source, problems);
  const data = facts && decode(glossarySchema, facts, problems);
  return data === undefined ? none : { terms: data.terms ?? [], off: data.off ?? [] };
}
