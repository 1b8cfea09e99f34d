import { describe, expect, test } from 'vitest';
import { quantityDifferences } from '../../src/language/quantities/quantities.ts';

/** Each says one thing in English and another in French. */
const told: readonly (readonly [en: string, fr: string])[] = [
  ['Work on Friday May 3, 2024.', 'Travaux le jeudi 3 mai 2024.'],
  ['Both regions are down for 1 hour.', 'Un service est en panne pendant 2 heures.'],
  ['Both sites: service returns at 1 p.m.', 'Un site : le service revient à 14 h.'],
  ['It ended within 1 hour.', 'Elle a pris fin rapidement. Une équipe reste sur place.'],
  ['down over the last 24 hours', 'en panne une nouvelle fois'],
  ['November 18th 2014', '18 décembre 2014'],
  ['November 18th 2014', '18 novembre 2015'],
  ['lasted one hour', 'a duré trois heures'],
  ['five days', 'deux jours'],
  ['an hour at most', 'quelques heures'],
  ['twice a day', 'trois fois par jour'],
  ['half of the customers', 'le tiers des clients'],
  ['4 p.m. EDT', '16 h HNE'],
  ['4 p.m. ET', '16 h HC'],
  ['9:00 PM EDT', '21 h PME'],
  ['7:00 PM', '19:00 PM'],
  ['from 8 p.m. to 11 p.m.', 'de 23 h à 20 h'],
  ['Zone A at 8 p.m., zone B at 10 p.m.', 'Zone A à 22 h, zone B à 20 h'],
  ['Halifax: 1,200 customers; Sydney: 800 customers', 'Halifax : 800 clients; Sydney : 1200 clients'],
  ['1,200 customers in Halifax and 800 in Sydney', '800 clients à Halifax et 1200 à Sydney'],
  [
    '- Email: 8 p.m.\n- Phone: 10 p.m.\n- Card: 11 p.m.',
    '- Courriel : 22 h\n- Téléphone : 20 h\n- Carte : 23 h',
  ],
  ['from May 3 at 8 p.m. to May 5 at 6 a.m.', 'du 5 mai à 20 h au 3 mai à 6 h'],
  ['Notice CRTC 2023-39', 'Avis CRTC 2023-93'],
  ['in 2018-19', 'en 2018-20'],
  ['7:33 UTC', '3 h 33 HNE'],
  ['07:33 UTC', '2 h 33 HAR'],
  ['It will last one hour.', 'Ce sera bref.'],
  ['Every two hours', 'Toutes les trois heures'],
  ['The work takes two business days.', 'Les travaux prennent trois jours ouvrables.'],
  ['three services', 'deux services'],
  ['Monday to Friday', 'du lundi au jeudi'],
  ['closed on Tuesday', 'fermé mercredi'],
  ['between 9 a.m. and 11 a.m.', 'entre 11 h et 9 h'],
  ['twice a day', 'deux fois par semaine'],
  ['Line 1: 8 p.m. Line 2: 10 p.m.', 'Ligne 1 : 22 h. Ligne 2 : 20 h.'],
  ['18Z', '19 h UTC'],
  ['0630 hours', '7 h 30'],
  ['twenty-four hours', 'vingt-deux heures'],
  ['half an hour', 'une heure'],
  ['an hour and a half', 'une heure'],
  ['3 of 12 sites', '4 des 12 sites'],
  ['a few days', 'quelques heures'],
  ['several weeks', 'plusieurs jours'],
  ['The work begins Tuesday at 10 p.m.', 'Les travaux commencent mercredi à 22 h.'],
  ['Back by 6 a.m. Pacific Time', 'Rétabli à 6 h, heure des Rocheuses'],
  ['within ten minutes', 'en dix heures'],
  ['three quarters of customers', 'la moitié des clients'],
  ['twenty sites', 'trente sites'],
  ['every two weeks', 'toutes les trois semaines'],
  ['8:30 a.m. NDT', '8 h 30 HAA'],
  ['$2.5 million', '2,5 M$ US'],
  ['from $10 to $15', 'de 15 $ à 10 $'],
  ['between May 3 and May 9', 'entre le 9 et le 3 mai'],
  ['Room 204', 'Local 240'],
  ['Moncton: 12 sites. Saint John: 30 sites.', 'Moncton : 30 sites. Saint John : 12 sites.'],
  ['version 2.1.3', 'version 2.1.4'],
  ['a few minutes', 'quelques secondes'],
  ['one hour and ten minutes', 'une heure et vingt minutes'],
  ['Saturdays at 9 a.m.', 'le dimanche à 9 h'],
  ['daily', 'chaque semaine'],
  ['Next update Friday at 9 a.m.', 'Prochaine mise à jour à 9 h.'],
  ['the nights of March 3–4, 10–11 and 17–18', 'dans les nuits du 3 au 4, du 10 au 11 et du 18 au 19 mars'],
  ['Write to G1R 5H1 or H2Y 1C6.', 'Écrivez au G1R 5H2 ou au H2Y 1C6.'],
  ['between 0410 and 0447 MST', 'entre 4 h 10 et 4 h 47 HNC'],
  ['down 1900-2015 EDT', 'en panne de 19 h à 21 h 15 HAE'],
  ['From June 3 to 28, open 9 a.m. to 5 p.m.', 'Du 3 au 28 juin, ouvert de 17 h à 9 h'],
];

