import type { WordingFamily } from '../../model/wording.ts';
import type { Lexicon, Phrases } from './pattern.ts';

/** Lists that several patterns name in angle brackets. */
export const lexicon: Lexicon = {
  who: `client[s|e|es]|utilisateur[s]|utilisatrice[s]|abonné[s|e|es]|usager[s]|usagère[s]|membre[s]|
    personne[s]|compte[s]|entreprise[s]|gens|foyer[s]`,
  sorry: 'désolé[s|e|es]|navré[s|e|es]|excusons|excuses|regrettons|regrette|pardon',
  n: 'une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante',
  month: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  weekday: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  dated: '@|midi|minuit|# <month>|<weekday>',
  lasting: '(#|<n>) (seconde[s]|s|minute[s]|min|heure[s]|jour[s]|journée[s])',
  counted: '# _? _? (sur|parmi) (les|nos|environ)? #|# _? (de|des) (nos)? #|# % (de|des) (nos|les)? #',
  attributed: `(il|elle|ils|elles|entreprise|société|compagnie|parole|ministre|expert[e]|
    professeur[e]) (dit|disent|disait|a dit|affirme|affirmait|a affirmé|ajoute|a ajouté|déclare|a déclaré|
    écrit|a écrit|assure|a assuré|qualifie|juge|estime)|
    _ (dit|affirme|annonce|disait|affirmait|déclarait) (que|qu)|selon`,
  trouble: `problème[s]|perturbation[s]|interruption[s]|panne[s]|retard[s]|erreur[s]|ralentissement[s]|
    incident[s]|coupure[s]|souci[s]|anomalie[s]|difficulté[s]|dysfonctionnement[s]`,
  mended: `réglé[e|s|es]|rétabli[e|s|es]|résolu[e|s|es]|réparé[e|s|es]|corrigé[e|s|es]|terminé[e|s|es]|
    fonctionnel[s|le|les]|normale|revenu[e|s|es]|retour`,
  worker: 'employé[e]|technicien[ne]|ingénieur[e]|opérateur|opératrice|salarié[e]|préposé[e]',
};

