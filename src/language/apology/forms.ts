import type { ApologyRole } from '../../model/apology.ts';
import type { Locale } from '../../model/values.ts';
import { phrasesIn } from '../wording/phrases.ts';

/**
 * What can be seen of an apology from its words alone. A role's form stands for its `{#role}` where none is
 * marked.
 */
export type ApologyForm =
  | ApologyRole
  /** Any word of the first person. */
  | 'first-person'
  /** The first person acts: the subject of a verb. */
  | 'acts'
  | 'supplier'
  /** Regret that depends on something. */
  | 'conditional'
  /** Words for a harm that do not say what it was. */
  | 'vague';

type ApologyForms = Readonly<Record<ApologyForm, readonly string[]>>;

/** In the notation of `pattern.ts`, with the lexicon of the phrases. */
export const apologyForms: Readonly<Record<Locale, ApologyForms>> = {
  en: {
    responsibility: [
      '(we|i) (_)? (_)? (let|failed|fell short|broke|neglected|disappointed|misled|wronged)',
      '(we|i) (_)? (are|am|were|was) (_)? (_)? (responsible|accountable|wrong|at fault|to blame)',
      '(we|i) (_)? (_)? (take|accept|bear|own) (_)? (_)? (responsibility|accountability|blame|this|it)',
      '(we|i) (should|ought to) (not)? have',
      '(we|i) answer for',
      '(we|i) (made|got) (_)? (_)? (mistake|mistakes|error|errors|wrong)',
      '(our|my) (own)? (_)? (fault|failure|mistake|responsibility|error|doing)',
      '(fault|responsibility|mistake|failure) (is|was) (ours|mine)',
    ],
    repair: [
      `(credit[s|ed]|refund[s|ed]|reimburse[d|ment]|repay|repaid|compensate[d]|compensation|waive[d]|make
        amends|make (it|this) right|pay (_)? back)`,
    ],
    explanation: ['(because|cause|caused|causes|reason|happened|due to|as a result)'],
    regret: ['!(no|not) <sorry>', '(an|our|my|this) (_)? apology', '(we|i) (_)? (_)? ashamed'],
    prevention: [
      `(prevent[s|ing]|happen again|from now on|in (the)? future|will change|are changing|what changes|
        commit|commitment[s]|by <month> #)`,
    ],
    forgiveness: [
      '!(not|t|never|cannot|without) (ask|asking|beg|begging|seek|seeking|request|hope|hoping) (for)? (_)? (forgiveness|pardon)',
      '!(not|t|never|cannot) (ask|asking|beg|begging|hope) … (to forgive|to pardon|be forgiven|will forgive|can forgive)',
      '(forgive|pardon) (us|me)',
    ],
    silence: [
      '(silence|silent|in the dark)',
      '(should|could|ought to) have (_)? (told|warned|informed|written|answered|said)',
      '(did not|didn t|failed to|never) (_)? (tell|inform|answer|warn|write|say|speak|reply)',
      '(told|informed|warned) (you|customers) (_)? (nothing|late|too late|earlier|sooner)',
      'without (_)? (news|an answer|answer|a word|word)',
      'said (nothing|too little)',
      '(late|slow) (to|in) (tell|telling|inform|informing|answer|say)',
    ],
    harm: [
      '(could|can|were|was) (not|neither|no longer|hardly|never)',
      '(couldn|can|weren|wasn) t',
      '(is|was|were|been|went) (_)? (down|out)',
      `(cannot|unable|lost|lose|missed|missing|gone|waited|waiting|stranded|delayed|late|bounced|
        disappeared|deleted|erased|paid|refused|unanswered|closed|cancelled)`,
      'without (_)? (mail|email|service|phone|internet|power|access|messages|word|news|an answer|heat|water)',
      '(had|have|having) to (call|pay|wait|drive|write|close|cancel|find|ask|start|redo|buy)',
      '(cut|turned|shut) (_)? (off|away|down|out)',
      '(no|nor) (mail|email|service|way|reply|answer|messages|access|phone|calls|orders|payment|payments)',
    ],
    vague: [
      `(inconvenience[s|d]|disruption[s]|trouble[s]|frustration[s]|frustrating|frustrated|hard|difficult|
        difficulties|difficulty|impact[s|ed]|affected|upset|concern|unpleasant|challenging)`,
    ],
    'first-person': ['!(the|in|across) (we|i|our|ours|us|my|mine|me|ourselves|myself)'],
    acts: ['(we|i)', '(up to|on|for|by) (us|me)'],
    supplier: ['(supplier[s]|vendor[s]|provider[s]|contractor[s]|partner[s]|third (party|parties))'],
    conditional: [
      ...phrasesIn.en['conditional-apology'].say,
      ...phrasesIn.en.feelings.say,
      'any (_)? inconvenience[s]',
      '<sorry> … … (may|might|could) have (caused|been|felt|had)',
    ],
  },
  fr: {
    responsibility: [
      `(nous|j|je) (_)? (_)? (avons|ai|avions|avais) (_)? (_)? (laissé[s|e|es]|failli|manqué|trompé[s|e|es]|
        déçu[s|e|es]|commis|eu tort|brisé|négligé|abandonné[s|e|es])`,
      '(nous|j|je) (_)? (_)? (sommes|suis|étions|étais) (_)? (_)? (responsable[s]|fautif[s]|en faute)',
      '(nous|je|j) (en)? (assumons|assume|répondons|réponds|portons|porte|reconnaissons|reconnais)',
      '(nous|je|j) (_)? (aurions|aurais) (pas)? dû',
      '(nous|je) (_)? (_)? (pas été|été) à la hauteur',
      '(notre|ma) (_)? (faute|erreur|responsabilité|manquement|échec)',
      'de (notre|mon) fait',
      '(responsabilité|faute) (_)? (nous|m) (revient|incombe|appartient)',
      '(responsabilité|faute|erreur) est (la)? (nôtre|mienne)',
    ],
    repair: [
      `(crédit[s]|crédité[s|e|es]|créditons|créditerons|rembourser|remboursons|rembourserons|
        remboursement[s]|remboursé[s|e|es]|dédommager|dédommageons|dédommagerons|dédommagement[s]|
        indemniser|indemnité[s]|indemnisation|compensation[s]|réparer (nos|notre|le) (tort|torts|faute))`,
    ],
    explanation: [
      '(parce|cause|causes|causé|causée|raison|raisons|passé|explique|expliquer|voici pourquoi|car)',
    ],
    regret: [
      '!(d|sans|pas|aucunement) <sorry>',
      '(m|nous) (en)? (excuse|excusons)',
      '(avons|ai) honte',
      '(désolé|désolée) (de|que|du|des|pour)',
    ],
    prevention: [
      `(éviter|empêcher|prévenir|reproduire|reproduise|désormais|dorénavant|à l avenir|changeons|changerons|
        ce qui change|engageons|engagement[s]|d ici le # <month>)`,
    ],
    forgiveness: [
      '!(pas|jamais|sans) (demande|demandons|demander|implore|implorons|solliciter|sollicitons) (votre|à tous)? (pardon|clémence|indulgence)',
      '(demande|demandons|prie|prions|espère|espérons) … (pardonner|pardonnerez|pardonniez)',
      '(pardonnez|pardonner|pardonnerez) (nous|moi)',
      '(me|nous) (pardonner|pardonnerez|pardonniez)',
      'pardon (à|pour|d avoir)',
      'votre (pardon|clémence)',
    ],
    silence: [
      '(silence|silencieux|tus|tues)',
      '(aurions|aurais) dû (_)? (_)? (dire|aviser|prévenir|informer|écrire|répondre|annoncer)',
      `(avons|ai) (_)? (pas|rien|jamais|trop peu) (_)? (dit|avisé[s]|prévenu[s]|informé[s]|écrit|répondu|
        annoncé)`,
      '(avons|ai) rien dit',
      '(avisé[s]|prévenu[s]|informé[s]|dit) (_)? (trop|bien|si) (tard|peu)',
      'sans (_)? (nouvelles|réponse|réponses|un mot|information)',
      '(tardé|tarder|tardivement)',
    ],
    harm: [
      '(ne|n) … (pu|pouviez|pouvaient|pouvait|pouvez|peuvent|pouvons)',
      '(ne|n) (_)? (_)? (reçu|recevaient|receviez|vu|voyaient|retrouvé|fonctionnait|arrivaient)',
      `(privé[s|e|es]|perdu[s|e|es]|perdre|manqué[s|e|es]|disparu[s|e|es]|attendu|attendre|coupé[s|e|es]|
        impossible|incapable[s]|retard|retards|raté[s|e|es]|coûté|refusé[s|e|es]|effacé[s|e|es]|
        supprimé[s|e|es]|fermé[s|e|es]|annulé[s|e|es])`,
      `sans (_)? (courriel[s]|service|téléphone|internet|courant|accès|message[s]|nouvelles|réponse|
        chauffage|eau)`,
      `(avez|ont|aviez|avaient) dû (_)? (appeler|payer|attendre|écrire|fermer|annuler|trouver|demander|
        recommencer|acheter)`,
      `(aucun|aucune|ni) (courriel|message|messages|service|accès|réponse|appel|commande|commandes|paiement|
        moyen)`,
    ],
    vague: [
      `(inconvénient[s]|désagrément[s]|dérangement[s]|ennui[s]|perturbation[s]|frustration[s]|frustrant[e]|
        frustré[s|e|es]|difficile[s]|difficultés|pénible|dur|impact[s]|touché[s|e|es]|contrariété[s]|
        désagréable)`,
    ],
    'first-person': ['(nous|notre|nos|nôtre[s]|je|mon|ma|mes|moi|mien[s|ne|nes])', 'j _'],
    acts: [
      '(je|c est nous|c est moi)',
      'j _',
      '(à|de) nous',
      `nous (ne|n|en|y|l|la|le|les|vous|leur)? (en|y|l|la|le|les)? (avons|avions|aurions|aurons|sommes|
        étions|devons|devions|assumons|répondons|reconnaissons|portons|savions|savons|pouvions|pouvons|
        faisons|dépendons|dépendions|choisissons|voulons)`,
    ],
    supplier: ['(fournisseur[s]|prestataire[s]|sous traitant[s]|partenaire[s]|tiers)'],
    conditional: [
      ...phrasesIn.fr['conditional-apology'].say,
      ...phrasesIn.fr.feelings.say,
      '(tout|tous|éventuel[s]) (_)? (inconvénient[s]|désagrément[s]|dérangement[s])',
      '(inconvénient[s]|désagrément[s]|dérangement[s]) (éventuel[s]|possible[s])',
      `<sorry> … … (que|qu) … (aurait|auraient|ait|aient|a|ont) pu (vous)? (causer|entraîner|occasionner|
        nuire|créer)`,
    ],
  },
};

/** Words that name a group, never a person: one of them in a signer's name is enough. */
export const groupWords = new Set(
  `team teams department company corporation organization organisation management administration direction
   communications operations committee service services inc ltd llc corp equipe equipes departement compagnie
   entreprise societe comite exploitation ltee personnel employees employes`.split(/\s+/),
);

/**
 * Words that name nobody when the whole name is made of them and of the organization's own: some are
 * surnames too.
 */
export const nobodyWords = new Set(
  `the our your all us we everyone at of and for from staff board group support care office desk help centre
   center customer customers relations public technical network crew people
   le la les l un une de d du des et notre votre nos vos tous nous chez au aux groupe bureau soutien clientele
   client clients clientes reseau technique publiques conseil gens`.split(/\s+/),
);
