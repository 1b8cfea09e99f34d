import { parse as parseToml } from 'smol-toml';
import { parseDocument, parse as parseYaml } from 'yaml';

/** What another program's settings hold: texts, lists and mappings; every scalar is the text that was written. */
export type Loose = string | readonly Loose[] | { readonly [key: string]: Loose };

/** Reads YAML, TOML or JSON by the extension, or by how it looks. Nothing where it cannot be read, or is no mapping; of an empty text, no keys. */
export function looseMapping(
  text: string,
  kind: 'yaml' | 'toml' | 'json',
): Readonly<Record<string, Loose>> | undefined {
  try {
    const read: unknown =
      kind === 'toml'
        ? parseToml(text)
        : kind === 'json'
          ? JSON.parse(text)
          : parseYaml(text, { schema: 'failsafe', uniqueKeys: false, maxAliasCount: 20, logLevel: 'silent' });
    const made = loose(read ?? {});
    return isMapping(made) ? made : undefined;
  } catch {
    return undefined;
  }
}

/** Whether YAML has errors, so that what was read of it is not all of it. */
export const hasErrors = (text: string): boolean =>
  parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' }).errors.length > 0;

/** Keys in small letters: programs write `affectedSystems` and `affectedsystems`. */
function loose(value: unknown): Loose {
  if (Array.isArray(value)) return value.map(loose);
  // A time of TOML; a local one has no zone, as it was written.
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), loose(one)]));
  return value === null || value === undefined ? '' : String(value);
}

export const isMapping = (value: Loose | undefined): value is Readonly<Record<string, Loose>> =>
  typeof value === 'object' && !Array.isArray(value);

/** The text of a key; empty where there is none. `null` and `~` are none. */
export function textIn(value: Loose | undefined): string {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^(?:~|null)$/i.test(text) ? '' : text;
}

/** The texts of a list, of a text alone, or of nothing. */
export const textsIn = (value: Loose | undefined): readonly string[] =>
  (Array.isArray(value) ? value.map(textIn) : [textIn(value)]).filter((one) => one !== '');

export const isTrue = (value: Loose | undefined): boolean => /^(?:true|yes|y|on|1)$/i.test(textIn(value));

/** The front matter of a text, and what stands below it. Nothing where there is none. */
export function withFrontMatter(
  text: string,
): { readonly front: Readonly<Record<string, Loose>> | undefined; readonly body: string } | undefined {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const fence = (lines[start] ?? '').trim();
  // A first line that was forgotten: what it begins ends all the same.
  const begins = /^[a-z]\w*\s*:\s/i.test(fence) && lines.some((line) => line.trimEnd() === '---');
  if (begins) return withFrontMatter(`---\n${lines.slice(start).join('\n')}`);
  const kind = fence === '---' ? 'yaml' : fence === '+++' ? 'toml' : undefined;
  if (kind === undefined) return undefined;
  const end = lines.findIndex((line, index) => index > start && line.trimEnd() === fence);
  if (end < 0) return { front: undefined, body: '' };
  const front = lines.slice(start + 1, end).join('\n');
  return { front: looseMapping(front, kind), body: lines.slice(end + 1).join('\n') };
}
