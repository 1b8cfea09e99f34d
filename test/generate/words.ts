import type { LocalText } from '../../src/model/values.ts';

/**
 * What the generated notices say. `{place}`, `{at}` (an hour), `{n}` (customers), `{m}` (minutes) and `{use}` are
 * filled in for each language; both texts of a pair hold the same ones.
 */
const pair = (en: string, fr: string): LocalText => ({ en, fr });

export interface GeneratedService {
  readonly id: string;
  readonly name: LocalText;
  readonly down: LocalText;
  readonly slug: LocalText;
  /** After "cannot" and « ne peuvent ». */
  readonly use: LocalText;
}

const service = (id: string, name: LocalText, down: LocalText, slug: LocalText, use: LocalText) => ({
  id,
  name,
  down,
  slug,
  use,
});

export const services: readonly GeneratedService[] = [
  service(
    'email',
    pair('Email', 'Courriel'),
    pair('Email down', 'Panne de courriel'),
    pair('email-down', 'panne-de-courriel'),
    pair('send or receive email', 'ni envoyer ni recevoir de courriels'),
  ),
  service(
    'internet',
    pair('Internet', 'Internet'),
    pair('Internet down', 'Panne d’Internet'),
    pair('internet-down', 'panne-d-internet'),
    pair('open a web page', 'ouvrir une page Web'),
  ),
  service(
    'phone',
    pair('Home phone', 'Téléphone résidentiel'),
    pair('Home phone down', 'Panne de téléphone'),
    pair('home-phone-down', 'panne-de-telephone'),
    pair('make or receive calls', 'ni appeler ni recevoir d’appels'),
  ),
  service(
    'mobile',
    pair('Mobile data', 'Données mobiles'),
    pair('Mobile data down', 'Données mobiles en panne'),
    pair('mobile-data-down', 'donnees-mobiles-en-panne'),
    pair('use the Internet on their cellphone', 'naviguer sur leur cellulaire'),
  ),
  service(
    'television',
    pair('Television', 'Télévision'),
    pair('No television', 'Télévision en panne'),
    pair('no-television', 'television-en-panne'),
    pair('watch television', 'regarder la télévision'),
  ),
  service(
    'account',
    pair('My account', 'Mon compte'),
    pair('My account closed', 'Mon compte inaccessible'),
    pair('my-account-closed', 'mon-compte-inaccessible'),
    pair('sign in to their account', 'ouvrir leur compte'),
  ),
];

export const regions: Readonly<Record<string, LocalText>> = {
  nl: pair('Newfoundland and Labrador', 'Terre-Neuve-et-Labrador'),
  ns: pair('Nova Scotia', 'Nouvelle-Écosse'),
  nb: pair('New Brunswick', 'Nouveau-Brunswick'),
  qc: pair('Quebec', 'Québec'),
  on: pair('Ontario', 'Ontario'),
  mb: pair('Manitoba', 'Manitoba'),
  sk: pair('Saskatchewan', 'Saskatchewan'),
  bc: pair('British Columbia', 'Colombie-Britannique'),
};

/** Towns that bear one name in both languages, each with its region. */
export const places: readonly (readonly [name: string, region: string])[] = [
  ['Corner Brook', 'nl'],
  ['Gander', 'nl'],
  ['Truro', 'ns'],
  ['Yarmouth', 'ns'],
  ['Moncton', 'nb'],
  ['Bathurst', 'nb'],
  ['Edmundston', 'nb'],
  ['Rimouski', 'qc'],
  ['Saguenay', 'qc'],
  ['Gatineau', 'qc'],
  ['Sherbrooke', 'qc'],
  ['Sudbury', 'on'],
  ['Timmins', 'on'],
  ['Kingston', 'on'],
  ['Windsor', 'on'],
  ['Kenora', 'on'],
  ['Brandon', 'mb'],
  ['Thompson', 'mb'],
  ['Saskatoon', 'sk'],
  ['Regina', 'sk'],
  ['Kelowna', 'bc'],
  ['Nanaimo', 'bc'],
  ['Kamloops', 'bc'],
  ['Terrace', 'bc'],
];

export const title = pair('{down} in {place}, {date}', '{down} à {place}, le {date}');

