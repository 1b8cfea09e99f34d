/**
 * Words whose capital many keyboards leave without its accent (OQLF: capitals keep it), as they are spelled.
 * None is an English word once it is bare.
 */
const accented =
  'État États États-Unis École Écoles Équipe Équipes Équipement Équipements Été Étape Étapes Étude Études ' +
  'Étant Être Êtes Était Étaient Écran Écrans Écrire Écrivez Écoutez Économie Économies Éditeur ' +
  'Électricité Électronique Élève Élèves Énergie Éviter Évitez Évidemment Événement Événements Évènement ' +
  'Évènements Écart Écarts Échange Échanges Échec Échecs Échéance Éclairage Également Établir ' +
  'Établissement Établissements Étranger Éteindre Éteignez Évaluer Île Îles Île-du-Prince-Édouard';

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** From `Etat`, and from `Electricité` and `Electricite`, to the spelling. */
export const spellings: ReadonlyMap<string, string> = new Map(
  accented.split(' ').flatMap((word) => [
    [bare(word.charAt(0)) + word.slice(1), word],
    [bare(word), word],
  ]),
);
