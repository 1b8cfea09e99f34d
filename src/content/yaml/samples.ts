import { idFrom } from '../schema/scalars.ts';

/** What a text that stands where keys are expected would be with them; `…` is for the writer to fill. */
const withKeys: Readonly<Record<string, (found: string) => string>> = {
  signer: (found) => `signer: { name: ${/^[^,]+/.exec(found)?.[0].trim() ?? '…'}, title: { en: …, fr: … } }`,
  customers: (found) => `customers: { affected: ${found.replace(/\D/g, '') || '8400'} }`,
  cause: (found) => `cause: { party: supplier, name: ${found} }`,
  theme: () => 'theme: { accent: "#0b5fff" }',
};

/** An item of a list of keys and values. */
const items: Readonly<Record<string, string>> = {
  corrections: '- { at: …, to: summary }',
  timeline: '- { at: …, phase: investigating }',
};

/** Lists of ids: names are written as ids in them. */
const ofIds: ReadonlySet<string> = new Set(['services', 'regions', 'sources']);

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** What to type for a key, or (`isItem`) for an item of its list, where a text was found instead of keys and values. */
export const sampleOf = (key: string, found: string, isItem: boolean): string | undefined =>
  isItem ? own(items, key) : own(withKeys, key)?.(found);

/** The items of a list that is written as a text: `Haute-Gaspésie, Îles et Gaspé`. */
export function itemsIn(key: string, found: string): string {
  const parts = found
    .replace(/^\[|\]$/g, '')
    .split(/[,;]|\s(?:et|and|&)\s/)
    .map((item) => item.trim())
    .filter(Boolean);
  return ofIds.has(key) ? parts.map((item) => idFrom(item) ?? item).join(', ') : found;
}
