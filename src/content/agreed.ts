import { z } from 'zod';
import type { Locale } from '../model/values.ts';
import type { Folder, Read } from './files.ts';
import { decode } from './yaml/decode.ts';
import { readYamlFile } from './yaml/parse.ts';

/** What a block said in each language, as the beginning of a SHA-256, when the two were last agreed. */
type Pair = Readonly<Record<Locale, string>>;
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
export function readAgreed(content: Folder): Read<Agreed> {
  if (!content.files.has(agreedFile)) return { value: new Map(), problems: [] };
  const written = readYamlFile(`${content.path}/${agreedFile}`);
  const { value = {}, problems } = decode(agreedSchema, written.value);
  return { value: new Map(Object.entries(value)), problems: [...written.problems, ...problems] };
}