/** Each says the same in both. */
const silent: readonly (readonly [en: string, fr: string])[] = [
  ['Levels 00,06,12 and 18', 'Niveaux 00,06,12 et 18'],
  ['on Monday May 13 2013', 'le lundi 13 mai 2013'],
  ['version 19', 'version 019'],
  ['resets at 8PM', 'à 20, heure de l’Est'],
  ['18Z run', 'passe de 1800 UTC, version 3.0.0'],
  ['on September 18, 2018 and again on September 18, 2018', 'le 18 septembre 2018'],
  ['a full 3-D module', 'un module complet'],
  ['12 p.m. (noon)', 'midi'],
  ['0630 hours', '6 h 30'],
  ['1830Z', '18 h 30 UTC'],
  ['1200 UTC run', 'passe de 12 UTC'],
  ['07:33 UTC', '9 h 33 (heure de Paris)'],
  ['07:33 UTC', '1 h 33 HAR'],
  ['within an hour', 'en une heure'],
  ['one hour', '1 heure'],
  ['1 hour', 'une heure'],
  ['3 p.m. EDT', '15 h HAE'],
  ['3 p.m. ET', '15 h (HE)'],
  ['at 3 p.m. Eastern Time', 'à 15 h, heure de l’Est'],
  ['from 9 a.m. to 5 p.m. EDT', 'de 9 h à 17 h (HAE)'],
  ['8:30 a.m. NT', '8 h 30 HT'],
  ['Friday, August 16', 'vendredi 16 août'],
  ['$1,234.50', '1 234,50 $'],
  ['Call 1-888-555-BELL', 'Composez le 1 888 555-BELL'],
  ['Call 1-888-555-BELL (2355)', 'Composez le 1 888 555-2355 (BELL)'],
  ['November 18th, 2014', '18 novembre 2014'],
  ['the 1st', 'le 1er'],
  ['twice a day', 'deux fois par jour'],
  ['half', 'la moitié'],
  ['a third', 'le tiers'],
  ['ext. 22', 'poste 22'],
  ['12:00 a.m.', '00 h 00'],
  ['9 to 11 p.m.', 'de 21 h à 23 h'],
  ['two (2) hours', 'deux (2) heures'],
  ['fiscal year 2018-2019', 'exercice 2018-2019'],
  ['2018-19', '2018-2019'],
  ['1,600', '1 600'],
  ['0.1', '0,10'],
  ['spring 2024', 'printemps 2024'],
  ['Monday to Friday', 'du lundi au vendredi'],
  ['Mon–Fri', 'lun.-ven.'],
  ['a day or two', 'un jour ou deux'],
  ['the last two hours', 'les deux dernières heures'],
  ['24 hours a day, seven days a week', '24 heures sur 24, 7 jours sur 7'],
  ['two and a half hours', '2 h 30'],
  ['two hours and thirty minutes', '2 h 30'],
  ['half an hour', '30 minutes'],
  ['half an hour', 'une demi-heure'],
  ['a quarter of an hour', '15 minutes'],
  ['both sites', 'les deux sites'],
  ['one site', 'un site'],
  ['1 site', 'un site'],
  ['first', 'premier'],
  ['at three o’clock', 'à 15 h'],
  ['at 3 a.m.', 'à trois heures'],
  ['$25 an hour', '25 $ l’heure'],
  ['60 km an hour', '60 km/h'],
  ['3 times a day', 'trois fois par jour'],
  ['8 p.m. Monday (EDT)', 'lundi 20 h (HAE)'],
  ['noon ET (1 p.m. AT)', 'midi HE (13 h HA)'],
  ['3:30 p.m. NDT (2 p.m. EDT)', '15 h 30 HAT (14 h HAE)'],
  ['Saturday and Sunday', 'samedi et dimanche'],
  ['a couple of hours', 'quelques heures'],
  ['a couple of hours', 'deux heures'],
  ['about a dozen sites', 'une dizaine de sites'],
  ['10,000 clients', '10,000 clients'],
  ['Zone A at 8 p.m., zone B at 10 p.m.', 'Zone A à 20 h, zone B à 22 h'],
  ['Zone A at 8 p.m., zone B at 10 p.m.', '20 h pour la zone A, 22 h pour la zone B'],
  ['2014 to 2016', 'de 2014 à 2016'],
  ['December 08, 2020', 'le 8 décembre 2020'],
  ['the seven-day average', 'la moyenne sur sept jours'],
  ['a two-hour outage', 'une panne de deux heures'],
  ['9:00 PM EDT at STM', '21 h STM HAE'],
  ['in one hour', 'dans une heure'],
  ['one of our two data centres', 'l’un de nos deux centres de données'],
  ['every hour', 'toutes les heures'],
  ['once a day', 'une fois par jour'],
  ['once a week', 'chaque semaine'],
  ['Between midnight and 6 a.m. on Sunday, May 5, 2024', 'Le dimanche 5 mai 2024, entre minuit et 6 h'],
  [
    'Your bill will show $5 a day for four days.',
    'Votre facture indiquera 5 $ par jour pendant quatre jours.',
  ],
  [
    'In the first hour, two thirds of calls failed.',
    'Pendant la première heure, les deux tiers des appels ont échoué.',
  ],
  [
    'We expect to be back within 24 to 48 hours.',
    'Nous prévoyons un retour à la normale d’ici 24 à 48 heures.',
  ],
  ['One of our technicians will call within the hour.', 'Un de nos techniciens vous appellera dans l’heure.'],
  [
    'The outage began Thursday evening, Jan. 9, at 6:15 p.m. EST.',
    'La panne a commencé jeudi soir, le 9 janvier, à 18 h 15 (HNE).',
  ],
  ['Please allow up to 5–7 business days.', 'Prévoyez de cinq à sept jours ouvrables.'],
  ['We are open 8:30-4:30 Mon. to Fri.', 'Nous sommes ouverts de 8 h 30 à 16 h 30, du lundi au vendredi.'],
  [
    'A second outage lasted 12 minutes; a third, 40 seconds.',
    'Une deuxième panne a duré 12 minutes; une troisième, 40 secondes.',
  ],
  [
    'All four sites are back, one of them since noon.',
    'Les quatre sites sont rétablis, dont un depuis midi.',
  ],
  ['Text STOP to 55555.', 'Textez ARRET au 55555.'],
  ['It is 25 per cent faster, or $1.2M less.', 'C’est 25 p. 100 plus rapide, soit 1,2 M$ de moins.'],
  ['The 2nd floor, room B-204, is closed.', 'Le 2e étage, local B-204, est fermé.'],
  ['Windows 11, iOS 17.4 and Office 365', 'Windows 11, iOS 17.4 et Office 365'],
  ['every other Friday', 'un vendredi sur deux'],
  ['Hundreds of customers, thousands of calls', 'Des centaines de clients, des milliers d’appels'],
  [
    'As of 2:00 p.m. MDT (20:00 UTC), 3 out of 5 are up.',
    'À 14 h HAR (20 h UTC), trois sur cinq fonctionnent.',
  ],
  ['no later than midnight on the 31st', 'au plus tard à minuit le 31'],
  ['the weekend of June 1 and 2', 'la fin de semaine des 1er et 2 juin'],
  ['by half past two', 'à 14 h 30'],
  ['Twice, on March 1 and on March 4.', 'À deux reprises, le 1er et le 4 mars.'],
  ['once more', 'une fois de plus'],
  ['more than one customer', 'plus d’un client'],
  ['an hour later', 'une heure plus tard'],
  ['one day this week', 'un jour cette semaine'],
  ['two days ago', 'il y a deux jours'],
  ['the 90-day warranty', 'la garantie de 90 jours'],
  ['a 3-hour window', 'une fenêtre de trois heures'],
  ['Sept. 30, 2024', 'le 30 sept. 2024'],
  ['Q3 2024', 'T3 2024'],
  ['5 to 10 minutes', 'de cinq à dix minutes'],
  ['$10 to $15', 'de 10 $ à 15 $'],
  ['Monday, Tuesday and Wednesday', 'du lundi au mercredi'],
  ['Monday to Wednesday', 'lundi, mardi et mercredi'],
  ['on Sun., Nov. 3', 'dim. 3 nov.'],
  ['1st-3rd July', 'du 1er au 3 juillet'],
  ['the 1990s', 'les années 1990'],
  ['1,000,000', '1 000 000'],
  ['100 km/h', '100 km/h'],
  ['911', '9-1-1'],
  ['for the second time in a week', 'pour la deuxième fois en une semaine'],
  ['six and a half days', 'six jours et demi'],
  ['one and a half hours', 'une heure et demie'],
  ['closed on Friday', 'fermé demain'],
  ['Write to K1A 0H3 or J3H 5H2.', 'Écrivez au K1A 0H3 ou au J3H5H2.'],
  ['the nights of March 3–4, 10–11 and 17–18', 'dans les nuits du 3 au 4, du 10 au 11 et du 17 au 18 mars'],
  ['On August 14, 15 customers were out.', 'Le 14 août, 15 clients étaient en panne.'],
  ['between 0410 and 0447 MST', 'entre 4 h 10 et 4 h 47 HNR'],
  ['down 1900-2015 EDT', 'en panne de 19 h à 20 h 15 HAE'],
  ['Rooms 1010 to 1200 are closed.', 'Les locaux 1010 à 1200 sont fermés.'],
];

