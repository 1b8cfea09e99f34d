import { describe, expect, test } from 'vitest';
import { post } from '../../src/pages/context/formatters.ts';
import { incidentYml } from '../content/folder.ts';
import { world, worldNames } from '../worlds.ts';
import { builtFolder, builtWorld } from './built.ts';

test('a French post in a sentence takes no capital, unless it is all capitals', () => {
  expect(post('Vice-présidente, Exploitation', 'fr')).toBe('vice-présidente, Exploitation');
  expect(post('Écrivaine', 'fr')).toBe('écrivaine');
  expect(post('PDG', 'fr')).toBe('PDG');
  expect(post('President', 'en')).toBe('President');
});

/** What a reader must find on a page of a world, and what must not be there; `~` is a no-break space. */
const cases = {
  open: {
    '/': [
      'Partial outage: Internet and Home phone',
      'Panne partielle~: Internet et Téléphone résidentiel',
      'English',
      'Français',
    ],
    '/en/': [
      'Partial outage: Internet and Home phone',
      'Latest update, Dec.~1, 9:10~a.m.~AT – Cause found Internet is back in Charlottetown',
      'Expected back Dec.~1, 3:30~p.m.~AT (said at 9:10~a.m. )',
      'Since Dec.~1, 4:30~a.m.~AT',
      'Next update Dec.~1, 10:30~a.m.~AT',
      'Nova Scotia',
      'What to do now',
      'Television Operational',
    ],
    '/fr/': [
      'Panne partielle~: Internet et Téléphone résidentiel',
      'Dernière mise à jour, 1er~déc., 9~h~10~(HA) – Cause trouvée Internet est revenu à Charlottetown',
      'Rétablissement prévu 1er~déc., 15~h~30~(HA), annoncé à 9~h~10',
      'Depuis 1er~déc., 4~h~30~(HA)',
      'Prochaine mise à jour 1er~déc., 10~h~30~(HA)',
      'Nouvelle-Écosse',
      'Que faire maintenant',
      'Télévision En service',
    ],
    '/en/incidents/internet-and-phone-down/': ['18,400 of 96,000', 'Newest first', 'Not known yet'],
    '/fr/incidents/internet-et-telephone-en-panne/': [
      '18~400 sur 96~000',
      'Du plus récent au plus ancien',
      'Promesse tenue~: mise à jour promise pour',
      'Mises à jour promises 4~sur~4 à l’heure',
      'Du plus récent au plus ancien (heure de l’Atlantique)',
      'À préciser',
    ],
  },
  quiet: {
    '/en/': ['All services are operational', 'The last incident began on February~11, 2025.'],
    '/fr/': ['Tous les services fonctionnent', 'Le dernier incident a commencé le 11~février 2025.'],
  },
  reopened: {
    '/en/incidents/transfers-failing/': [
      'Worse again',
      'Reopened: it failed again',
      'Major outage Transfers',
    ],
    '/fr/incidents/virements-bloques/': ['Rechute', 'Incident rouvert', 'Panne majeure Virements'],
  },
  complete: {
    '/en/incidents/email-down/': [
      'Duration 1~day and 15~hours',
      '4~hours and 45~minutes',
      'Corrected on',
      'Promise kept:',
      'Oldest first',
      'restored on April~15, 5:30~p.m.',
    ],
    '/fr/incidents/panne-de-courriel/': [
      'Durée 1~jour et 15~heures',
      '4~heures et 45~minutes',
      'Corrigé le',
      'Promesse tenue~:',
      'Du plus ancien au plus récent',
      'service rétabli le 15~avr., 17~h~30',
    ],
    '/en/commitments/': ['Upcoming: 2', 'Kept: 2', 'Dropped: 1'],
    '/fr/engagements/': ['À venir~: 2', 'Tenus~: 2', 'Abandonné~: 1'],
    '/en/credits/': ['$15', 'Claim required by July~31, 2026', 'Automatic'],
    '/fr/credits/': ['15~$', 'À réclamer d’ici le 31~juillet 2026', 'Automatique'],
    '/en/incidents/email-down/apology/': ['Joanne Kowalchuk-Vermette', 'What we owe you', 'What will change'],
  },
  demonstration: {
    '/en/incidents/telus-net-email-outage/': ['End not known', 'Ended Not known', 'as reported'],
    '/fr/incidents/panne-courriel-telus-net/': ['Fin inconnue', 'Fin Inconnue', '(propos rapportés)'],
  },
} as const;

describe.each(worldNames.filter((name): name is keyof typeof cases => name in cases))('%s', (name) => {
  const built = builtWorld(name);
  test.each(Object.entries<readonly string[]>(cases[name]))('%s', (path, words) => {
    const text = built.text(path);
    for (const one of words) expect(text).toContain(one);
  });
});

test('a reported apology has no signature; one of our own does', () => {
  expect(builtWorld('demonstration').html('/en/incidents/telus-net-email-outage/apology/')).not.toContain(
    'class="signature"',
  );
  expect(builtWorld('complete').html('/en/incidents/email-down/apology/')).toContain('class="signature"');
});

test('the title of an incident begins with its state', () => {
  const title = (html: string) => /<title>([^<]*)</.exec(html)?.[1];
  expect(title(builtWorld('open').html('/en/incidents/internet-and-phone-down/'))).toMatch(
    /^Partial outage: /,
  );
  expect(title(builtWorld('open').html('/fr/incidents/internet-et-telephone-en-panne/'))).toMatch(
    /^Panne partielle\u00a0: /,
  );
  expect(title(builtWorld('complete').html('/fr/incidents/panne-de-courriel/'))).toMatch(
    /^Service rétabli\u00a0: /,
  );
});

