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

/** Other words for the values of the facts, and for commands, in either language, without accents; a word may be one of several values. */
const otherWords: Readonly<Record<string, string>> = {
  true: 'yes, oui, vrai, on',
  false: 'no, non, faux, off',
  own: 'interne, internal, nous, us, in-house',
  supplier: 'fournisseur, vendor, provider, sous-traitant',
  external: 'externe, tiers, third party, meteo, weather',
  none: 'aucun, aucune, nul, nulle, no',
  minor: 'mineur, mineure, leger, legere, faible, small, low, ralenti, slow',
  major: 'majeur, majeure, important, importante, grave, high, panne partielle, panne, outage',
  critical: 'critique, panne generale, panne totale, panne majeure, down, severe, total',
  partial: 'partiel, partielle, some',
  unknown: 'inconnu, inconnue, not known',
  investigating: 'enquete, en cours d’enquete, recherche, open, new',
  identified: 'identifie, identifiee, cause trouvee, found',
  monitoring: 'surveillance, sous surveillance, suivi, watching',
  resolved:
    'resolu, resolue, regle, retabli, retablie, termine, terminee, fixed, restored, closed, done, over',
  scheduled: 'prevu, prevue, planifie, planifiee, planned',
  in_progress: 'en cours, commence, started, ongoing',
  verifying: 'verification, en verification, checking',
  completed: 'termine, terminee, fini, finie, done, finished, over, resolved, resolu',
  operational: 'retabli, retablie, fonctionne, normal, up, ok, working, restored, back',
  degraded_performance: 'slow, degraded, ralenti, lent, lente, instable, unreliable',
  partial_outage: 'panne partielle, partial, partielle',
  major_outage: 'down, en panne, panne, panne generale, panne totale, hors service, outage, out, offline',
  en: 'anglais, english',
  fr: 'francais, french',
  any: 'both, either, les deux',
  incident: 'panne, outage, avis, notice',
  maintenance: 'entretien, travaux, planned work',
  build: 'construire, generer, generate, publier, publish',
  check: 'verifier, controler, valider, validate, lint, test',
  serve: 'servir, start, dev, preview, apercu',
  new: 'nouveau, nouvel, nouvelle, creer, create, add, ajouter',
  update: 'maj, mettre-a-jour, mise-a-jour, actualiser',
  notify: 'notifier, aviser, envoyer, send',
  init: 'initialiser, commencer, begin',
  import: 'importer',
  compare: 'comparer',
};

const kinds = ['state', 'phase', 'impact'] as const;

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll("'", '’').toLowerCase();

/** The value of a list that a writer means by another spelling, by its beginning, or by the word that readers see: `en service`. */
export function valueMeant(found: string, allowed: readonly string[]): string | undefined {
  const words = folded(found.replace(/^[«“"\s]+|(?<![»”"\s])[»”"\s]+$/g, ''));
  const shown = (value: string) =>
    locales.flatMap((locale) =>
      kinds.map((kind) => folded(catalogues[locale][`${kind}.${value}`] ?? '')).filter(Boolean),
    );
  const others = (value: string) =>
    Object.hasOwn(otherWords, value) ? (otherWords[value]?.split(', ') ?? []) : [];
  const id = words.replace(/[\s_-]+/g, '-');
  const begun = allowed.filter((value) => id.length > 2 && folded(value).startsWith(id));
  return (
    allowed.find((value) => folded(value) === words || folded(value).replaceAll('_', '-') === id) ??
    allowed.find((value) => shown(value).includes(words)) ??
    allowed.find((value) => others(value).includes(words)) ??
    (begun.length === 1 ? begun[0] : undefined) ??
    suggest(words, allowed)
  );
}