/** The French phrases of the thirty families, in the notation of `pattern.ts`. */
export const phrases: Readonly<Record<WordingFamily, Phrases>> = {
  'some-customers': {
    say: [
      `(certain[s|e|es]|quelques|plusieurs|une partie) (de|d|des)? nos? _? <who> _? (ont|auraient) (peut
        être)? pu (éprouver|constater|rencontrer|subir|remarquer|observer|connaître|vivre|perdre|avoir (de
        la|des|du)|ne|être (touché[e|s|es]|affecté[e|s|es]|privé[e|s|es]|incapables|dans))`,
      `(certain[s|e|es]|quelques|plusieurs) (de nos)? _? <who> _? (peuvent|pourraient) (avoir (de la|des|du|
        eu|été|perdu)|éprouver|constater|rencontrer|subir|remarquer|être (touché[e|s|es]|affecté[e|s|es]|
        privé[e|s|es]))`,
      '(certain[s|e|es]|quelques) (de nos)? _? <who> _? (ont|sont) peut être',
    ],
  },
  minimising: {
    say: [
      `!(sur|avec|auprès d) un (très|relativement)? (petit|faible|infime) (nombre|groupe|pourcentage|sous
        ensemble) (de|d|des|du)`,
      `!(sur|avec|auprès d) une (très|relativement)? (petite|faible|infime|mince) (proportion|partie|
        fraction|portion|part|minorité) (de|d|des|du)`,
      'une minorité (de|d) (nos|vos)? _? <who>',
      '!(sur|avec) une poignée (de|d) (nos)? _? <who>',
      '(très|seulement quelques|que quelques) (peu de|peu d)? (nos)? <who> (sont|ont|seraient|auraient)',
      'très peu (de|d) (nos)? _? <who>',
    ],
    unless: [
      '<counted>',
      // Ce qu’une réparation ramène.
      `!(pas|pas encore) (rétabli[e|s|es]|récupéré[e|s|es]|réparé[e|s|es]|rebranché[e|s|es]|restauré[e|s|es]|
        réactivé[e|s|es]|revenu[e|s|es]) (_)? (_)? (à|chez|pour|sur)? un (très)? (petit|faible) (nombre|groupe)`,
    ],
  },
  isolated: {
    say: [
      `un nombre (très)? (limité|restreint) (de|d) (nos)? _? (<who>|courriel[s]|message[s]|boîtes|région[s]|
        secteur[s])`,
      '!(pas|plus|jamais|guère) un (seul)? (incident|cas|événement|problème|phénomène) (tout à fait)? isolé',
      '!(pas|plus|jamais|guère) (d|de|des) (incidents|cas|événements|problèmes) isolés',
    ],
    unless: ['<counted>'],
  },
  percentage: {
    say: [
      `(seulement|à peine|moins de|uniquement|tout juste|tout au plus|pas plus de) (environ|quelque)? #<50
        (%|pour cent)`,
      '(ne|n) … que (environ|quelque)? #<50 (%|pour cent)',
      '#<50 (%|pour cent) (seulement|à peine|tout au plus)',
      '(seulement|à peine|moins de) (<n>) pour cent',
    ],
    unless: [
      '<counted>',
      '<attributed>',
      `(est|sont|était|étaient|été) (de nouveau|déjà)? (rétabli[e|s|es]|récupéré[e|s|es]|livré[e|s|es]|
        réparé[e|s|es])`,
      '(rétabli|récupéré|livré|réparé) (seulement|à peine|moins de|que)',
      `(arrivé[s|e|es]|envoyé[s|e|es]|reçu[s|e|es]|répondu|crédit[s]|remboursement[s]|facture[s]|prix|
        tarif[s]|pile|disque)`,
    ],
  },
  minor: {
    say: [
      '(léger|légère|brève|bref|mineur|mineure|petit|petite) (<trouble>|pépin|contretemps|délai|dégradation)',
      '(légers|légères|brèves|brefs|petits|petites) (<trouble>|pépins|contretemps)',
      '(légers|petits) délais',
      `<trouble> (très|plutôt|relativement)? (mineur[s|e|es]|momentané[s|e|es]|passager[s]|passagère[s]|
        léger[s]|légère[s]|brève[s])`,
    ],
    unless: ['<lasting>', '(quelques|plusieurs) (secondes|minutes|heures)'],
  },
  intermittent: {
    say: [
      '<trouble> (_)? (_)? intermittent[s|e|es]',
      '(service|connexion[s]|accès|fonctionnement|signal) intermittent[s|e|es]',
      '(de façon|de manière|par) (intermittente|intermittence)',
    ],
    unless: [
      '(#|<n>|un) _? sur (#|<n>)',
      'toutes les (#|<n>)? (secondes|minutes|heures)',
      '(#|<n>|une) fois (par|sur|à l)',
      // Une note de version dit ce qui échouait.
      '^ (corrigé[e|s|es]|correction|corrections|corrige)',
    ],
  },
  inconvenience: {
    say: [
      `(tout|tous|quelconque[s]|éventuel[s]|possibles) (les)? (inconvénient[s]|désagrément[s]|
        dérangement[s])`,
      '(inconvénient[s]|désagrément[s]|dérangement[s]) (éventuel[s]|possible[s]|potentiel[s])',
      `(inconvénient[s]|désagrément[s]|dérangement[s]) (que|qu) … (ait|aient|aurait|auraient|a|ont|pourrait|
        pourraient|peut) (pu|vous|causer|entraîner|occasionner)`,
      '(<sorry>|excuser|pardonner) … (inconvénient[s]|désagrément[s]|dérangement[s])',
    ],
  },
  'conditional-apology': {
    say: [
      '<sorry> … … si (vous|votre|cela|ceci|cette|notre|nous|certain[s|e|es]|quelqu|l on|des|on|d aucuns)',
      `si (vous|cela|cette|certain[s|e|es]|quelqu|des|notre|nous) … … , nous (en|nous|vous|présentons)? (_)?
        (_)? <sorry>`,
      `(toute|toutes|les|aux) (personne[s]|client[s|e|es]|celles|ceux) (qui|ayant) (aurait|auraient|ait|
        aient|pourrait|pu) (pu)? être`,
      'toute personne (ayant|qui) (pu|aurait|a pu|ait)',
      '<sorry> … dans la mesure où',
      `<sorry> … (tout|toute|quelque) (_)? (tort|ennui|souci|préjudice|confusion|gêne|frustration|
        difficulté|déception)`,
      `<sorry> … (ennui[s]|tort[s]|souci[s]|problème[s]|retard[s]|préjudice[s]|effet[s]) (que|qu) … (aurait|
        auraient|ait|aient) pu`,
    ],
  },
  feelings: {
    say: [
      `(<sorry>|déplorons) (que|qu) (vous|nos clients|certain[s|e|es]|des clients) … (ressenti|éprouvé|
        sentiez|senti[e|s|es]|sentent|frustré[e|s|es]|déçu[e|s|es]|mécontent[e|s|es]|fâché[e|s|es]|
        contrarié[e|s|es]|pensiez|croyiez|l impression)`,
      `(désolé[e|s|es]|navré[e|s|es]) (de|d) (voir|savoir|lire|apprendre|entendre) (que|votre) …
        (frustré[e|s|es]|déçu[e|s|es]|mécontent[e|s|es]|frustration|déception)`,
    ],
  },
  empathy: {
    say: [
      `(comprenons|comprends|partageons|mesurons|concevons|reconnaissons|sensibles à|conscients de) (bien|
        parfaitement|tout à fait|pleinement|très bien)? (votre|vos|la|leur|leurs|les|toute la) (_)?
        (frustration[s]|mécontentement|déception[s]|agacement|exaspération|impatience)`,
      `(comprenons|savons|sommes conscients) (bien|parfaitement)? (que|qu) … (est|soit|être|était) (très|
        extrêmement)? (frustrant[e]|décevant[e]|contrariant[e])`,
      `(comprenons|savons|mesurons|conscients) (bien)? (à quel point|combien) … (frustrant[e]|décevant[e]|
        contrariant[e])`,
      `(comprenons|savons) (bien)? que (vous|nos clients) (êtes|soyez|sont|soient) (_)? (frustré[s|e|es]|
        déçu[s|e|es])`,
    ],
  },
  mistakes: {
    say: [
      `(erreur[s]|faute[s]|manquement[s]|maladresse[s]|bévue[s]) (a|ont) (malheureusement)? été (commise[s]|
        faite[s]|commis) !(par)`,
      '(erreur[s]|faute[s]|manquement[s]) (se sont|s est) (produite[s]|produit[s]|glissée[s])',
      '(les choses|tout cela) (auraient|aurait) pu être mieux',
    ],
  },
  agentless: {
    say: [
      `(un|une|des|certains|quelques) (_)? (problème[s]|incident[s]|erreur[s]|souci[s]|anomalie[s]|
        situation|événement[s]|difficulté[s]) (_)? (est|sont|serait) (malheureusement)? (survenu[s|e|es]|
        arrivé[s|e|es]|apparu[s|e|es])`,
      `(un|une|des|certains|quelques) (_)? (problème[s]|incident[s]|erreur[s]|souci[s]|anomalie[s]|
        événement[s]) (_)? (s est|se sont) produit[s|e|es]`,
      `(un|une|des|certains|quelques) (_)? (problème[s]|incident[s]|erreur[s]|souci[s]|anomalie[s]|
        difficulté[s]|panne[s]) (_)? (a|ont) été (constaté[s|e|es]|observé[s|e|es]|éprouvé[s|e|es]|
        rencontré[s|e|es]|noté[s|e|es])`,
    ],
  },
  supplier: {
    say: [
      `(en raison|à cause|par suite|du fait|par la faute|à la suite|suite|attribuable[s]|imputable[s]|
        causé[s|e|es]|provoqué[s|e|es]|(est|était|serait) (dû|due)|dus à|dues à|découle|provient|relève) (d|
        de|du|des|à|au|aux|par)? (l|la|le|les|un|une|un de|l un de)? (notre|nos|erreur de|erreur d un|
        défaillance de|défaillance d un|problème chez|panne chez)? (un|notre|nos|d un)? (_)? (tiers|
        fournisseur[s]|partenaire[s]|prestataire[s]|sous traitant[s])`,
      `!(de|par|chez|avec|à) notre (_)? (fournisseur|partenaire|prestataire|sous traitant) (d|de)? (_)? (a|
        est|avait|aurait) (causé|provoqué|commis|éprouvé|subi|connu|à l origine|responsable|fait défaut|
        failli)`,
      `(un|le) (fournisseur|tiers|prestataire|sous traitant) (a causé|a provoqué|est responsable|est à l
        origine|est en faute)`,
    ],
    unless: [
      `nous (l|les|le|en|y|n|ne)? (avons choisi|avions choisi|aurions dû|aurions pu|sommes responsables|
        assumons|répondons|avons manqué|avons failli|n avions|n avons|avions|avons confié|dépendons)`,
      '(notre|nos|ma) (propre)? (responsabilité|faute|erreur|manquement|choix|part)',
      'responsabilité (nous|est la nôtre)',
    ],
    within: 'paragraph',
  },
  'beyond-control': {
    say: [
      'indépendant[s|e|es] de (notre|sa|leur|toute) volonté',
      'hors de (notre|son|leur) (_)? contrôle',
      '(échappe|échappent|échappait|échappaient|échappant) à notre (contrôle|volonté)',
      'circonstance[s] (imprévue[s]|imprévisible[s]|inattendue[s]|fortuite[s]|indépendantes)',
      '(cas|événement) fortuit',
      'force majeure',
    ],
  },
  unprecedented: {
    say: [
      '!(pas|ni) sans précédent !(pour)',
      '(du)? jamais vu !(autant|cela)',
      '(concours|enchaînement|conjonction) (_)? (de|d) circonstances',
      'tempête parfaite',
      '(enchaînement|concours|suite) malheureu[x|se] (de|d)',
      'malheureu[x|se] (concours|enchaînement|suite|conjonction)',
    ],
    unless: ['<attributed>'],
  },
  'human-error': {
    say: [
      '!(pas d une|pas une|pas l|pas à l|qu une|pas de l|parler d) erreur[s] humaine[s]',
      `(un|une) (seul|seule|jeune)? <worker> (_)? (a|avait|aurait) (malencontreusement|accidentellement|
        involontairement|par erreur|par mégarde)? (commis|causé|effacé|supprimé|débranché|oublié|saisi|omis|
        mal|exécuté|lancé|provoqué|coupé|retiré)`,
      `(erreur|faute|bévue|inattention|négligence) (commise par|d|de la part d|de) (un|une|l un|l une) (de
        nos)? (<worker>|employé[s|e|es]|technicien[s|nes])`,
    ],
  },
  technical: {
    say: [
      `(difficulté[s]|problème[s]|souci[s]|ennui[s]|pépin[s]|incident[s]|raison[s]|contretemps) (d ordre)?
        technique[s]`,
      'pépin[s]',
    ],
  },
  patience: {
    say: [
      `(merci|remercions|remercie|remerciant|remerciement[s]) … (de|pour) (votre|vos|leur|la|toute votre)
        (_)? (patience|compréhension)`,
      'merci (de|d avoir) (patienter|patienté|comprendre|bien vouloir)',
      `(apprécions|saluons|comptons sur) (grandement|vivement|beaucoup)? votre (_)? (patience|compréhension|
        collaboration)`,
      'votre (patience|compréhension) est (_)? appréciée',
    ],
  },
  effort: {
    say: [
      `(travaillent|travaille|travaillons|travailler|travaillant|travaillé|œuvrent|œuvrons|affairent|
        affairons|mobilisé[s|e|es]|bossent) … (jour et nuit|24 heures sur 24|@ sur 24|sans arrêt|avec
        acharnement|très fort|fort|avec diligence|activement|nuit et jour)`,
      'sans relâche',
      'd arrache pied',
      'sans répit',
      'à pied d œuvre',
      'redoublons d efforts',
    ],
  },
  everything: {
    say: [
      '!(pas|jamais) tout (ce qui est)? en notre (pouvoir|possible)',
      '!(pas fait|pas|jamais) tout (notre|leur|son) possible',
      '!(pas fait|pas) tout ce qui est (_)? (possible|en notre pouvoir)',
      '(mettons|mettent|mettant|met|mis|mettre) tout en œuvre',
      '!(pas) (fait|font|faisons|faire) (le maximum|de (notre|leur) mieux|l impossible)',
      '(déployons|déploient|mettons|faisons|font) (tous les|tous nos|tous leurs) efforts',
      '(ménageons|ménagent|épargnons) aucun effort',
      'aucun effort (ne sera|n est|n a été) (ménagé|épargné)',
    ],
  },
  soon: {
    say: [
      'dès que possible',
      '(aussitôt|le plus (vite|tôt|rapidement)|au plus (vite|tôt)) possible',
      '(sous|d ici) peu',
      'dans (les|de) (meilleurs|plus brefs|brefs) délais',
      '!(à|trop) (très)? bientôt !(<n>|#|après)',
      '(incessamment|prochainement)',
      'dans un (proche avenir|avenir rapproché|avenir proche)',
      'en temps (et lieu|opportun|voulu)',
    ],
    unless: [
      '<dated>',
      `(veuillez|changez|modifiez|appelez|écrivez|communiquez|supprimez|sauvegardez|redémarrez|vérifiez|
        signalez|avisez|prévenez|conservez|enregistrez)`,
      '(devez|devriez|conseillons|recommandons|demandons|invitons|prions)',
      '(avons|avions|aurions|étions|fut|été)',
    ],
  },
  estimate: {
    say: [
      `(devrait|devraient) (bientôt|toutefois|de nouveau)? (être|avoir été|redevenir) (complètement|
        entièrement|de nouveau|à)? (nouveau)? <mended>`,
      '(devrait|devraient) (revenir|reprendre|se rétablir|rentrer|fonctionner)',
      `(espérons|pensons|prévoyons|comptons|croyons|prévoit|espère) … (rétablir|régler|réparer|
        rétablissement|corriger|résoudre|retour)`,
      `(devrait|devraient|sera|seront|espérons|prévoyons|pensons|comptons|reviendra|reviendront|rétabli|
        prévu[e]|attendu[e]|retour) … … d ici (demain|ce soir|cet après midi|la fin|une heure|une couple|
        quelques|la soirée|la nuit|le matin|au matin|#)`,
      `d ici (demain|ce soir|la fin|une heure|quelques|le matin|#) … … (devrait|devraient|sera|seront|
        espérons|prévoyons|reviendra|reviendront)`,
      '(dans|au cours) (les|des) prochaines (heures|journées)',
      '(sera|seront|devrait|devraient) … … (dans l heure|en matinée|demain matin|en soirée)',
    ],
    unless: ['<dated>', '<attributed>', '(avions|avons) (dit|écrit|annoncé|promis|affirmé)'],
  },
  evolving: {
    say: [
      'situation (est|demeure|reste)? (très)? (évolutive|fluide|mouvante|changeante)',
      'situation (qui)? (évolue|change) (rapidement|constamment|vite|d heure en heure|sans cesse)',
      'situation (est|demeure|reste)? en (constante|pleine|perpétuelle)? évolution',
    ],
  },
  overpromise: {
    say: [
      `(ne|n) … (reproduira|reproduiront|reproduise|reproduisent|arrivera|arriveront|arrive) (plus|jamais|
        pas)`,
      '(plus jamais|jamais plus)',
      'nous (vous)? (le)? (garantissons|promettons)',
    ],
    unless: [
      '<attributed>',
      '(crédit[s]|remboursement[s])',
      '$',
      // Le but de ce qui a été fait, qui n’est pas une promesse.
      `(avons|ai|a|ont) (remplacé|changé|ajouté|installé|retiré|déplacé|réparé|corrigé|séparé|réécrit|doublé|
        mis à (jour|niveau)) … … (afin|pour) (que|qu)`,
    ],
  },
  seriously: {
    say: [
      '!(ne) (prenons|prend|prennent) … au sérieux',
      '(nous|lui|leur) (tient|tiennent|tenait|tenaient) (particulièrement|vraiment)? à cœur',
      '(avons|a|ont) à cœur (de|d|votre|vos|la|le|les)',
      `(est|sont) (très|extrêmement|si)? (important[e|s|es]|primordial[e|es]|capital[e|es]) (pour nous|à nos
        yeux)`,
    ],
  },
  'sorry-but': {
    say: [
      `!(seulement|pas) <sorry> … … ,? (mais|toutefois|cependant|néanmoins) !(aussi|également|surtout|cela
        ne suffit|des excuses)`,
    ],
  },
  misinformation: {
    say: [
      `contrairement à ce (qui|que|qu) (a|ont|est|on|certains|les médias|des médias|la presse|vous|d autres)
        … (rapporté|dit|écrit|affirmé|prétendu|circulé|circule|entendu|véhiculé|avancé|publié|prétendent|
        affirment|laissent)`,
      `contrairement (aux|à certaines|à certains|à des|à la) (_)? (rumeur[s]|information[s]|reportage[s]|
        affirmations|allégations)`,
      '(désinformation|mésinformation)',
      '(fausses|fausse) (_)? (information[s]|rumeur[s]|nouvelle[s]|allégations)',
    ],
  },
  favour: {
    say: [
      '(geste|crédit|mesure) (commercial[e]|de bonne volonté|de courtoisie|de bonne foi|d appréciation)',
      'à titre (gracieux|de courtoisie|de bonne volonté|exceptionnel et gracieux)',
      '(gracieusement|gracieuseté)',
      '(témoignage|marque|signe) de (notre)? (appréciation|reconnaissance|gratitude|bonne volonté)',
      'en (guise|signe) de (bonne volonté|remerciement[s]|reconnaissance|dédommagement symbolique)',
    ],
  },
  closing: {
    say: [
      `(espérant|espérons|osons espérer|souhaitons) … (indulgence|pardon|pardonner|pardonnerez|pardonneront|
        excuserez|clémence)`,
      '(demandons|sollicitons|comptons sur|appel à|merci de) (toute)? votre (_)? indulgence',
      `!(votre|vos|leur|son) dossier (est|comme|maintenant|désormais|est donc)? (désormais|maintenant|donc)?
        (clos|classé|fermé|réglé)`,
      '(affaire|chapitre) (est)? (désormais|maintenant|donc)? (close|clos|classée)',
      '(considérons|considérée|considéré|considérer) … (clos|close|closes)',
      '(tournons|tourner|tourné) la page',
      'derrière nous',
    ],
  },
  jargon: {
    say: [
      'performance[s] (dégradée[s]|réduite[s])',
      '(dégradation|détérioration) (de|du|des|de la) (la)? (performance[s]|service[s])',
      'service[s] (_)? dégradé[s]',
      '(impacté[s|e|es]|impacter|impactent|impactant[s|e|es]|impactait|impactera|impacterait)',
    ],
  },
};