export const summary = pair(
  'From {at}, {n} customers in {place} could not {use}. This notice says what happened and what was done.',
  'Dès {at}, {n} clients à {place} ne pouvaient {use}. Cet avis dit ce qui s’est passé et ce qui a été fait.',
);

export const now: readonly LocalText[] = [
  pair(
    'Leave your equipment on: it comes back by itself. For help, call any of our stores in {place}.',
    'Laissez vos appareils allumés : ils se remettent en marche seuls. Pour de l’aide, appelez une de nos boutiques à {place}.',
  ),
  pair(
    'Change nothing in your settings. If you cannot wait, use the public connection of the library in {place}.',
    'Ne changez rien à vos réglages. Si vous ne pouvez attendre, servez-vous de la connexion de la bibliothèque, à {place}.',
  ),
];

export const updates: Readonly<
  Record<'investigating' | 'identified' | 'monitoring' | 'resolved', readonly LocalText[]>
> = {
  investigating: [
    pair(
      'Since {at}, {n} customers in {place} cannot {use}. Our own tests from two other towns fail in the same way. We are looking for the cause, and the network team has joined the crew on call.',
      'Depuis {at}, {n} clients à {place} ne peuvent {use}. Nos propres essais depuis deux autres villes échouent de la même façon. Nous cherchons la cause, et l’équipe du réseau a rejoint celle de garde.',
    ),
    pair(
      'What we know: calls began at {at}, and all of them come from {place}. What we do not know: whether the fault lies in our equipment or in the building that houses it. A technician reaches it in {m} minutes.',
      'Ce que nous savons : les appels ont commencé à {at}, et tous viennent de {place}. Ce que nous ignorons : si la faute est dans nos appareils ou dans l’édifice qui les abrite. Un technicien y sera dans {m} minutes.',
    ),
    pair(
      'The fault is not in the cable, which we have measured from both ends. We are going through the changes of the past night one after the other, and have undone three of them without effect so far.',
      'La faute n’est pas dans le câble, que nous avons mesuré des deux bouts. Nous revoyons un à un les changements de la nuit dernière, et en avons annulé trois, sans effet jusqu’ici.',
    ),
  ],
  identified: [
    pair(
      'We found the cause: a router in {place} was sending traffic in a circle. We are moving {n} customers to its neighbour, in groups, and check each group before we go on to the next one.',
      'La cause est trouvée : un routeur, à {place}, faisait tourner le trafic en rond. Nous déplaçons {n} clients vers son voisin, par groupes, et vérifions chaque groupe avant de passer au suivant.',
    ),
    pair(
      'A cabinet in {place} lost power, and its batteries lasted {m} minutes. They should have lasted a night. A generator is on its way by truck, and a second one follows in case the first one fails.',
      'Une armoire, à {place}, a perdu le courant, et ses batteries ont tenu {m} minutes. Elles devaient tenir une nuit. Une génératrice arrive par camion, et une autre suit au cas où la première lâcherait.',
    ),
    pair(
      'Half of the work is done. The rest takes longer than we said, because two cards have to be replaced by hand and are kept in another town. The driver has called from the road and is {m} minutes away.',
      'La moitié du travail est faite. Le reste prend plus de temps que nous l’avions dit, car deux cartes doivent être remplacées à la main et se trouvent dans une autre ville. Le chauffeur a appelé de la route; il est à {m} minutes.',
    ),
    pair(
      'The change that we made overnight removed a setting that {place} needs. We are putting it back by hand on each machine. Those who were connected before {at} may have to turn their equipment off and on.',
      'Le changement que nous avons fait cette nuit a retiré un réglage nécessaire à {place}. Nous le remettons à la main dans chaque machine. Si vous étiez connecté avant {at}, il se peut que vous deviez éteindre et rallumer vos appareils.',
    ),
  ],
  monitoring: [
    pair(
      'Service is back for {n} customers. We watch the load in {place} at every minute, because an evening is heavier than the hours that we have seen. If it holds until the night, we will say so here.',
      'Le service est revenu pour {n} clients. Nous surveillons la charge à {place} à chaque minute, car une soirée pèse plus lourd que les heures que nous avons vues. Si tout tient jusqu’à la nuit, nous le dirons ici.',
    ),
    pair(
      'The new cards are in place, and our tests succeed from three towns. It is still slow at times: a page can take {m} seconds to open. We keep the second path open until tomorrow.',
      'Les nouvelles cartes sont en place, et nos essais réussissent depuis trois villes. C’est encore lent par moments : une page peut mettre {m} secondes à s’ouvrir. Nous gardons le second lien ouvert jusqu’à demain.',
    ),
  ],
  resolved: [
    pair(
      'Everyone in {place} has service again. The last customers were called one by one, and no test has failed for {m} minutes. The second path stays open for a week.',
      'Tout le monde, à {place}, a retrouvé le service. Les derniers clients ont été appelés un par un, et aucun essai n’a échoué depuis {m} minutes. Le second lien reste ouvert une semaine.',
    ),
    pair(
      'Service works for all {n} customers. If yours does not, turn your equipment off, wait {m} seconds and turn it on again; if that fails, call us, and a technician comes the same day.',
      'Le service fonctionne pour les {n} clients. Si le vôtre ne fonctionne pas, éteignez vos appareils, attendez {m} secondes et rallumez-les; si cela ne suffit pas, appelez-nous, et un technicien vient le jour même.',
    ),
  ],
};

