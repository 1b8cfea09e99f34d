import type { Locale } from '../../model/values.ts';

/** What to write instead of each form to avoid. */
type Forms = ReadonlyMap<string, string>;

/** Endings of French verbs in -er that both verbs share. */
const er = 'er|e|es|ent|é|ée|és|ées|ait|aient|era|eront|erait|eraient|ons|ez';

/**
 * One term on a line: `form|form → better; forms → better`; `impact[er|e] → touch` has the same endings on
 * both sides. French terms (OQLF's Grand dictionnaire terminologique for e-mail; common usage for
 * the rest); English is what a Canadian editor corrects without asking: Canadian Press spelling, plain words.
 */
const written: Readonly<Record<Locale, string>> = {
  fr: `
    email|e-mail → courriel; emails|e-mails → courriels
    mail → courriel; mails → courriels
    webmail → courriel Web; webmails → courriels Web
    inbox → boîte de réception; inboxes → boîtes de réception
    newsletter → infolettre; newsletters → infolettres
    spam → pourriel; spams → pourriels
    phishing → hameçonnage
    bounce|bounces → avis de non-remise
    forward[${er}] → réachemin
    update → mise à jour; updates → mises à jour
    backup|back-up → copie de sauvegarde; backups|back-ups → copies de sauvegarde
    bris de service|bris de services → interruption de service
    performance dégradée → service ralenti; performances dégradées → lenteurs
    downtime → temps d’arrêt
    workaround → solution de contournement; workarounds → solutions de contournement
    cause racine → cause première; causes racines → causes premières
    ligne du temps → chronologie; lignes du temps → chronologies
    page de statut|page de status → page d’état; pages de statut|pages de status → pages d’état
    statut du service → état du service; statut des services → état des services
    support technique → soutien technique
    vendeur tiers → fournisseur; vendeurs tiers → fournisseurs
    vendeur de services → fournisseur de services; vendeur de stockage → fournisseur de stockage
    impact[${er}] → touch
    céduler → planifier; cédulé → planifié; cédulée → planifiée; cédulés → planifiés; cédulées → planifiées
    cédule → horaire; cédules → horaires
    cancell[${er}] → annul
    reboot[${er}] → redémarr
    fichier attaché → fichier joint; fichiers attachés → fichiers joints
    bug → bogue; bugs → bogues
    follow-up → suivi; follow-ups → suivis
    feedback → commentaires
    hotline → ligne d’assistance; hotlines → lignes d’assistance
    mettre à date → mettre à jour; mis à date → mis à jour; mise à date → mise à jour; mises à date → mises à jour
    jusqu’à date → jusqu’à maintenant
    prenez note que → veuillez noter que; prenez note qu → veuillez noter qu
    supporter les clients → aider les clients; supporter nos clients → aider nos clients; supporter la clientèle → aider la clientèle; supporter notre clientèle → aider notre clientèle; supporter vos → prendre en charge vos
    est down → est en panne; sont down → sont en panne; était down → était en panne; étaient down → étaient en panne
    ETA → heure de rétablissement prévue; ETAs → heures de rétablissement prévues
    offline → hors ligne; online → en ligne
    en opération → en service
    investiguer → enquêter; investiguons → enquêtons; investigue → enquête
    login → ouverture de session; logins → ouvertures de session
    outage → panne; outages → pannes
    back en ligne → de nouveau en ligne
  `,
  en: `
    e-mail[|s|ed|ing] → email
    on-line → online
    off-line → offline
    web site → website; web sites → websites
    alot → a lot
    irregardless → regardless
    prior to → before
    due to the fact that → because
    in the event that → if
    at this point in time → now
    utilize → use; utilizes → uses; utilized → used; utilizing → using
    color[|s|ed|ing] → colour
    favor[|s|ed|ing|able|ite|ites] → favour
    honor[|s|ed|ing] → honour
    labor → labour
    neighbor[|s|ing|hood|hoods] → neighbour
    behavior[|s] → behaviour
    rumor[|s|ed] → rumour
    endeavor[|s|ed|ing] → endeavour
    center → centre; centers → centres; centered → centred; centering → centring
    fiber → fibre; fibers → fibres
    theater → theatre; theaters → theatres
    kilometer → kilometre; kilometers → kilometres
    liter → litre; liters → litres
    defense → defence; defenses → defences
    offense → offence; offenses → offences
    catalog → catalogue; catalogs → catalogues
    cancel[ed|ing] → cancell
    travel[ed|ing|er|ers] → travell
    label[ed|ing] → labell
    apologis[e|es|ed|ing] → apologiz
    organis[e|es|ed|ing|ation|ations] → organiz
    realis[e|es|ed|ing] → realiz
    recognis[e|es|ed|ing] → recogniz
    prioritis[e|es|ed|ing] → prioritiz
    minimis[e|es|ed|ing] → minimiz
  `,
};

const linesOf = (table: string): readonly string[] =>
  table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const terms: Readonly<Record<Locale, readonly string[]>> = {
  en: linesOf(written.en),
  fr: linesOf(written.fr),
};

/** The forms of one line of the table. */
export const formsOf = (line: string): Forms =>
  new Map(
    line.split('; ').flatMap((part): (readonly [string, string])[] => {
      const [avoid = '', prefer = ''] = part.split(' → ');
      const [stem = '', endings] = avoid.split(/[[\]]/);
      if (endings !== undefined) return endings.split('|').map((ending) => [stem + ending, prefer + ending]);
      return avoid.split('|').map((form) => [form, prefer]);
    }),
  );
