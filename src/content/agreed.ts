import { z } from 'zod';
import type { Problem } from '../model/problem.ts';
import type { Locale } from '../model/values.ts';
import { type Folder, readSource } from './files.ts';
import { decode } from './yaml/decode.ts';
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