/** Where only one text has the value, it stands alone. */
const alone = [
  'Next update Friday at 9 a.m.',
  'lasts one hour',
  'It will last one hour.',
  'It ended within 1 hour.',
  'down over the last 24 hours',
];

describe('one contradiction is told once', () => {
  test.each(told)('%s | %s', (en, fr) => {
    const differences = quantityDifferences(en, fr);
    expect(differences).toHaveLength(1);
    const [one] = differences;
    if (!alone.includes(en)) expect([one?.en, one?.fr]).not.toContain(undefined);
    if (one?.en !== undefined) expect(en.slice(one.en.index)).toContain(one.en.text);
    if (one?.fr !== undefined) expect(fr.slice(one.fr.index)).toContain(one.fr.text);
  });
});

describe('what says the same is silent', () => {
  test.each(silent)('%s | %s', (en, fr) => {
    expect(quantityDifferences(en, fr)).toEqual([]);
  });
});

/** The same examples with the roles of the languages turned. */
describe('in the other direction', () => {
  test.each([
    ['Work on Thursday May 3, 2024.', 'Travaux le vendredi 3 mai 2024.'],
    ['A service is down for 2 hours.', 'Les deux régions sont en panne pendant 1 heure.'],
    ['December 18 2014', '18 novembre 2014'],
    ['lasted three hours', 'a duré une heure'],
    ['two days', 'cinq jours'],
    ['a few hours', 'une heure tout au plus'],
    ['three times a day', 'deux fois par jour'],
    ['a third of the customers', 'la moitié des clients'],
    ['4 p.m. EST', '16 h HAE'],
    ['4 p.m. CT', '16 h HE'],
    ['9:00 PM PMT', '21 h HAE'],
    ['19:00 PM', '7 h'],
    ['from 11 p.m. to 8 p.m.', 'de 20 h à 23 h'],
    ['Zone A at 10 p.m., zone B at 8 p.m.', 'Zone A à 20 h, zone B à 22 h'],
    ['Notice CRTC 2023-93', 'Avis CRTC 2023-39'],
    ['in 2018-20', 'en 2018-19'],
    ['2:33 a.m. EDT', '07:33 UTC'],
  ])('%s | %s', (en, fr) => {
    expect(quantityDifferences(en, fr)).toHaveLength(1);
  });
  test.each([
    ['2:33 a.m. CDT', '07:33 UTC'],
    ['12 UTC run', 'passe de 1200 UTC'],
    ['noon', '12 h (midi)'],
    ['6:30 a.m.', '0630 heures'],
    ['September 18, 2018', 'le 18 septembre 2018 et encore le 18 septembre 2018'],
    ['version 019', 'version 19'],
    ['an hour', '1 heure'],
    ['Call 1-888-555-2355 (BELL)', 'Composez le 1 888 555-BELL'],
  ])('%s | %s', (en, fr) => {
    expect(quantityDifferences(en, fr)).toEqual([]);
  });
});