export const relapse = pair(
  'We said too early that this was over. Since {at}, {n} customers in {place} are without service again, and the repair has to be done anew.',
  'Nous avons dit trop vite que c’était fini. Depuis {at}, {n} clients à {place} sont de nouveau sans service, et la réparation est à refaire.',
);

export const causes: readonly LocalText[] = [
  pair(
    'A change made overnight removed a setting. We had tried it on a machine that is not like those in {place}, and nobody had compared the two.',
    'Un changement fait la nuit a retiré un réglage. Nous l’avions essayé sur une machine différente de celles de {place}, et personne n’avait comparé les deux.',
  ),
  pair(
    'The batteries in {place} were past their age. Our list said that they had been replaced; they had been ordered and never installed.',
    'Les batteries de {place} avaient passé l’âge. Notre liste les disait remplacées; elles avaient été commandées, et jamais posées.',
  ),
];

export const apology: readonly GeneratedPart[] = [
  [
    'harm',
    pair('What you went through', 'Ce que vous avez vécu'),
    pair(
      'From {at}, {n} of you in {place} could not {use}. Shops closed their tills, and families could not be reached.',
      'Dès {at}, {n} d’entre vous, à {place}, ne pouvaient {use}. Des commerces ont fermé leurs caisses, et des familles étaient injoignables.',
    ),
  ],
  [
    'responsibility',
    pair('We did this', 'C’est nous qui l’avons fait'),
    pair(
      'We made this change without trying it where it mattered. I approved it, and I answer for it.',
      'Nous avons fait ce changement sans l’essayer là où il comptait. Je l’ai approuvé et j’en réponds.',
    ),
  ],
  [
    'regret',
    pair('I am sorry', 'Je vous présente mes excuses'),
    pair(
      'You rely on us, and we failed you. I am sorry.',
      'Vous comptez sur nous, et nous avons manqué à notre parole. Je vous en présente mes excuses.',
    ),
  ],
  [
    'repair',
    pair('What we owe you', 'Ce que nous vous devons'),
    pair(
      'Every customer in {place} receives [a credit on the next bill](#next-bill), without asking.',
      'Chaque client, à {place}, reçoit [un crédit sur sa prochaine facture](#next-bill), sans le demander.',
    ),
  ],
  [
    'explanation',
    pair('What we know', 'Ce que nous savons'),
    pair(
      'We know which setting was lost and why nobody saw it. We do not know yet why the alarm took {m} minutes to ring.',
      'Nous savons quel réglage a été perdu et pourquoi personne ne l’a vu. Nous ne savons pas encore pourquoi l’alarme a mis {m} minutes à sonner.',
    ),
  ],
  [
    'prevention',
    pair('What we are changing', 'Ce que nous changeons'),
    pair(
      'Two people now compare the machines before any change. You can follow [this promise](#two-people).',
      'Deux personnes comparent maintenant les machines avant tout changement. Vous pouvez suivre [cet engagement](#two-people).',
    ),
  ],
  [
    'silence',
    pair('What we did not say', 'Ce que nous n’avons pas dit'),
    pair(
      'Our first notice came late, and you learned of the outage before we told you. I am sorry for that too.',
      'Notre premier avis a tardé, et vous avez su la panne avant que nous vous la disions. De cela aussi, je suis désolé.',
    ),
  ],
];

