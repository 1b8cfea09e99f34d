import { closest, distance } from 'fastest-levenshtein';
import { locales } from '../model/values.ts';
import { catalogues } from './translate.ts';

/** The nearest of some names, where it is near enough to be what was meant. */
export function suggest(found: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || found.length > 80) return undefined;
  const typed = found.toLowerCase();
  const name = closest(typed, names);
  const slips = distance(typed, name);
  const letters = (word: string) => [...word.toLowerCase()].sort().join('');
  const isSwapped = slips === 2 && letters(typed) === letters(name);
  return isSwapped || slips <= Math.max(1, Math.round(name.length / 3)) ? name : undefined;
}

/** What a writer says of regions who means every one of them. */
const all = /^(?:all|every|everywhere|tou(?:te)?s|partout)\b/i;
export const meansAll = (found: string): boolean => all.test(found);

/** Other words for the values of the facts, in either language, in lower case. */
const otherWords: Readonly<Record<string, string>> = {
  yes: 'true',
  oui: 'true',
  no: 'false',
  non: 'false',
  fournisseur: 'supplier',
  externe: 'external',
  interne: 'own',
  enquête: 'investigating',
  identifié: 'identified',
  surveillance: 'monitoring',
  résolu: 'resolved',
  rétabli: 'resolved',
  fixed: 'resolved',
  down: 'major_outage',
  'en panne': 'major_outage',
  panne: 'major_outage',
  slow: 'degraded_performance',
  ralenti: 'degraded_performance',
  up: 'operational',
  ok: 'operational',
  aucune: 'none',
  partielle: 'partial',
  inconnue: 'unknown',
};

const kinds = ['state', 'phase', 'impact'] as const;

/** The value of a list that a writer means by another spelling, or by the word that readers see: `en service`. */
export function valueMeant(found: string, allowed: readonly string[]): string | undefined {
  const words = found.replace(/^[«“"\s]+|(?<![»”"\s])[»”"\s]+$/g, '').toLowerCase();
  const shown = (value: string) =>
    locales.flatMap((locale) => kinds.map((kind) => catalogues[locale][`${kind}.${value}`]?.toLowerCase()));
  const other = Object.hasOwn(otherWords, words) ? otherWords[words] : undefined;
  return (
    allowed.find((value) => value === words || value === other || shown(value).includes(words)) ??
    suggest(words, allowed)
  );
}