test.each([
  ['07:33 UTC', '2 h 33 HAR', '1 h 33 HAR'],
  ['9 p.m. PDT', '23 h HAE', 'minuit HAE'],
  ['4:10 a.m. MST', '10 h 10 UTC', '11 h 10 UTC'],
  ['4 p.m. ET', '16 h HC', '15 h HC'],
  ['1:30 p.m. NT', '13 h 30 HA', '13 h HA'],
  // The season decides.
  ['4 p.m. ET', '21 h UTC', undefined],
  ['4 p.m. ET', '17 h HE', undefined],
])('of two zones it is told what the hour is: %s | %s', (en, fr, meant) => {
  const [one] = quantityDifferences(en, fr);
  expect(one?.meant?.replaceAll('\u00a0', ' ')).toBe(meant);
  if (meant !== undefined) expect([one?.en?.text, one?.fr?.text]).toEqual([en, fr]);
});

test('the surplus occurrence is named, where its counterpart is to be looked for', () => {
  const en = 'Closed at 12 p.m. on the first day. Open at 9 a.m. Closed at 12 p.m. again.';
  const fr = 'Ouvert à 9 h. Fermé à midi de nouveau.';
  const [difference, ...others] = quantityDifferences(en, fr);
  expect(others).toEqual([]);
  expect(difference?.en?.index).toBe(en.indexOf('12 p.m.'));
});