/** What stands under one heading: its id (for the apology its role), the heading and the text. */
export type GeneratedPart = readonly [id: string, heading: LocalText, text: LocalText];

export const credit: GeneratedPart = [
  'next-bill',
  pair('Credit on the next bill', 'Crédit sur la prochaine facture'),
  pair(
    'It is on the bill that follows this notice, on a line of its own.',
    'Il figure sur la facture qui suit cet avis, sur une ligne à part.',
  ),
];

export const commitments: readonly GeneratedPart[] = [
  [
    'two-people',
    pair(
      'Two people compare machines before a change',
      'Deux personnes comparent les machines avant un changement',
    ),
    pair(
      'The comparison is written down and kept with the change.',
      'La comparaison est écrite et gardée avec le changement.',
    ),
  ],
  [
    'batteries',
    pair('Batteries are tried every spring', 'Les batteries sont essayées chaque printemps'),
    pair('Each cabinet runs on them for {m} minutes.', 'Chaque armoire fonctionne {m} minutes avec elles.'),
  ],
];

export const questions: readonly GeneratedPart[] = [
  [
    'am-i-affected',
    pair('Am I affected?', 'Cette panne me touche-t-elle?'),
    pair(
      'Yes, if you are one of the {n} customers served from {place}. Your bill names the exchange that serves you.',
      'Oui, si vous êtes l’un des {n} clients desservis depuis {place}. Votre facture nomme le central qui vous dessert.',
    ),
  ],
  [
    'what-works',
    pair('What still works?', 'Qu’est-ce qui fonctionne encore?'),
    pair(
      'Everything that does not pass through {place}. Calls to 9-1-1 from a cellphone go through.',
      'Tout ce qui ne passe pas par {place}. Les appels au 9-1-1 faits d’un cellulaire passent.',
    ),
  ],
  [
    'security',
    pair('Was this an attack?', 'Est-ce une cyberattaque?'),
    pair(
      'No. It comes from our own work, and nobody has had access to your information.',
      'Non. Cela vient de nos propres travaux, et personne n’a eu accès à vos renseignements.',
    ),
  ],
  [
    'silence-question',
    pair('Why did you not tell us earlier?', 'Pourquoi ne pas nous l’avoir dit plus tôt?'),
    pair(
      'Because nobody was charged with writing the first notice before an office hour. Somebody is now.',
      'Parce que personne n’avait mission d’écrire le premier avis hors des heures de bureau. C’est maintenant le cas.',
    ),
  ],
];

export const maintenance = {
  title: pair('Planned work in {place}, {date}', 'Travaux prévus à {place}, le {date}'),
  slug: pair('planned-work', 'travaux-prevus'),
  summary: pair(
    'We replace equipment in {place}. Service stops for about {m} minutes during the night.',
    'Nous remplaçons des appareils à {place}. Le service s’arrête environ {m} minutes pendant la nuit.',
  ),
  text: {
    scheduled: pair(
      'The night was chosen with the hospital and the fire hall of {place}. Leave your equipment on.',
      'La nuit a été choisie avec l’hôpital et la caserne de {place}. Laissez vos appareils allumés.',
    ),
    in_progress: pair(
      'The work has begun. Each street is without service for {m} minutes at most.',
      'Les travaux ont commencé. Chaque rue est sans service pendant {m} minutes au plus.',
    ),
    completed: pair(
      'The work is done, and every test succeeds in {place}.',
      'Les travaux sont finis, et tous les essais réussissent à {place}.',
    ),
  },
} as const;

export const faqTitle = pair('Frequently asked questions', 'Foire aux questions');

export const standingQuestion: GeneratedPart = [
  'real-message',
  pair('How do I know that a message is real?', 'Comment reconnaître un vrai message?'),
  pair('It leads to a notice on this site.', 'Il mène à un avis de ce site.'),
];

export const about = {
  title: pair('About these notices', 'À propos de ces avis'),
  text: pair('A site made up for measurements.', 'Un site inventé pour des mesures.'),
};