test('a year whose incidents give no total says why', () => {
  const reopened = builtWorld('reopened');
  expect(reopened.text('/en/history/')).toContain('2026 1 0 Not over yet 2025 1 0 3~hours and 20~minutes');
  expect(reopened.text('/fr/historique/')).toContain('2026 1 0 En cours');
  expect(builtWorld('demonstration').text('/fr/historique/')).toContain('2019 1 0 Fin inconnue');
});

test('a window that was moved is told apart from the one that it replaces, by a word too', () => {
  const maintenance = builtWorld('maintenance');
  expect(maintenance.text('/en/maintenance/')).toMatch(/December.3, .*? now Thursday, December.10/);
  expect(maintenance.text('/fr/entretien/')).toMatch(/3.décembre 2026, .*? désormais jeudi 10.décembre/);
});

test('when it will be back is told before what was said last, in card and head', () => {
  const open = builtWorld('open');
  for (const path of ['/en/', '/en/incidents/internet-and-phone-down/']) {
    expect(open.text(path)).toMatch(/Expected back.*Next update.*Latest update.*Since/s);
  }
});

test('each state of the site has a line of its own', () => {
  expect(builtWorld('reopened').html('/en/')).toContain(
    '<span>Major outage: Transfers<br>Slow or unreliable: Online account</span>',
  );
});

test('a French date in a list of facts begins with a capital, and a letter’s with « Le »', () => {
  const complete = builtWorld('complete');
  expect(complete.text('/fr/incidents/panne-de-courriel/')).toContain('Début Mardi 14~avril 2026, à 2~h~10');
  expect(complete.text('/fr/incidents/panne-de-courriel/excuses/')).toContain(
    'Le mardi 14~avril 2026, à 20~h',
  );
  expect(builtWorld('maintenance').text('/fr/entretien/demenagement-du-courriel/')).toContain(
    'Quand Mardi 1er~décembre 2026',
  );
});

test('a month of trouble is drawn from its first to its last day; a year without any in two words', () => {
  const complete = builtWorld('complete');
  const april = complete.html('/en/services/email/');
  expect(april).toContain('<span>1</span> <span>30</span>');
  // April has thirty days: its 14th begins at 13/30 of the row.
  expect(april).toContain(`x="${Math.round((13 / 30) * 1000)}"`);
  const quiet = complete.html('/fr/services/internet/');
  expect(quiet).toContain('<p>Rien à signaler</p>');
  expect(quiet).not.toContain('class="bars"');
});

test('months that share a year say it once', () => {
  const built = builtWorld('complete');
  expect(built.text('/en/services/email/')).toMatch(/May to June 2026 .* July 2025 to March 2026/);
  expect(built.text('/fr/services/courriel/')).toMatch(/Mai à juin 2026 .* Juillet 2025 à mars 2026/);
});

test('a name with hyphens stays together in a list of facts', () => {
  const built = builtFolder({ 'incidents/mail/incident.yml': `regions: [ns]\n${incidentYml}` });
  expect(built.html('/fr/incidents/mail/')).toContain(' class="whole">Nouvelle-Écosse</a>');
  expect(built.html('/en/incidents/mail/')).toContain('">Nova Scotia</a>');
});

test('how to claim a credit is said to be that', () => {
  const complete = builtWorld('complete');
  expect(complete.text('/en/credits/')).toContain('How to claim it ');
  expect(complete.text('/fr/credits/')).toContain('Comment le réclamer ');
});

test('each outcome of an entry is a paragraph of its own', () => {
  const html = builtWorld('complete').html('/en/incidents/email-down/');
  expect(html).toMatch(/<p class="outcome is-kept">[^\n]*<\/p>\s*<p class="outcome is-/);
});

test('the banner says each state once', () => {
  const open = builtWorld('open');
  expect(open.text('/en/banner/').match(/Partial outage/g)).toHaveLength(1);
  expect(open.text('/fr/bandeau/').match(/Panne partielle/g)).toHaveLength(1);
});

test('what is typed as it is stands as such, in French as English', () => {
  const open = builtWorld('open');
  for (const value of ['none', 'under_maintenance', 'feed.json', 'connect-src']) {
    expect(open.html('/fr/suivre/')).toContain(`<code lang="en" translate="no">${value}</code>`);
    expect(open.html('/en/follow/')).toContain(`<code translate="no">${value}</code>`);
  }
});

test('commitments of one incident in a row say once where they come from', () => {
  const html = builtWorld('complete').html('/en/commitments/');
  expect(html.match(/scope="row"/g)?.length).toBe(5);
  expect(html.match(/">Email down in Manitoba and Saskatchewan</g)).toHaveLength(1);
});

test('a quotation that stands in a box of quotation shows no sign of its own', () => {
  for (const path of ['/en/incidents/telus-net-email-outage/', '/fr/incidents/panne-courriel-telus-net/'])
    expect(builtWorld('demonstration').html(path)).not.toMatch(/>\s*&gt; /);
});

test('the hours of a timeline of maintenance say their zone once', () => {
  expect(builtWorld('maintenance').text('/en/maintenance/email-move/')).toContain(
    'Oldest first (Yukon Time).',
  );
});

test('a correction has its day, but beside an entry of that day', () => {
  const { site } = world('complete');
  const text = builtWorld('complete').text('/en/incidents/email-down/');
  const list = text.slice(text.lastIndexOf('Corrections'));
  expect(list.match(/Corrected (?:on|at)/g)).toEqual(
    site.incidents[0]?.corrections.map(() => 'Corrected on'),
  );
});
